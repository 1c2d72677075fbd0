/** Signs that stand for themselves, with no space at the ends: most texts of numbers are so, in sheets of 100,000 cells. */
export const isPlain = /^(?:[!-~](?:[ -~]*[!-~])?)?$/;

/**
 * Typed text in normal form, for comparison: full-width letters, digits and signs as ordinary ones, no invisible
 * characters, single spaces, none at the ends. `＋８６　138` becomes `+86 138`.
 */
export function plainText(text: string): string {
  if (isPlain.test(text) && !text.includes('  ')) return text;
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
