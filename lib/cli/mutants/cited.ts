import type { GuardedFile } from './guard';

const sources = 'lib/catalogue/sources/sources.test.ts';
const cited = 'lib/observations/cited/cited.test.ts';
const carried = 'lib/observations/cited/carried.test.ts';

/** Guards of documents and of the figures that are taken out of them. */
export const citedGuards: readonly GuardedFile[] = [
  {
    file: 'lib/catalogue/sources/create-source.ts',
    tests: [sources],
    guards: [[['source.create'], 'no two documents have one code', "if (asked !== '' && taken(asked))", 'if (false)']],
  },
  {
    file: 'lib/catalogue/sources/source-input.ts',
    tests: [sources],
    guards: [[['R18', 'source.create'], 'an address runs no script', '/^https?:$/.test(protocol)', 'true']],
  },
  {
    file: 'lib/catalogue/sources/locked-source.ts',
    tests: [sources],
    guards: [
      [['R3', 'source.edit'], 'a document changed meanwhile is not overwritten', 'found.version !== version', 'false'],
      [['source.edit'], 'nobody changes the document of computed figures', 'code === derivedSource', 'false'],
    ],
  },
  {
    file: 'lib/catalogue/sources/files/attach-file.ts',
    tests: [sources],
    guards: [
      [['R10', 'source.attach'], 'a file has a limit', 'content.length > largestSourceFile', 'false'],
      [['R10', 'source.attach'], 'a file is what its name says', 'if (!mediaType)', 'if (mediaType === undefined)'],
    ],
  },
  {
    file: 'lib/catalogue/sources/withdraw-source.ts',
    tests: [sources],
    guards: [[['source.withdraw'], 'a document is withdrawn once', 'found.withdrawnReason !== null', 'false']],
  },
  {
    file: 'lib/catalogue/sources/restore-source.ts',
    tests: [sources],
    guards: [
      [['source.restore'], 'a restored document is no longer withdrawn', '.set({ withdrawnReason: null,', '.set({'],
    ],
  },
  {
    file: 'lib/catalogue/sources/delete-source.ts',
    tests: [sources],
    guards: [[['R5', 'source.delete'], 'what figures cite is not deleted', 'count > 0', 'count < 0']],
  },
  {
    file: 'lib/observations/cited/record-cited.ts',
    tests: [cited, carried],
    guards: [
      [['R5', 'cited.record'], 'a correction has a reason', 'reason.length < 2 && !shown.isSame', 'false'],
      [['R3', 'cited.record'], 'what the form had is what is shown', 'mark !== seenMark(shown)', 'false'],
      [
        ['R5', 'cited.record'],
        'a growth that nobody saw is not dropped',
        "!seen && asked.reportedYoy === ''",
        'seen === undefined',
      ],
    ],
  },
  {
    file: 'lib/observations/cited/queries.ts',
    tests: [cited],
    guards: [
      [
        ['R2', 'cited.record', 'cited.confirm', 'cited.refuse'],
        'a department reaches its own indicators alone',
        'sql`i.responsible_zh = ${department}`',
        'sql`true`',
      ],
    ],
  },
  {
    file: 'lib/observations/cited/withdraw-cited.ts',
    tests: [cited],
    guards: [[['R3', 'cited.withdraw'], 'the figure that was looked at', 'found.revision !== version', 'false']],
  },
  {
    file: 'lib/observations/cited/confirm-cited.ts',
    tests: [cited],
    guards: [
      [
        ['R5', 'cited.confirm'],
        'nobody confirms what they recorded',
        'recordedBy === work.principal.userId',
        'recordedBy === null',
      ],
    ],
  },
  {
    file: 'lib/observations/cited/publish-cited.ts',
    tests: [cited],
    guards: [[['R3', 'cited.confirm'], 'what moved since is not overwritten', 'await refuseMoved(work, chosen);', '']],
  },
  {
    file: 'lib/observations/cited/chosen-cited.ts',
    tests: [cited],
    guards: [
      [['R3', 'cited.refuse', 'cited.takeBack'], 'a figure is decided once', "row.state !== 'waiting' ||", ''],
      [['R4', 'cited.confirm'], 'a sheet is decided as a whole', 'batchId !== null)', 'batchId === undefined)'],
    ],
  },
  {
    file: 'lib/observations/cited/take-back-cited.ts',
    tests: [cited],
    guards: [
      [
        ['R2', 'cited.takeBack'],
        'one takes back one’s own alone',
        'recordedBy !== work.principal.userId',
        'recordedBy === null',
      ],
    ],
  },
  {
    file: 'lib/observations/cited/tidy/import-cited.ts',
    tests: [cited, carried],
    guards: [
      [
        ['R5', 'cited.import'],
        'a growth of which the sheet has no column stays',
        'keepsGrowth: !hasGrowth',
        'keepsGrowth: false',
      ],
      [['R4', 'cited.import'], 'with one fault nothing is recorded', 'if (faults.length > 0) {', 'if (false) {'],
      [['R3', 'cited.import'], 'what was previewed is what is recorded', 'follows !== mark', 'false'],
    ],
  },
  {
    file: 'lib/observations/queries.ts',
    tests: [cited],
    guards: [
      [
        ['R5'],
        'a withdrawal ends what was shown',
        'return sql`${revision} > coalesce(${ended}, 0)`;',
        'return sql`true`;',
      ],
    ],
  },
];
