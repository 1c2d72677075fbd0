import { parsePeriod } from '@/lib/catalogue/periods/period';
import type { FigureKey } from '@/lib/catalogue/sources/words';

/** Codes have few hyphens; a text with more of them is none of ours. */
const mostParts = 12;

/**
 * What a line of a document's page may stand for, such as `GDP-2022-320600`: codes hold hyphens too, so that each way to
 * read it whose middle is a period counts. Empty for a text that is no such line.
 */
export function figureKeys(line: string): FigureKey[] {
  const parts = line.split('-');
  if (parts.length < 3 || parts.length > mostParts) return [];
  const joined = (from: number, to?: number) => parts.slice(from, to).join('-');
  const keys: FigureKey[] = [];
  for (let from = 1; from < parts.length - 1; from += 1) {
    for (let to = from + 1; to < parts.length; to += 1) {
      const periodCode = joined(from, to);
      if (!parsePeriod(periodCode)) continue;
      keys.push({ indicatorCode: joined(0, from), periodCode, orgUnitCode: joined(to) });
    }
  }
  return keys;
}
