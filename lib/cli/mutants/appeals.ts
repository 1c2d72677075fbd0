import type { GuardedFile } from './guard';

const appeals = 'lib/assessment/appeals/appeals.test.ts';
const steps = 'lib/assessment/appeals/steps.test.ts';
const replay = 'lib/assessment/appeals/replay.test.ts';

/** Guards of publicity and appeals: whose they are, their days, and other people at each decision. */
export const appealGuards: readonly GuardedFile[] = [
  {
    file: 'lib/assessment/appeals/take-step.ts',
    tests: [appeals, replay],
    guards: [
      [
        ['R3', 'appeal.attach', 'appeal.withdraw', 'appeal.askReview'],
        'an appeal that moved takes no step',
        'if (held.version !== shown.version)',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/assessment/appeals/queries.ts',
    tests: [appeals],
    guards: [[['R2'], 'a unit sees nothing of other units', '${of}.org_unit_code = ${unitCode}', 'true']],
  },
  {
    file: 'lib/assessment/publicity/days.ts',
    tests: ['lib/assessment/appeals/fixed-window.test.ts'],
    guards: [
      [
        ['appeal.file', 'run.publish'],
        'a changed setting moves no last day of a run that is published',
        'published.appealsUntil ?? lastDayAfter',
        'lastDayAfter',
      ],
    ],
  },
  {
    file: 'lib/assessment/publicity/announce-run.ts',
    tests: ['lib/assessment/appeals/fixed-window.test.ts'],
    guards: [
      [
        ['publicity.announce'],
        'an announcement ends no window sooner than the publication did',
        'held?.appealsUntil ?? found.appealsUntil',
        'held?.appealsUntil ?? null',
      ],
    ],
  },
  {
    file: 'lib/assessment/appeals/file-appeal.ts',
    tests: [appeals],
    guards: [
      [
        ['R2', 'appeal.file'],
        'a unit appeals for itself alone',
        'if (terms.unit !== principal.unitCode)',
        'if (false)',
      ],
      [['appeal.file'], 'nothing is filed after the last day', 'todayOf(work) > until', 'false'],
      [['appeal.file'], 'an item is appealed about once', 'if (earlier.length > 0)', 'if (false)'],
      [
        ['R12', 'appeal.file'],
        'of many at once one is filed',
        'await tx.execute(sql`lock table appeal in share row exclusive mode`);',
        '',
      ],
    ],
  },
  {
    file: 'lib/assessment/appeals/steps.ts',
    tests: [steps, replay],
    guards: [
      [
        ['R5', 'appeal.accept'],
        'who filed it does not accept it',
        "return held.actors.includes(actor) ? 'ownStep' : null;",
        'return null;',
      ],
      [
        ['R5', 'appeal.reject', 'appeal.decide', 'appeal.decideReview'],
        'who took an earlier step neither rejects nor decides',
        "if (held.actors.includes(actor)) return 'ownStep';",
        '',
      ],
      [
        ['R5', 'appeal.reject', 'appeal.decide', 'appeal.decideReview'],
        'who published the run neither rejects nor decides',
        "publisher === actor ? 'ownPublication' : null",
        'null',
      ],
      [
        ['appeal.close'],
        'an appeal is not closed while a review may be asked for',
        "if (held.state === 'decided' && !isReviewOver) return 'reviewOpen';",
        '',
      ],
      [
        ['appeal.close'],
        'what was upheld is closed once it led to something',
        "held.outcome !== 'dismissed' && held.remedy === null ? 'noRemedy' : null",
        'null',
      ],
    ],
  },
  {
    file: 'lib/assessment/appeals/remedies/settle-appeal.ts',
    tests: [appeals],
    guards: [
      [
        ['appeal.settle'],
        'what an appeal led to concerns its unit and scheme',
        'if (!found.some((one) => sameRemedy(one.remedy, remedy)))',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/assessment/publicity/announce-run.ts',
    tests: [appeals],
    guards: [
      [
        ['R3', 'publicity.announce'],
        'an announcement that was mended meanwhile is left alone',
        'if ((held?.number ?? 0) !== version)',
        'if (false)',
      ],
      [
        ['publicity.announce'],
        'a run that is not in force is not announced',
        "if (found.state !== 'published')",
        'if (false)',
      ],
      [
        ['publicity.announce'],
        'publicity lasts as many working days as the settings ask',
        'if (lastDay < lastWorkingDay(firstDay, policy.publicityDays))',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/assessment/publicity/days.ts',
    tests: ['lib/assessment/publicity/days.test.ts'],
    guards: [
      [['R5'], 'the days to appeal that units were told are not cut short', "lastDay, told ?? '']", "lastDay, '']"],
    ],
  },
];
