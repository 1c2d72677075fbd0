import { initialsOf } from '@/lib/catalogue/pinyin-initials';

/** The most characters of a proposed code, before the number that tells it from another one. */
const longest = 24;

/**
 * A code by the pinyin initials of a name, in capitals: 甲街道 → JJD, and JJD-2 where that is `taken`; `otherwise` stands
 * for a name without any letter.
 */
export function codeFor(nameZh: string, taken: Iterable<string>, otherwise: string): string {
  const letters = initialsOf(nameZh).replace(/[^a-z0-9]/g, '');
  const base = letters.slice(0, longest).toUpperCase() || otherwise;
  const used = new Set([...taken].map((code) => code.toUpperCase()));
  let number = 1;
  while (used.has(numbered(base, number))) number += 1;
  return numbered(base, number);
}

const numbered = (base: string, number: number) => (number === 1 ? base : `${base}-${number}`);
