type Counted = { readonly code: string; readonly units: number };

/** Of periods from the newest on the first that has figures of as many units as any: a month that is half in is none to run. */
export function fullestPeriod<One extends Counted>(periods: readonly One[]): One | undefined {
  const most = Math.max(0, ...periods.map(({ units }) => units));
  return periods.find(({ units }) => units === most);
}
