import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { indicator, period, wordList } from '@/db/schema/catalogue';
import {
  attachment,
  bytes,
  collection,
  collectionId,
  indicatorCode,
  moment,
  orgUnitCode,
  periodCode,
} from '@/db/schema/collections';
import { qualifiers } from '@/lib/observations/words';
import type { StagedFinding, StagedOld } from '@/lib/reporting/import/words';
import type { CheckKind } from '@/lib/reporting/rules/words';
import { checkKinds } from '@/lib/reporting/rules/words';
import {
  absences,
  type CheckFinding,
  figureStates,
  reopenStates,
  reviewLevels,
  reviewSteps,
  rowKinds,
  severities,
  submissionStates,
  uploadStates,
} from '@/lib/reporting/words';

/** The return of one unit for a collection. The counts of its figures are kept on write. */
export const submission = pgTable(
  'submission',
  {
    orgUnitCode: orgUnitCode(),
    collectionId: collectionId(),
    state: text({ enum: submissionStates }).notNull().default('empty'),
    items: integer().notNull(),
    filled: integer().notNull().default(0),
    submitted: integer().notNull().default(0),
    returned: integer().notNull().default(0),
    approved: integer().notNull().default(0),
    /** The number of submissions, and whether a reviewer has decided anything since the last. */
    round: integer().notNull().default(0),
    reviewBegan: boolean('review_began').notNull().default(false),
    firstSubmittedAt: moment('first_submitted_at'),
    submittedAt: moment('submitted_at'),
    savedAt: moment('saved_at'),
    /** An exception to the deadline. */
    extendedUntil: moment('extended_until'),
    extendedReason: text('extended_reason').notNull().default(''),
    remindedAt: moment('reminded_at'),
    reminder: text().notNull().default(''),
    reminders: integer().notNull().default(0),
    /** The number of events in its history. */
    steps: integer().notNull().default(0),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.orgUnitCode, t.collectionId] }),
    index('submission_by_collection').on(t.collectionId, t.state),
    check('submission_state_known', sql`${t.state} in (${wordList(submissionStates)})`),
  ],
);

const ofSubmission = (t: { orgUnitCode: never; collectionId: never }) => ({
  columns: [t.orgUnitCode, t.collectionId] as [never, never],
  foreignColumns: [submission.orgUnitCode, submission.collectionId] as [never, never],
});

/** The content of a figure's field: as typed, and as read. */
const entryColumns = () => ({
  typed: text().notNull(),
  value: numeric(),
  decimals: integer().notNull(),
  qualifier: text({ enum: qualifiers }).notNull(),
  qualifierPrinted: text('qualifier_printed').notNull(),
  absence: text({ enum: absences }).notNull(),
  typedYoy: text('typed_yoy').notNull(),
  reportedYoy: numeric('reported_yoy'),
  note: text().notNull(),
  sourceText: text('source_text').notNull(),
  explanation: text().notNull(),
});

/** One figure of a return. The row is created by the first entry. */
export const submissionValue = pgTable(
  'submission_value',
  {
    orgUnitCode: text('org_unit_code').notNull(),
    collectionId: text('collection_id').notNull(),
    indicatorCode: indicatorCode(),
    periodCode: periodCode(),
    ...entryColumns(),
    evidenceId: text('evidence_id').references(() => attachment.id),
    state: text({ enum: figureStates }).notNull(),
    /** The level of review whose decision is due; null when none is. */
    awaits: text({ enum: reviewLevels }),
    /** 核定数: the value that a reviewer found instead of the reported one, with the reason; both stay. */
    approvedValue: numeric('approved_value'),
    approvedDecimals: integer('approved_decimals'),
    /** 同比 of the approved value, where the reviewer gave one: that of the reported value is not published with it. */
    approvedYoy: numeric('approved_yoy'),
    approvedReason: text('approved_reason').notNull().default(''),
    approvedBy: text('approved_by'),
    returnReason: text('return_reason').notNull().default(''),
    returnedBy: text('returned_by'),
    submittedBy: text('submitted_by'),
    /** The round of the return in which the figure was last submitted. */
    round: integer().notNull().default(0),
    /** The findings of the checks at submission, and the index of the worst severity; 9 for none. */
    findings: jsonb().$type<readonly CheckFinding[]>().notNull().default([]),
    worst: integer().notNull().default(9),
    /** The upload that wrote it last; null for an entry in the form. */
    uploadId: text('upload_id'),
    version: integer().notNull().default(1),
    updatedBy: text('updated_by').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgUnitCode, t.collectionId, t.indicatorCode, t.periodCode] }),
    foreignKey({ name: 'submission_value_of_submission', ...ofSubmission(t as never) }),
    index('submission_value_awaiting').on(t.awaits, t.orgUnitCode, t.collectionId).where(sql`${t.awaits} is not null`),
    index('submission_value_by_figure').on(t.indicatorCode, t.periodCode, t.orgUnitCode),
    check('submission_value_state_known', sql`${t.state} in (${wordList(figureStates)})`),
    check('submission_value_absence_known', sql`${t.absence} in (${wordList(absences)})`),
    check('submission_value_awaits_when_submitted', sql`(${t.state} = 'submitted') = (${t.awaits} is not null)`),
    check('submission_value_number_or_absence', sql`${t.value} is null or ${t.absence} = 'none'`),
    check('submission_value_yoy_of_approved', sql`${t.approvedYoy} is null or ${t.approvedValue} is not null`),
  ],
);

/** Every event of a return and of its figures, in order. Append-only: a trigger refuses updates and deletions. */
export const reviewEvent = pgTable(
  'review_event',
  {
    orgUnitCode: text('org_unit_code').notNull(),
    collectionId: text('collection_id').notNull(),
    step: integer().notNull(),
    kind: text({ enum: reviewSteps }).notNull(),
    /** The indicator of the figure; null for the return as a whole. */
    indicatorCode: text('indicator_code').references(() => indicator.code),
    periodCode: text('period_code').references(() => period.code),
    /** The figure at that moment. */
    value: numeric(),
    decimals: integer(),
    qualifier: text({ enum: qualifiers }),
    qualifierPrinted: text('qualifier_printed'),
    absence: text({ enum: absences }),
    reportedYoy: numeric('reported_yoy'),
    approvedValue: numeric('approved_value'),
    approvedDecimals: integer('approved_decimals'),
    approvedYoy: numeric('approved_yoy'),
    reason: text().notNull(),
    actor: text().notNull(),
    actorRole: text('actor_role').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgUnitCode, t.collectionId, t.step] }),
    foreignKey({ name: 'review_event_of_submission', ...ofSubmission(t as never) }),
    index('review_event_by_actor').on(t.actor, t.at),
    index('review_event_by_figure').on(t.indicatorCode, t.periodCode, t.orgUnitCode),
    check('review_event_kind_known', sql`${t.kind} in (${wordList(reviewSteps)})`),
  ],
);

/** What a unit asks the office for, and the answer. */
const requestColumns = () => ({
  orgUnitCode: text('org_unit_code').notNull(),
  collectionId: text('collection_id').notNull(),
  number: integer().notNull(),
  reason: text().notNull(),
  askedBy: text('asked_by').notNull(),
  askedAt: moment('asked_at').notNull(),
  state: text({ enum: reopenStates }).notNull().default('pending'),
  decidedBy: text('decided_by'),
  decidedAt: moment('decided_at'),
  decision: text().notNull().default(''),
});

/** A request to reopen approved figures; a second person grants or refuses it. */
export const reopenRequest = pgTable(
  'reopen_request',
  {
    ...requestColumns(),
    /** The figures, as `keyOf` writes them. */
    figures: jsonb().$type<readonly string[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgUnitCode, t.collectionId, t.number] }),
    foreignKey({ name: 'reopen_request_of_submission', ...ofSubmission(t as never) }),
    index('reopen_request_pending').on(t.askedAt).where(sql`${t.state} = 'pending'`),
    check('reopen_request_state_known', sql`${t.state} in (${wordList(reopenStates)})`),
  ],
);

/** A unit's request for more time; the office extends its deadline or refuses. */
export const extensionRequest = pgTable(
  'extension_request',
  {
    ...requestColumns(),
    /** The last day that the unit wishes. */
    wishedOn: date('wished_on').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgUnitCode, t.collectionId, t.number] }),
    foreignKey({ name: 'extension_request_of_submission', ...ofSubmission(t as never) }),
    index('extension_request_pending').on(t.askedAt).where(sql`${t.state} = 'pending'`),
    check('extension_request_state_known', sql`${t.state} in (${wordList(reopenStates)})`),
  ],
);

/** An uploaded file of figures: its content waits in `upload_row` until it is committed or discarded. */
export const upload = pgTable(
  'upload',
  {
    id: text().primaryKey(),
    orgUnitCode: orgUnitCode(),
    /** The collection of the template; null for a tidy list, which may serve several. */
    collectionId: text('collection_id').references(() => collection.id),
    fileName: text('file_name').notNull(),
    /** The hash of the content, so that the same file counts once. */
    sha256: text().notNull(),
    content: bytes().notNull(),
    format: text().notNull(),
    encoding: text(),
    /** The template's version; 0 for a tidy list. */
    template: integer().notNull(),
    state: text({ enum: uploadStates }).notNull().default('staged'),
    added: integer().notNull(),
    changed: integer().notNull(),
    unchanged: integer().notNull(),
    faulty: integer().notNull(),
    /** Findings about the file as a whole, and mended faults. */
    findings: jsonb().$type<readonly StagedFinding[]>().notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: moment('uploaded_at').notNull(),
    committedBy: text('committed_by'),
    committedAt: moment('committed_at'),
    undoneAt: moment('undone_at'),
  },
  (t) => [
    uniqueIndex('upload_once').on(t.orgUnitCode, t.sha256).where(sql`${t.state} <> 'undone'`),
    index('upload_by_moment').on(t.orgUnitCode, t.uploadedAt),
    check('upload_state_known', sql`${t.state} in (${wordList(uploadStates)})`),
  ],
);

/** One row of an upload: its value, the present value, and the effect of committing it. */
export const uploadRow = pgTable(
  'upload_row',
  {
    uploadId: text('upload_id')
      .notNull()
      .references(() => upload.id, { onDelete: 'cascade' }),
    /** The place among the figures that the file has, from 1; a row of the sheet may have several. */
    rowNumber: integer('row_number').notNull(),
    /** The cell of the value, `H12`. */
    address: text().notNull(),
    kind: text({ enum: rowKinds }).notNull(),
    collectionId: text('collection_id'),
    indicatorCode: text('indicator_code'),
    periodCode: text('period_code'),
    ...entryColumns(),
    /** The present value when the file was read, and its version; 0 for none. */
    old: jsonb().$type<StagedOld | null>(),
    oldVersion: integer('old_version').notNull(),
    findings: jsonb().$type<readonly StagedFinding[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.uploadId, t.rowNumber] }),
    index('upload_row_by_kind').on(t.uploadId, t.kind, t.rowNumber),
    check('upload_row_kind_known', sql`${t.kind} in (${wordList(rowKinds)})`),
  ],
);

/** A check rule for figures. A changed rule is a new row that holds from a day on, never an edit of the past. */
export const checkRule = pgTable(
  'check_rule',
  {
    code: text().notNull(),
    /** The rule applies to periods that end on this day or later, until the next row of its code. */
    validFrom: date('valid_from').notNull(),
    kind: text({ enum: checkKinds }).$type<CheckKind>().notNull(),
    severity: text({ enum: severities }).notNull(),
    /** The indicators that the rule applies to; null for all. */
    indicatorCodes: jsonb('indicator_codes').$type<readonly string[] | null>(),
    parameters: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    messageZh: text('message_zh').notNull(),
    messageEn: text('message_en').notNull(),
    isActive: boolean('is_active').notNull(),
    version: integer().notNull().default(1),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.code, t.validFrom] }),
    check('check_rule_kind_known', sql`${t.kind} in (${wordList(checkKinds)})`),
    check('check_rule_severity_known', sql`${t.severity} in (${wordList(severities)})`),
  ],
);

/** Whom to call about a unit's returns. Read by those who chase or review them alone, never by visitors. */
export const unitContact = pgTable('unit_contact', {
  orgUnitCode: orgUnitCode().primaryKey(),
  name: text().notNull(),
  telephone: text().notNull(),
  updatedBy: text('updated_by').notNull(),
  updatedAt: moment('updated_at').notNull(),
});
