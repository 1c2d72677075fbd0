import type { GuardedFile } from './guard';

const collections = 'lib/reporting/collections/collections.test.ts';
const moreTime = 'lib/reporting/collections/exceptions/more-time.test.ts';
const calendars = 'lib/reporting/collections/calendars/calendars.test.ts';
const staging = 'lib/reporting/import/staging/staging.test.ts';
const rules = 'lib/reporting/rules/rules.test.ts';
const ownReturns = 'lib/reporting/entry/own-returns.test.ts';

/** Guards of collections and their calendars, rules, and uploaded files. */
export const collectionGuards: readonly GuardedFile[] = [
  {
    file: 'lib/reporting/collections/make-collection.ts',
    tests: [collections],
    guards: [
      [
        ['collection.open', 'collection.edit'],
        'real and invented units are not mixed',
        '!isDemonstration && units.some',
        'false && units.some',
      ],
      [['collection.open'], 'a collection asks units', 'if (units.length === 0)', 'if (false)'],
      [['collection.open'], 'a figure belongs to the period', '!belongsTo(asked.periodCode, item)', 'false'],
    ],
  },
  {
    file: 'lib/reporting/collections/queries.ts',
    tests: [collections],
    guards: [
      [
        ['collection.close', 'collection.edit'],
        'what is closed stays closed',
        "if (found.state !== 'open')",
        'if (false)',
      ],
      [
        ['R3', 'collection.edit', 'collection.close'],
        'a collection that moved is not changed',
        'found.version !== version',
        'false',
      ],
      [['collection.open'], 'an unknown unit is refused', 'found.length < asked.length', 'false'],
    ],
  },
  {
    file: 'lib/reporting/collections/edit-collection.ts',
    tests: [collections],
    guards: [
      [
        ['R5', 'collection.edit'],
        'the review stays once something was submitted',
        '(await wasSubmitted(work, collectionId))',
        'false',
      ],
      [
        ['collection.edit'],
        'invented units are not added to real ones',
        'unit.isDemonstration !== isDemonstration',
        'false',
      ],
    ],
  },
  {
    file: 'lib/reporting/collections/remind-units.ts',
    tests: [collections],
    guards: [
      [['collection.remind'], 'who has submitted is not reminded', 'and s.first_submitted_at is null', ''],
      [['collection.remind'], 'nobody is reminded of what is closed', "one.state !== 'open'", 'false'],
    ],
  },
  {
    file: 'lib/reporting/collections/exceptions/extended-until.ts',
    tests: [collections],
    guards: [
      [['submission.extend'], 'what is closed is not extended', "one.collection.state !== 'open'", 'false'],
      [['submission.extend'], 'who has submitted gets no more time', 'if (one.firstSubmittedAt)', 'if (false)'],
      [['R8', 'submission.extend'], 'more time is still to come', 'if (until <= now)', 'if (false)'],
      [
        ['submission.extend'],
        'more time ends after the deadline',
        'until <= (one.extendedUntil ?? one.collection.dueAt)',
        'until <= one.collection.dueAt',
      ],
    ],
  },
  {
    file: 'lib/reporting/collections/exceptions/ask-extension.ts',
    tests: [moreTime],
    guards: [
      [['submission.askExtension'], 'there is one request for more time', 'before.pending > 0', 'false'],
      [
        ['R5', 'submission.askExtension'],
        'what could not be extended is not asked for',
        'extendedUntil(one, {',
        '((..._: unknown[]) => {})(one, {',
      ],
    ],
  },
  {
    file: 'lib/reporting/collections/exceptions/refuse-extension.ts',
    tests: [moreTime],
    guards: [
      [
        ['R5', 'submission.refuseExtension'],
        'a request for more time is decided once',
        "eq(extensionRequest.state, 'pending'),",
        '',
      ],
      [
        ['R5', 'submission.refuseExtension', 'submission.extend'],
        'nobody decides the own request for more time',
        'request?.askedBy === principal.userId',
        'false',
      ],
    ],
  },
  {
    file: 'lib/reporting/collections/calendars/queries.ts',
    tests: [calendars],
    guards: [
      [['calendar.create'], 'a calendar asks for known indicators', 'if (unknown) throw', 'if (false) throw'],
      [['calendar.create'], 'a calendar asks a known group', 'if (!group) throw', 'if (false) throw'],
      [
        ['R2'],
        'calendars are the office’s',
        "'manageCollections')) return [];",
        "'manageCollections') && false) return [];",
      ],
    ],
  },
  {
    file: 'lib/reporting/collections/calendars/edit-calendar.ts',
    tests: [calendars],
    guards: [
      [
        ['R3', 'calendar.edit'],
        'a calendar that moved is not changed',
        'eq(collectionCalendar.version, version)',
        'undefined',
      ],
    ],
  },
  {
    file: 'lib/reporting/collections/calendars/run-calendars.ts',
    tests: [calendars],
    guards: [
      [['calendar.run'], 'a calendar at rest opens nothing', '.where(eq(collectionCalendar.isActive, true))', ''],
      [['calendar.run'], 'a period is opened once', 'opened.get(calendar.id) ?? new Set()', 'new Set()'],
    ],
  },
  {
    file: 'lib/reporting/import/staging/queries.ts',
    tests: [staging],
    guards: [
      [
        ['R2', 'upload.commit', 'upload.undo'],
        'another unit’s upload does not exist',
        "eq(upload.orgUnitCode, principal.unitCode ?? '')",
        'undefined',
      ],
      [
        ['R2', 'upload.stage'],
        'a file is compared with the own unit’s returns',
        'where s.org_unit_code = ${principal.unitCode}',
        'where true',
      ],
    ],
  },
  {
    file: 'lib/reporting/import/staging/commit-upload.ts',
    tests: [staging],
    guards: [
      [
        ['R4', 'upload.commit'],
        'a commit again is told the first result',
        "if (one.state === 'committed')",
        'if (false)',
      ],
      [['R4', 'upload.commit'], 'a file with a fault writes nothing', 'one.faulty > 0', 'false'],
      [
        ['R3', 'R5', 'upload.commit'],
        'what moved since is not overwritten',
        'await refuseMoved(work, one, returns);',
        '',
      ],
      [['upload.commit'], 'what was undone is not committed', "if (one.state === 'undone')", 'if (false)'],
    ],
  },
  {
    file: 'lib/reporting/import/staging/stage-upload.ts',
    tests: [staging],
    guards: [
      [
        ['R4', 'upload.stage'],
        'the same file is the same upload',
        'eq(upload.sha256, sha256)',
        "eq(upload.sha256, '')",
      ],
    ],
  },
  {
    file: 'lib/reporting/import/staging/undo-upload.ts',
    tests: [staging],
    guards: [
      [['upload.undo'], 'only what was committed is undone', "one.state !== 'committed'", 'false'],
      [
        ['R5', 'upload.undo'],
        'what was submitted since is not undone',
        'await refuseSubmitted(work, one, returns);',
        '',
      ],
      [['R3', 'upload.undo'], 'what somebody changed since stays', 'and v.version = r.old_version + 1`;', '`;'],
    ],
  },
  {
    file: 'lib/reporting/import/staging/forget-uploads.ts',
    tests: [staging],
    guards: [
      [['upload.forget'], 'what was used is kept', "eq(upload.state, 'staged'),", ''],
      [['upload.forget'], 'a week’s uploads are kept', 'lt(upload.uploadedAt, before)', 'undefined'],
    ],
  },
  {
    file: 'lib/reporting/import/preview/queries.ts',
    tests: [ownReturns],
    guards: [
      [
        ['R2'],
        'another unit’s upload is not shown',
        'where u.id = ${id} and u.org_unit_code = ${principal.unitCode}`',
        'where u.id = ${id}`',
      ],
      [
        ['R2'],
        'rows of another unit are not shown',
        'and u.org_unit_code = ${principal.unitCode} and ${kind}',
        'and ${kind}',
      ],
      [['R2'], 'another unit’s file is not sent', ", eq(upload.orgUnitCode, principal.unitCode ?? '')", ''],
      [
        ['R2'],
        'findings of another unit are not shown',
        "and u.org_unit_code = ${principal.unitCode} and r.findings <> '[]'",
        "and r.findings <> '[]'",
      ],
    ],
  },
  {
    file: 'lib/reporting/import/import-figures.ts',
    tests: ['lib/reporting/import/import-figures.test.ts'],
    guards: [
      [['R4', 'figures.import'], 'a file that changes nothing is recorded once', 'before > 0)', 'before > 9)'],
      [
        ['R4', 'figures.import'],
        'a file with a fault stores nothing',
        'if (findings.length > 0) return',
        'if (findings.length > 9999) return',
      ],
    ],
  },
  {
    file: 'lib/cli/load-dataset.ts',
    tests: ['lib/cli/load-dataset.test.ts'],
    guards: [[['dataset.load'], 'the data set is loaded once', 'if (before) return', 'if (false) return']],
  },
  {
    file: 'lib/cli/demonstration/load-demonstration.ts',
    tests: ['lib/access/users/sessions.test.ts'],
    guards: [
      [
        ['R14', 'demonstration.load'],
        'nothing invented comes to a served product',
        'if (!work.policy.isEmbedded)',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/reporting/rules/create-rule.ts',
    tests: [rules],
    guards: [[['rule.create'], 'a code is given once', 'if (held) throw', 'if (false) throw']],
  },
  {
    file: 'lib/reporting/rules/change-rule.ts',
    tests: [rules],
    guards: [
      [['R3', 'rule.change'], 'a rule that moved is not changed', 'held.validFrom !== follows', 'false'],
      [
        ['R5', 'rule.change'],
        'a rule that was in force stays in the past',
        'rule.validFrom <= held.validFrom',
        'false',
      ],
    ],
  },
  {
    file: 'lib/access/queries.ts',
    tests: ['lib/reporting/revisions/revisions.test.ts', 'lib/catalogue/units/queries.test.ts'],
    guards: [
      [
        ['R2'],
        'figures of units that one may not read do not exist',
        "principal.units === 'all' ? sql`true` : inArray(orgUnitCode, [...principal.units])",
        'sql`true`',
      ],
    ],
  },
  {
    file: 'lib/observations/recording/record-figures.ts',
    tests: ['lib/observations/derived/derived.test.ts'],
    guards: [[['R5'], 'nobody cites the document of computed figures', 'cited.length > 0', 'false']],
  },
  {
    file: 'lib/observations/recording/record-figures.ts',
    tests: ['lib/reporting/revisions/revisions.test.ts'],
    guards: [
      [
        ['R5'],
        'an estimate never replaces a final figure',
        '${anyVintage} or array_position(${vintageOrder}, excluded.vintage) >= array_position(${vintageOrder}, observation.vintage)',
        'true',
      ],
    ],
  },
];
