import * as z from 'zod';
import type { PasswordProfile } from '@/lib/access/words';

export const shortest = 12;
/** The length from which the character classes of 等保 are not demanded. */
export const phraseLength = 16;
export const longest = 128;
/** The number of earlier passwords that are refused, and the days after which a password is changed, under 等保三级. */
export const remembered = 5;
export const validDays = 90;
/** The least length of a password without its easily guessed parts. */
const leastOwn = 8;

const local = [
  'nantong',
  'kaohe',
  'baton',
  'zhihuibang',
  'etdz',
  'admin',
  'password',
  'qwerty',
  '南通',
  '考核',
  '指挥棒',
  '密码',
];

export type PasswordFault =
  | 'passwordSpaces'
  | 'passwordShort'
  | 'passwordLong'
  | 'passwordKinds'
  | 'passwordCommon'
  | 'passwordGuessable';

function kindsIn(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(password)).length;
}

/** The password without its easily guessed parts: names, years, runs of digits and of one character. */
function withoutGuesses(password: string, names: readonly string[]): string {
  let rest = password.toLowerCase();
  for (const word of [...local, ...names.map((name) => name.toLowerCase())]) {
    if (word.length > 1) rest = rest.replaceAll(word, '');
  }
  return rest
    .replace(/(19|20)\d\d/g, '')
    .replace(/0?12345\d*/g, '')
    .replace(/(.)\1{2,}/gu, '$1');
}

/**
 * The fault of a new password, or null. `common` holds common passwords, `names` the words around its owner: username,
 * name, unit. The rules: 等保三级 (GB/T 22239-2019, 8.1.4.1 a) or OWASP ASVS 5.0, 6.2.
 */
export function passwordFault(
  password: string,
  { profile, common, names }: { profile: PasswordProfile; common: ReadonlySet<string>; names: readonly string[] },
): PasswordFault | null {
  if (password !== password.trim()) return 'passwordSpaces';
  const length = [...password].length;
  if (length < shortest) return 'passwordShort';
  if (length > longest) return 'passwordLong';
  if (profile === 'djbh3' && length < phraseLength && kindsIn(password) < 3) return 'passwordKinds';
  if (common.has(password.toLowerCase())) return 'passwordCommon';
  return [...withoutGuesses(password, names)].length < leastOwn ? 'passwordGuessable' : null;
}

/**
 * A password that was chosen before, as typed or pasted: blanks around it are not part of it, since none is chosen with them.
 */
export const PresentPassword = z.string().trim().min(1).max(longest);

/** Whether a password set at `setAt` must be changed now. */
export function isExpired(setAt: Date, now: Date, profile: PasswordProfile): boolean {
  return profile === 'djbh3' && now.getTime() - setAt.getTime() > validDays * 86_400_000;
}

let common: Promise<ReadonlySet<string>> | undefined;

/** The list of common passwords. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) =>
      new Set((dictionary['passwords-common'] as readonly string[]).map((word) => word.toLowerCase())),
  );
  return common;
}
