import type { CommandName } from '@/lib/access/permissions';

/** What the product promises of its security and reliability, R1 to R18; the README says each in a line. */
export const requirements = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
  'R17',
  'R18',
] as const;
export type Requirement = (typeof requirements)[number];

/** A line that keeps a promise, how it is broken, and what it is kept for: requirements and commands. */
export type Guard = {
  readonly of: readonly (Requirement | CommandName)[];
  /** What holds as long as the line stands, as a clause. */
  readonly keeps: string;
  readonly file: string;
  /** Found exactly once in the file. */
  readonly text: string;
  readonly mutant: string;
  /** The test files of which one must fail when the text is replaced by the mutant. */
  readonly tests: readonly string[];
};

/** The guards of a file that the same tests watch. */
export type GuardedFile = Pick<Guard, 'file' | 'tests'> & {
  readonly guards: readonly (readonly [of: Guard['of'], keeps: string, text: string, mutant: string])[];
};

export function guardsIn(files: readonly GuardedFile[]): Guard[] {
  return files.flatMap(({ file, tests, guards }) =>
    guards.map(([of, keeps, text, mutant]) => ({ of, keeps, file, text, mutant, tests })),
  );
}
