import { parsePeriod } from '@/lib/catalogue/periods/period';
import type { FigureKey } from '@/lib/catalogue/sources/words';

/** Codes have few hyphens; a text with more parts is no key. */
const mostParts = 12;

/**
 * The figures that a line of a document's page may name, such as `GDP-2022-320600`: codes may contain hyphens too, so
 * every split with a period in the middle counts. Empty for any other text.
 */
export function figureKeys(line: string): FigureKey[] {
  const parts = line.split('-');
  if (parts.length < 3 || parts.length > mostParts) return [];
  const joinParts = (from: number, to?: number) => parts.slice(from, to).join('-');
  const keys: FigureKey[] = [];
  for (let from = 1; from < parts.length - 1; from += 1) {
    for (let to = from + 1; to < parts.length; to += 1) {
      const periodCode = joinParts(from, to);
      if (!parsePeriod(periodCode)) continue;
      keys.push({ indicatorCode: joinParts(0, from), periodCode, orgUnitCode: joinParts(to) });
    }
  }
  return keys;
}
