import type { GuardedFile } from './guard';

const entry = 'lib/reporting/entry/entry.test.ts';
const review = 'lib/reporting/review/review.test.ts';
const progress = 'lib/reporting/collections/progress/progress.test.ts';
const ownReturns = 'lib/reporting/entry/own-returns.test.ts';

/** Guards of a return from the first figure to the approved one. */
export const returnGuards: readonly GuardedFile[] = [
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
        '{ collectionId, unitCode });',
        "{ collectionId, unitCode: 'YI' });",
      ],
      [
        ['R5', 'submission.save'],
        'what is submitted or approved stays',
        'figure && mayWrite(windowOf(one), written?.state ?? null, now)',
        'figure',
      ],
      [
        ['R3', 'submission.save'],
        'a figure that moved is not overwritten',
        '(figure.written?.version ?? 0) !== cell.version',
        'false',
      ],
      [
        ['submission.save'],
        'a figure that nobody asked for is refused',
        "({ key: 'notAskedFor',",
        "({ key: 'windowShut',",
      ],
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
        '{ collectionId, unitCode });',
        "{ collectionId, unitCode: 'YI' });",
      ],
      [['R3', 'submission.submit'], 'a return that moved is not submitted', 'one.version !== version', 'false'],
      [['R5', 'submission.submit'], 'nothing is submitted twice', 'if (sent.length === 0)', 'if (false)'],
      [['submission.submit'], 'a mandatory finding blocks', 'if (blocking.length > 0)', 'if (false)'],
      [['submission.submit'], 'an explanation is given where a rule asks', 'if (silent.length > 0)', 'if (false)'],
    ],
  },
  {
    file: 'lib/reporting/entry/submit-return.ts',
    tests: ['lib/reporting/entry/locked-figures.test.ts'],
    guards: [
      [
        ['submission.submit'],
        'a figure in review is checked against what comes later',
        'await storeFindings(work, one, foundAt(locked, all));',
        '',
      ],
    ],
  },
  {
    file: 'lib/reporting/review/verify-figure.ts',
    tests: ['lib/reporting/entry/locked-figures.test.ts'],
    guards: [
      [
        ['review.verify'],
        'what must agree with a verified figure is compared anew',
        'await checkAgain(work, one, [figure]);',
        '',
      ],
    ],
  },
  {
    file: 'lib/reporting/entry/withdraw-return.ts',
    tests: [entry],
    guards: [
      [
        ['R2', 'submission.withdraw'],
        'a reporter withdraws for the own unit',
        '{ collectionId, unitCode });',
        "{ collectionId, unitCode: 'YI' });",
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
      [['review.approve'], 'what has findings is approved by itself', 'isBatch && flagged', 'false'],
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
    file: 'lib/reporting/review/approve-figures.ts',
    tests: ['lib/reporting/review/verify-figure.test.ts'],
    guards: [
      [
        ['review.approve'],
        'a verified figure has its own growth',
        'case when v.approved_value is null then v.reported_yoy else v.approved_yoy end',
        'v.reported_yoy',
      ],
    ],
  },
  {
    file: 'lib/reporting/review/approve-figures.ts',
    tests: ['lib/reporting/review/approved-findings.test.ts'],
    guards: [
      [['review.approve'], 'a mandatory finding stops an approval', "over === 'impossible'", 'false'],
      [['review.approve'], 'a reviewer explains an own finding', "over === 'withReason'", 'false'],
    ],
  },
  {
    file: 'lib/reporting/review/return-figures.ts',
    tests: ['lib/reporting/review/approved-findings.test.ts'],
    guards: [
      [['review.return'], 'a partner of a returned figure is marked', 'await checkAgain(work, one, figures);', ''],
    ],
  },
  {
    file: 'lib/reporting/review/return-figures.ts',
    tests: [review],
    guards: [[['review.return'], 'a return has a reason', 'reason: Reason }', 'reason: Reason.or(Reason.catch("")) }']],
  },
  {
    file: 'lib/reporting/review/decide-across-units.ts',
    tests: ['lib/reporting/review/across-units.test.ts'],
    guards: [
      [
        ['review.approveUnits'],
        'a batch over units has no findings',
        'isBatch: asked.figures.length > 1',
        'isBatch: false',
      ],
      [
        ['review.returnUnits'],
        'a return of units has a reason',
        'reason: Reason }',
        'reason: Reason.or(Reason.catch("")) }',
      ],
    ],
  },
  {
    file: 'lib/reporting/review/undo-decision.ts',
    tests: ['lib/reporting/review/undo-decision.test.ts'],
    guards: [
      [['review.undo'], 'a decision is undone at once or not', '> undoSeconds * 1000', '> Infinity'],
      [['review.undo'], 'what followed a decision keeps it', 'figures.some(({ isFollowed }) => isFollowed)', 'false'],
      [['review.undo'], 'what is published stays', "figures.some(({ kind }) => kind === 'approved')", 'false'],
    ],
  },
  {
    file: 'lib/reporting/contacts/set-contact.ts',
    tests: ['lib/reporting/contacts/contacts.test.ts'],
    guards: [[['contact.set'], 'a contact is of the own unit', 'principal.unitCode !== unitCode', 'false']],
  },
  {
    file: 'lib/reporting/review/verify-figure.ts',
    tests: ['lib/reporting/review/verify-figure.test.ts'],
    guards: [
      [['review.verify'], 'a verified figure has a reason', 'lines(shortestExplanation, 300)', 'lines(1, 300)'],
      [['review.verify'], 'a verified figure is a plain number', "reading.qualifier === 'exact' || isBack", 'true'],
      [['review.verify'], 'what was reported is no verified figure', 'isBack && found.approvedValue === null', 'false'],
    ],
  },
  {
    file: 'lib/reporting/review/ask-reopening.ts',
    tests: [review],
    guards: [
      [['R5', 'submission.askReopening'], 'only what is locked is asked for', '!isLocked(state)', 'false'],
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
];
