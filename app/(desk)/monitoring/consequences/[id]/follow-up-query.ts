import type { ConsequenceView } from '@/lib/monitoring/consequences/page/words';

/** What a follow-up would be raised from: the last lamp or the last result; null where it is a follow-up itself. */
export function followUpQuery({ unit, basis }: Pick<ConsequenceView, 'unit' | 'basis'>) {
  if (basis.kind === 'lamps') {
    const last = basis.months.at(-1);
    return last ? { unit: unit.code, indicator: basis.indicator, year: last.year, month: last.month } : null;
  }
  const run = basis.kind === 'runs' ? basis.runs.at(-1)?.run : undefined;
  return run === undefined ? null : { unit: unit.code, run };
}
