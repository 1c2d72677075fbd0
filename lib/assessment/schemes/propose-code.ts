import { initialsOf } from '@/lib/catalogue/pinyin-initials';

/** The most characters of a proposed code, before the number that tells it from another one. */
const longest = 24;

/**
 * A code for a scheme by the pinyin initials of its name, in capitals: 开发区综合考核 → KFQZHKH, and KFQZHKH-2 where that is `taken`.
 */
export function proposedCode(nameZh: string, taken: readonly string[]): string {
  const base =
    initialsOf(nameZh)
      .replace(/[^a-z0-9]/g, '')
      .slice(0, longest)
      .toUpperCase() || 'SCHEME';
  const used = new Set(taken.map((code) => code.toUpperCase()));
  let number = 1;
  while (used.has(numbered(base, number))) number += 1;
  return numbered(base, number);
}

const numbered = (base: string, number: number) => (number === 1 ? base : `${base}-${number}`);
