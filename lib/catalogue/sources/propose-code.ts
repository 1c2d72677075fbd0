import { initialsOf } from '@/lib/catalogue/pinyin-initials';

const longest = 16;

/**
 * A code for something that was only named: the pinyin initials of the name in capitals, with a number where `taken`
 * says that it is in use.
 */
export function proposedCode(name: string, taken: (code: string) => boolean): string {
  const stem =
    initialsOf(name)
      .replace(/[^a-z0-9]/g, '')
      .toUpperCase()
      .slice(0, longest) || 'DOC';
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? stem : `${stem}-${number}`;
    if (!taken(code)) return code;
  }
}
