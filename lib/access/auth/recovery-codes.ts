import { randomInt } from 'node:crypto';
import { plainName } from '@/lib/catalogue/plain-name';

/** Crockford's letters and digits: without I, L, O and U, which are mistaken for others when they are read or written. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const amount = 10;

/** Ten recovery codes of three groups of four, of 60 bits each. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: amount }, () => [group(), group(), group()].join('-'));
}

/**
 * A typed recovery code as it was shown: in capitals, with its hyphens, O read as 0, I and L as 1; in full width, with blanks
 * or with other dashes too. A text of another shape stays as it is, such as a code of before, in which capitals and small
 * letters differ.
 */
export function recoveryCodeOf(text: string): string {
  const plain = plainName(text).replace(/[ -]/g, '');
  const [, ...groups] = /^(\w{4})(\w{4})(\w{4})$/.exec(plain) ?? [];
  if (groups.length === 0) return text;
  return groups.join('-').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
}
