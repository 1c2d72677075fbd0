/**
 * Typed text in normal form, for comparison: full-width letters, digits and signs as ordinary ones, no invisible
 * characters, single spaces, none at the ends. `＋８６　138` becomes `+86 138`.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
