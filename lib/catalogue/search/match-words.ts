import { plainName } from '@/lib/catalogue/plain-name';

/** Folds case, spaces, and full-width letters and digits, which users of Chinese keyboards type. */
export const foldText = plainName;

/** The folded words of a query. */
export const wordsOf = (query: string): string[] => query.split(/\s+/).map(foldText).filter(Boolean);

/** Whether every word of the query is in one of the texts; an empty query is in all. */
export function matchesWords(texts: readonly string[], query: string): boolean {
  const folded = texts.map(foldText);
  return wordsOf(query).every((word) => folded.some((text) => text.includes(word)));
}
