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
import type { CheckKind } from '@/lib/reporting/validation/words';
import { checkKinds } from '@/lib/reporting/validation/words';
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

/** The return of one unit for a collection. Its counts follow its figures and are kept on write. */
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
    /** How often it was submitted, and whether a reviewer has decided anything since. */
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
    /** How many steps its history has. */
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

/** What a field of a figure says: as typed, and as read. */
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

/** One figure of a return. A row comes to be when something is first written of it. */
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
    /** Whose decision it waits for; null when for nobody's. */
    awaits: text({ enum: reviewLevels }),
    /** 核定数: what a reviewer found instead of the reported value, with the reason; both stay. */
    approvedValue: numeric('approved_value'),
    approvedDecimals: integer('approved_decimals'),
    approvedReason: text('approved_reason').notNull().default(''),
    approvedBy: text('approved_by'),
    returnReason: text('return_reason').notNull().default(''),
    returnedBy: text('returned_by'),
    submittedBy: text('submitted_by'),
    /** The round of the return in which it was last submitted. */
    round: integer().notNull().default(0),
    /** What the checks found when it was submitted, and the place of the worst among the severities; 9 for none. */
    findings: jsonb().$type<readonly CheckFinding[]>().notNull().default([]),
    worst: integer().notNull().default(9),
    /** The upload that wrote it last; null when a form did. */
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
  ],
);

/** Every step of a return and of its figures, in order. Append-only: a trigger refuses the rest. */
export const reviewEvent = pgTable(
  'review_event',
  {
    orgUnitCode: text('org_unit_code').notNull(),
    collectionId: text('collection_id').notNull(),
    step: integer().notNull(),
    kind: text({ enum: reviewSteps }).notNull(),
    /** The figure it is about; null for the return as a whole. */
    indicatorCode: text('indicator_code').references(() => indicator.code),
    periodCode: text('period_code').references(() => period.code),
    /** The figure as it was then. */
    value: numeric(),
    decimals: integer(),
    qualifier: text({ enum: qualifiers }),
    qualifierPrinted: text('qualifier_printed'),
    absence: text({ enum: absences }),
    reportedYoy: numeric('reported_yoy'),
    approvedValue: numeric('approved_value'),
    approvedDecimals: integer('approved_decimals'),
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

/** Somebody asks that approved figures be opened again; a second person grants or refuses it. */
export const reopenRequest = pgTable(
  'reopen_request',
  {
    orgUnitCode: text('org_unit_code').notNull(),
    collectionId: text('collection_id').notNull(),
    number: integer().notNull(),
    /** The figures, as `keyOf` writes them. */
    figures: jsonb().$type<readonly string[]>().notNull(),
    reason: text().notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: moment('asked_at').notNull(),
    state: text({ enum: reopenStates }).notNull().default('pending'),
    decidedBy: text('decided_by'),
    decidedAt: moment('decided_at'),
    decision: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orgUnitCode, t.collectionId, t.number] }),
    foreignKey({ name: 'reopen_request_of_submission', ...ofSubmission(t as never) }),
    index('reopen_request_pending').on(t.askedAt).where(sql`${t.state} = 'pending'`),
    check('reopen_request_state_known', sql`${t.state} in (${wordList(reopenStates)})`),
  ],
);

/** A file of figures that a unit sent: what it holds waits in `upload_row` until it is committed or forgotten. */
export const upload = pgTable(
  'upload',
  {
    id: text().primaryKey(),
    orgUnitCode: orgUnitCode(),
    /** The collection whose template it is; null for a tidy list, which may serve several. */
    collectionId: text('collection_id').references(() => collection.id),
    fileName: text('file_name').notNull(),
    /** Of the content, so that the same file counts once. */
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
    /** What is wrong with the file as a whole, or was mended while it was read. */
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

/** One row of an upload: what it says, what was there, what committing it would do. */
export const uploadRow = pgTable(
  'upload_row',
  {
    uploadId: text('upload_id')
      .notNull()
      .references(() => upload.id, { onDelete: 'cascade' }),
    /** The row of the sheet, counted from 1. */
    rowNumber: integer('row_number').notNull(),
    /** The cell of the value, `H12`. */
    address: text().notNull(),
    kind: text({ enum: rowKinds }).notNull(),
    collectionId: text('collection_id'),
    indicatorCode: text('indicator_code'),
    periodCode: text('period_code'),
    ...entryColumns(),
    /** What stood there when the file was read, and the version it had; 0 for nothing. */
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

/** A rule that figures are checked by. A changed rule is a new row from a day on, never an edit of the past. */
export const checkRule = pgTable(
  'check_rule',
  {
    code: text().notNull(),
    /** The rule holds for periods that end on this day or later, until the next row of its code. */
    validFrom: date('valid_from').notNull(),
    kind: text({ enum: checkKinds }).$type<CheckKind>().notNull(),
    severity: text({ enum: severities }).notNull(),
    /** The indicators it is for; null for all. */
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
