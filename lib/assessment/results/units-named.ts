import type { Note } from '@/lib/assessment/words';
import type { FrozenUnit } from './result-run';

type Named = Pick<FrozenUnit, 'code' | 'nameZh' | 'nameEn'>;

/** The names of all units that notes speak of: of those at hand, and of the others by `find`, which is asked once at most. */
export async function unitsNamedIn(
  notes: readonly Note[],
  atHand: readonly Named[],
  find: (codes: readonly string[]) => Promise<readonly Named[]>,
): Promise<ReadonlyMap<string, Named>> {
  const known = new Map(atHand.map((unit) => [unit.code, unit]));
  const spoken = notes.flatMap(({ values }) => Object.entries(values ?? {})).filter(([name]) => isUnit(name));
  const missing = [...new Set(spoken.map(([, value]) => `${value}`))].filter((code) => !known.has(code));
  const found = missing.length === 0 ? [] : await find(missing);
  return new Map([...known, ...found.map((unit) => [unit.code, unit] as const)]);
}

function isUnit(name: string): boolean {
  return /^(unit|above|below|other)$/.test(name);
}
