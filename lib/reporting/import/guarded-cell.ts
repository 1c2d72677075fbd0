import { looksLikeFormula } from '@/lib/dashboards/series/table-text';

/** Apostrophes of the text's own count, so that taking one off gives back what was there. */
const isGuarded = (text: string) => looksLikeFormula(text.replace(/^'+/, ''));

/** A text that no spreadsheet takes for a formula: with an apostrophe before it where it would. `unguarded` undoes it. */
export function guarded(text: string): string {
  return isGuarded(text) ? `'${text}` : text;
}

/** The text that `guarded` made safe; any other text as it is. */
export function unguarded(text: string): string {
  return text.startsWith("'") && isGuarded(text) ? text.slice(1) : text;
}
