import type { GuardedFile } from './guard';

const targets = 'lib/monitoring/targets/targets.test.ts';
const imports = 'lib/monitoring/targets/import-targets.test.ts';

/** Guards of targets: drafts, issuing, answers, and changes by two people. */
export const targetGuards: readonly GuardedFile[] = [
  {
    file: 'lib/monitoring/targets/save-targets.ts',
    tests: [targets],
    guards: [
      [
        ['R3', 'target.save'],
        'a draft that moved is not overwritten',
        'asked.filter(({ cell, found }) => (found.draft?.version ?? 0) === cell.version)',
        'asked.filter(() => true)',
      ],
      [['R5', 'target.save'], 'what is issued is not typed over', 'if (held.issued)', 'if (false)'],
    ],
  },
  {
    file: 'lib/monitoring/targets/read-target.ts',
    tests: [targets],
    guards: [
      [['target.save'], 'what is no number is refused', 'if (first)', 'if (false)'],
      [
        ['target.save'],
        'a count below zero or in parts is no target',
        'const fault = countFault(reading.value, indicator);',
        'const fault = null as ReturnType<typeof countFault>;',
      ],
    ],
  },
  {
    file: 'lib/monitoring/targets/issue-targets.ts',
    tests: [targets],
    guards: [
      [['R3', 'target.issue'], 'a draft that moved is not issued', 'draft?.version !== version', '!draft'],
      [
        ['R5', 'target.issue'],
        'two people stand behind targets of a year that is over',
        'year < yearOf(now) && draft.editedBy === principal.userId',
        'false',
      ],
      [
        ['target.issue'],
        'a stretch target is no worse than the target',
        'isStretchWorse(indicatorOf.direction, base, stretch)',
        'false',
      ],
    ],
  },
  {
    file: 'lib/monitoring/targets/answer-target.ts',
    tests: [targets],
    guards: [
      [
        ['R2', 'target.answer'],
        'a unit answers its own targets alone',
        'targets.some(({ unit }) => unit !== principal.unitCode)',
        'false',
      ],
      [
        ['R3', 'target.answer'],
        'a target that moved is not answered',
        'if (found.issued.version !== version)',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/monitoring/targets/propose-change.ts',
    tests: [targets],
    guards: [
      [
        ['R3', 'target.change', 'target.withdraw'],
        'a target that moved is not changed',
        'if (found.issued.version !== version)',
        'if (false)',
      ],
      [['target.change', 'target.withdraw'], 'one change waits at a time', 'if (found.draft)', 'if (false)'],
    ],
  },
  {
    file: 'lib/monitoring/targets/confirm-change.ts',
    tests: [targets],
    guards: [
      [
        ['R5', 'target.confirmChange'],
        'nobody confirms a change of their own',
        'isConfirmed && draft.editedBy === principal.userId',
        'false',
      ],
    ],
  },
  {
    file: 'lib/monitoring/targets/import-targets.ts',
    tests: [imports],
    guards: [
      [
        ['R3', 'R4', 'target.import'],
        'a sheet is not written over drafts that moved',
        'if ((found.draft?.version ?? 0) !== cell.version)',
        'if (false)',
      ],
      [['R5', 'target.import'], 'a sheet changes nothing issued', '!found || found.issued', '!found'],
    ],
  },
];
