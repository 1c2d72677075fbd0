import type { CommandName } from '@/lib/access/permissions';

/** The product's requirements of security and reliability. */
export const requirements = {
  R1: 'every write passes one door: session, role, rows, input, version, one transaction with its event',
  R2: 'what the table of permissions does not allow is refused, and rows out of reach do not exist',
  R3: 'what moved since somebody looked at it is a conflict, never overwritten',
  R4: 'an import is committed whole or not at all, and the same file counts once',
  R5: 'what was submitted, approved or published stays; two people stand behind it',
  R6: 'the audit trail is only added to, and a chain shows what was tampered with',
  R7: 'scores are computed, ranked and rounded as the scheme says',
  R8: 'moments are stored in UTC and read in Shanghai; a period is a value',
  R9: 'attempts to sign in are throttled by account, address and product, and nobody is locked out',
  R10: 'an uploaded file is bounded before it is read',
  R11: 'an exported text is never a formula, and a number stays one',
  R12: 'many at once do not stop the product',
  R13: 'what was acknowledged is on the disk',
  R14: 'a product that is set up unsafely does not start',
  R15: 'accounts are made on the command line or by an administrator, with a secret for one day',
  R16: 'a fault shows its number alone, and the log holds no secret',
  R17: 'headers, cookies and origins keep other sites out',
  R18: 'files, searches and statements have their limits',
} as const;
export type Requirement = keyof typeof requirements;

/** A guard: a line of code, its mutant, and the requirements and commands that it protects. */
export type Guard = {
  readonly of: readonly (Requirement | CommandName)[];
  /** The property that the line protects, as a clause. */
  readonly keeps: string;
  readonly file: string;
  /** A text that occurs exactly once in the file. */
  readonly text: string;
  readonly mutant: string;
  /** The test files of which one must fail when the text is replaced by the mutant. */
  readonly tests: readonly string[];
};

/** The guards of a file that the same tests check. */
export type GuardedFile = Pick<Guard, 'file' | 'tests'> & {
  readonly guards: readonly (readonly [of: Guard['of'], keeps: string, text: string, mutant: string])[];
};

export function guardsIn(files: readonly GuardedFile[]): Guard[] {
  return files.flatMap(({ file, tests, guards }) =>
    guards.map(([of, keeps, text, mutant]) => ({ of, keeps, file, text, mutant, tests })),
  );
}
