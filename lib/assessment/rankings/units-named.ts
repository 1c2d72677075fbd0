import type { Note } from '@/lib/assessment/words';
import type { Named } from '@/lib/i18n/words';

/** The codes of the units in the values of notes. */
export function unitsIn(notes: readonly Note[]): string[] {
  return notes.flatMap(({ values }) => (typeof values?.unit === 'string' ? [values.unit] : []));
}

/** The names of units: known ones, and the others by `find`, which is called once at most. */
export async function unitsNamed(
  codes: readonly string[],
  atHand: readonly Named[],
  find: (codes: readonly string[]) => Promise<readonly Named[]>,
): Promise<ReadonlyMap<string, Named>> {
  const known = new Map(atHand.map((unit) => [unit.code, unit]));
  const missing = [...new Set(codes)].filter((code) => !known.has(code));
  const found = missing.length === 0 ? [] : await find(missing);
  return new Map([...known, ...found.map((unit) => [unit.code, unit] as const)]);
}
