import { type NameEntry, nameReader } from '@/lib/catalogue/names/read-name';
import { plainName } from '@/lib/catalogue/plain-name';

/** The words of a query for a unit or an indicator, and the codes of those whose name, short name or alias they are. */
export type Words = { readonly parts: readonly string[]; readonly codes: readonly string[] };
export type Cut = { readonly unit: Words; readonly indicator: Words };

type Names = { readonly units: readonly NameEntry[]; readonly indicators: readonly NameEntry[] };

/** The fewest letters of the name of a unit, and of what is left for an indicator. */
const fewest = 2;

const wordsIn = (query: string) => query.split(/\s+/).filter((word) => plainName(word) !== '');

/** Whether a query is long enough to name a unit and an indicator: the names of the catalogue are read for no other. */
export function mayNameFigure(query: string): boolean {
  const [only, second] = wordsIn(query);
  return only !== undefined && (second !== undefined || [...plainName(only)].length >= 2 * fewest);
}

/**
 * The ways to read a query as a unit and an indicator: cut at a space, in either order; without a space, behind the longest
 * name of a unit that it begins with.
 */
export function figureCuts(query: string, names: Names): Cut[] {
  const words = wordsIn(query);
  const [only, second] = words;
  if (only === undefined) return [];
  const [unitOf, indicatorOf] = [nameReader(names.units), nameReader(names.indicators)].map((read) => {
    return (some: readonly string[]): Words => {
      const found = read(some.join(' '));
      const codes = found.kind === 'one' ? [found.code] : found.kind === 'none' ? [] : found.entries.map(codeOf);
      return { parts: some.map((word) => plainName(word).replaceAll(' ', '')), codes };
    };
  }) as [(some: readonly string[]) => Words, (some: readonly string[]) => Words];
  if (second !== undefined) {
    return words.slice(1).flatMap((_, at) => {
      const [one, other] = [words.slice(0, at + 1), words.slice(at + 1)];
      return [
        { unit: unitOf(one), indicator: indicatorOf(other) },
        { unit: unitOf(other), indicator: indicatorOf(one) },
      ];
    });
  }
  const letters = [...plainName(only)];
  for (let length = letters.length; length >= fewest; length -= 1) {
    const unit = unitOf([letters.slice(0, length).join('')]);
    if (unit.codes.length === 0) continue;
    const rest = letters.slice(length);
    // A name alone, or with one more letter, asks for no indicator.
    if (rest.length < fewest) return [];
    // The words that begin with the name say which units are meant, not the names that contain it.
    return [{ unit: { ...unit, parts: [] }, indicator: indicatorOf([rest.join('')]) }];
  }
  return [];
}

const codeOf = ({ code }: NameEntry) => code;
