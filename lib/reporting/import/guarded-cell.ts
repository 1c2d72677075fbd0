import { looksLikeFormula } from '@/lib/dashboards/series/table-text';

/** The text's own leading apostrophes are ignored, so that removing one restores the text. */
const isGuarded = (text: string) => looksLikeFormula(text.replace(/^'+/, ''));

/** A text that no spreadsheet takes for a formula: with an apostrophe in front where needed. `unguardCell` removes it. */
export function guardCell(text: string): string {
  return isGuarded(text) ? `'${text}` : text;
}

/** The original of a text that `guardCell` guarded; any other text unchanged. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && isGuarded(text) ? text.slice(1) : text;
}
