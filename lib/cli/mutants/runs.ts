import type { GuardedFile } from './guard';

/** Guards of the computation of runs: what may not enter one. */
export const runGuards: readonly GuardedFile[] = [
  {
    file: 'lib/assessment/runs/compute-run.ts',
    tests: ['lib/assessment/runs/runs.test.ts', 'lib/assessment/runs/frozen.test.ts'],
    guards: [
      [
        ['run.compute'],
        'an entry that does not fit the version is named',
        'entryFault(scheme, entry) !== null',
        'false',
      ],
      [
        ['run.compute'],
        'a unit that is named and not of the group is refused',
        'new Set([...named, ...inLedger.map(({ code }) => code)])',
        'new Set<string>()',
      ],
      [['run.compute'], 'a quota has no more places than units', 'if (quota) throw', 'if (quota && !quota) throw'],
      [['run.compute'], 'unknown indicators are named', 'if (unknown.length === 0) return;', 'return;'],
      [['run.compute'], 'nothing to score is no run', 'assessment.units.every(({ total }) => total === null)', 'false'],
    ],
  },
];
