import type { GuardedFile } from './guard';

const tests = ['lib/catalogue/annotations/annotations.test.ts'];

/** Guards of notes, honours and events: nobody alone changes what pages show, and each version is changed once. */
export const annotationGuards: readonly GuardedFile[] = [
  {
    file: 'lib/catalogue/annotations/record-annotation.ts',
    tests,
    guards: [
      [['R5', 'annotation.record'], 'a note waits for a second person', 'reachesPast: true', 'reachesPast: false'],
      [['annotation.record'], 'a document may be cited when it is confirmed', 'await refuseSource(', 'void ('],
    ],
  },
  {
    file: 'lib/catalogue/annotations/correct-annotation.ts',
    tests,
    guards: [
      [
        ['R5', 'annotation.correct'],
        'a correction waits for a second person',
        'reachesPast: true',
        'reachesPast: false',
      ],
    ],
  },
  {
    file: 'lib/catalogue/annotations/withdraw-annotation.ts',
    tests,
    guards: [
      [
        ['R5', 'annotation.withdraw'],
        'a withdrawal waits for a second person',
        'reachesPast: true',
        'reachesPast: false',
      ],
    ],
  },
  {
    file: 'lib/catalogue/annotations/held-annotation.ts',
    tests,
    guards: [
      [
        ['R3', 'annotation.correct', 'annotation.withdraw'],
        'a note that moved is not changed',
        'held.version !== version',
        'false',
      ],
      [['annotation.correct', 'annotation.withdraw'], 'one change waits at a time', 'if (waiting)', 'if (false)'],
      [
        ['annotation.record', 'annotation.correct'],
        'of notes that say the same confirmed at once one is shown',
        'await tx.execute(sql`lock table annotation in share row exclusive mode`)',
        'void tx',
      ],
    ],
  },
  {
    file: 'lib/catalogue/annotations/queries.ts',
    tests,
    guards: [
      [['R2'], 'a note of a unit is read like its figures', 'readable(principal, annotation.orgUnitCode)', 'sql`true`'],
      [
        ['R5'],
        'a withdrawn note is not drawn',
        "eq(annotation.kind, 'annotation'), isShown",
        "eq(annotation.kind, 'annotation')",
      ],
    ],
  },
];
