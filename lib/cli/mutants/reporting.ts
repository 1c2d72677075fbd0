import type { GuardedFile } from './guard';

const entry = 'lib/reporting/entry/entry.test.ts';
const review = 'lib/reporting/review/review.test.ts';
const collections = 'lib/reporting/collections/collections.test.ts';
const calendars = 'lib/reporting/collections/calendars/calendars.test.ts';
const staging = 'lib/reporting/import/staging/staging.test.ts';
const rules = 'lib/reporting/validation/rules.test.ts';
const progress = 'lib/reporting/collections/progress/progress.test.ts';
const ownReturns = 'lib/reporting/entry/own-returns.test.ts';

/** Returns from the opening of a collection to the approved figure, and the files that carry them. */
export const reportingGuards: readonly GuardedFile[] = [
  {
    file: 'lib/reporting/entry/queries.ts',
    tests: [ownReturns],
    guards: [
      [
        ['R2', 'submission.askReopening'],
        'another unit’s return does not exist',
        'if (own && principal.unitCode !== unitCode)',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/reporting/entry/save-figures.ts',
    tests: [entry],
    guards: [
      [
        ['R2', 'submission.save'],
        'a reporter writes for the own unit',
        "unitCode: principal.unitCode ?? ''",
        "unitCode: 'YI'",
      ],
      [['R5', 'submission.save'], 'what is submitted or approved stays', 'if (!mayWrite(', 'if (false && !mayWrite('],
      [
        ['R3', 'submission.save'],
        'a figure that moved is not overwritten',
        '(figure.written?.version ?? 0) !== cell.version',
        'false',
      ],
      [['submission.save'], 'a figure that nobody asked for is refused', 'if (!figure) throw', 'if (false) throw'],
    ],
  },
  {
    file: 'lib/reporting/collections/timeliness.ts',
    tests: ['lib/reporting/collections/timeliness.test.ts', entry],
    guards: [
      [['R5', 'submission.save'], 'only writable states are written', 'writableStates.includes(state))', 'true)'],
      [
        ['R8', 'submission.save'],
        'first figures are written in their time',
        "window.collectionState === 'open' && now >= window.opensAt",
        'true',
      ],
      [['R8', 'submission.submit'], 'nothing is taken after the last day', 'now.getTime() <= last', 'true'],
    ],
  },
  {
    file: 'lib/reporting/entry/submit-return.ts',
    tests: [entry],
    guards: [
      [
        ['R2', 'submission.submit'],
        'a reporter submits for the own unit',
        "unitCode: principal.unitCode ?? ''",
        "unitCode: 'YI'",
      ],
      [['R3', 'submission.submit'], 'a return that moved is not submitted', 'one.version !== version', 'false'],
      [['R5', 'submission.submit'], 'nothing is submitted twice', 'if (sent.length === 0)', 'if (false)'],
      [['submission.submit'], 'a mandatory finding blocks', 'if (blocking.length > 0)', 'if (false)'],
      [['submission.submit'], 'an explanation is given where a rule asks', 'if (silent.length > 0)', 'if (false)'],
    ],
  },
  {
    file: 'lib/reporting/entry/withdraw-return.ts',
    tests: [entry],
    guards: [
      [
        ['R2', 'submission.withdraw'],
        'a reporter withdraws for the own unit',
        "unitCode: principal.unitCode ?? ''",
        "unitCode: 'YI'",
      ],
      [
        ['R5', 'submission.withdraw'],
        'what a reviewer decided on is not withdrawn',
        'if (one.reviewBegan)',
        'if (false)',
      ],
      [['R3', 'submission.withdraw'], 'a return that moved is not withdrawn', 'one.version !== version', 'false'],
      [['submission.withdraw'], 'what was not submitted is not withdrawn', 'if (one.submitted === 0)', 'if (false)'],
    ],
  },
  {
    file: 'lib/reporting/attachments/add-attachment.ts',
    tests: [entry],
    guards: [
      [
        ['R2', 'attachment.add'],
        'evidence is of a reporter’s figure',
        "(principal.role === 'reporter') !== (figure !== null)",
        'false',
      ],
      [['R10', 'attachment.add'], 'evidence is of few kinds', 'if (!mediaType)', 'if (false)'],
      [
        ['R10', 'attachment.add'],
        'evidence is no larger than it may be',
        'content.length > largestAttachment',
        'false',
      ],
      [['R5', 'attachment.add'], 'what is approved keeps its evidence', 'if (!mayWrite(', 'if (false && !mayWrite('],
      [
        ['R3', 'attachment.add'],
        'a figure that moved takes no evidence',
        '(found.written?.version ?? 0) !== figure.version',
        'false',
      ],
    ],
  },
  {
    file: 'lib/reporting/attachments/media-type.ts',
    tests: [entry],
    guards: [[['R10', 'attachment.add'], 'a file is what its name says', 'begins === head', 'true']],
  },
  {
    file: 'lib/reporting/attachments/queries.ts',
    tests: [entry],
    guards: [
      [['R2'], 'another unit’s evidence does not exist', 'return orgUnitCode === principal.unitCode', 'return true'],
      [['R2'], 'instructions are for the units asked', 'return own !== undefined', 'return true'],
      [['R2'], 'evidence of another department does not exist', 'return proved !== undefined', 'return true'],
      [
        ['R2'],
        'other roles open no evidence',
        "principal.role !== 'departmentReviewer') return false",
        "principal.role !== 'departmentReviewer') return true",
      ],
    ],
  },
  {
    file: 'lib/reporting/review/queries.ts',
    tests: [review],
    guards: [
      [
        ['R2', 'review.approve', 'review.return', 'review.verify'],
        'a department decides on its own indicators',
        "return principal.role === 'departmentReviewer' ? sql`i.responsible_zh",
        "return principal.role === 'nobody' as never ? sql`i.responsible_zh",
      ],
      [
        ['R5', 'review.approve'],
        'a figure is decided by whom it awaits',
        'v.awaits is not distinct from ${principal.role} and',
        '',
      ],
      [
        ['R3', 'review.approve', 'review.return', 'review.verify'],
        'a figure that moved is not decided',
        'row.version === asked.version &&',
        '',
      ],
      [['R5', 'review.approve'], 'nobody decides on the own figure', 'submittedBy === principal.userId', 'false'],
    ],
  },
  {
    file: 'lib/reporting/review/queries.ts',
    tests: ['lib/reporting/review/reads.test.ts'],
    guards: [
      [['R2'], 'a unit’s reviewer sees the own unit', 'return sql`${unit} = ${unitCode}`', 'return sql`true`'],
      [
        ['R2'],
        'a department sees its own indicators',
        'return sql`${indicator.responsibleZh} = ${department}`',
        'return sql`true`',
      ],
      [['R2'], 'nobody else sees what is in review', 'return sql`false`', 'return sql`true`'],
    ],
  },
  {
    file: 'lib/reporting/review/returns/queries.ts',
    tests: ['lib/reporting/review/reads.test.ts'],
    guards: [[['R2'], 'a draft is its reporter’s alone', "ne(submissionValue.state, 'draft'),", '']],
  },
  {
    file: 'lib/reporting/review/approve-figures.ts',
    tests: [review],
    guards: [
      [['review.approve'], 'what has findings is approved by itself', 'figures.length > 1 && flagged', 'false'],
      [
        ['R5', 'review.approve'],
        'a figure published before does not vanish',
        'await refuseVanishing(work, deciding);',
        '',
      ],
      [['review.approve'], 'only the last level publishes', 'if (next === null) {', 'if (true) {'],
    ],
  },
  {
    file: 'lib/reporting/review/return-figures.ts',
    tests: [review],
    guards: [[['review.return'], 'a return has a reason', 'reason: Reason }', 'reason: Reason.or(Reason.catch("")) }']],
  },
  {
    file: 'lib/reporting/review/verify-figure.ts',
    tests: [review],
    guards: [
      [['review.verify'], 'a verified figure has a reason', 'lines(shortestExplanation, 300)', 'lines(1, 300)'],
      [['review.verify'], 'a verified figure is a plain number', "reading.qualifier !== 'exact'", 'false'],
      [['review.verify'], 'what was reported is no verified figure', 'isBack && found.approvedValue === null', 'false'],
    ],
  },
  {
    file: 'lib/reporting/review/ask-reopening.ts',
    tests: [review],
    guards: [
      [['R5', 'submission.askReopening'], 'only what is approved is asked for', "state !== 'approved'", 'false'],
      [['submission.askReopening'], 'there is one request at a time', 'before.pending > 0', 'false'],
      [
        ['R2', 'submission.askReopening'],
        'a department asks for its own indicators',
        "principal.role === 'departmentReviewer' ?",
        'false ?',
      ],
    ],
  },
  {
    file: 'lib/reporting/review/decide-reopening.ts',
    tests: [progress, ownReturns],
    guards: [
      [['R5', 'submission.decideReopening'], 'a request is decided once', "eq(reopenRequest.state, 'pending'),", ''],
      [
        ['R5', 'submission.decideReopening'],
        'nobody grants the own request',
        'request.askedBy === principal.userId',
        'false',
      ],
    ],
  },
  {
    file: 'lib/reporting/collections/queries.ts',
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
    file: 'lib/reporting/collections/exceptions/extend-deadline.ts',
    tests: [collections],
    guards: [
      [['submission.extend'], 'what is closed is not extended', "one.collection.state !== 'open'", 'false'],
      [['submission.extend'], 'who has submitted gets no more time', 'if (one.firstSubmittedAt)', 'if (false)'],
      [['R8', 'submission.extend'], 'more time is still to come', 'if (until <= now)', 'if (false)'],
      [['submission.extend'], 'more time ends after the deadline', 'until <= one.collection.dueAt', 'false'],
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
      [['R4', 'figures.import'], 'the same content counts once', 'if (before) return', 'if (false) return'],
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
    tests: ['lib/cli/demonstration/figures.test.ts'],
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
    file: 'lib/reporting/validation/create-rule.ts',
    tests: [rules],
    guards: [[['rule.create'], 'a code is given once', 'if (held) throw', 'if (false) throw']],
  },
  {
    file: 'lib/reporting/validation/change-rule.ts',
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
    file: 'lib/observations/queries.ts',
    tests: ['lib/reporting/revisions/revisions.test.ts', 'lib/catalogue/units/queries.test.ts'],
    guards: [
      [
        ['R2'],
        'figures of units that one may not read do not exist',
        "principal.units === 'all' ? undefined : inArray(orgUnitCode, [...principal.units])",
        'undefined',
      ],
    ],
  },
  {
    file: 'lib/observations/recording/queries.ts',
    tests: ['lib/reporting/revisions/revisions.test.ts'],
    guards: [
      [
        ['R5'],
        'an estimate never replaces a final figure',
        'where array_position(${vintageOrder}, excluded.vintage) >= array_position(${vintageOrder}, observation.vintage)',
        '',
      ],
    ],
  },
];
