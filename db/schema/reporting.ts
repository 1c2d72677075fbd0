import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { indicator, orgUnit, peerGroup, period, source, wordList } from '@/db/schema/catalogue';
import { qualifiers, vintages } from '@/lib/observations/words';
import type { StagedFinding, StagedOld } from '@/lib/reporting/import/words';
import type { CheckKind } from '@/lib/reporting/validation/words';
import { checkKinds } from '@/lib/reporting/validation/words';
import {
  absences,
  type CalendarFrequency,
  type CheckFinding,
  calendarFrequencies,
  collectionStates,
  figureStates,
  type ReviewLevel,
  reopenStates,
  reviewLevels,
  reviewSteps,
  rowKinds,
  severities,
  submissionStates,
  uploadStates,
} from '@/lib/reporting/words';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

/** What a calendar asks for of an indicator: the period itself, the year so far, or both. */
export type CalendarItem = {
  readonly indicatorCode: string;
  readonly basis: 'current' | 'yearToDate';
  readonly isRequired: boolean;
};

/** What opens a collection again and again: monthly by the 18th, and so on. */
export const collectionCalendar = pgTable(
  'collection_calendar',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    frequency: text({ enum: calendarFrequencies }).$type<CalendarFrequency>().notNull(),
    /** Whether January is reported with February, as 1—2月. */
    mergesJanuary: boolean('merges_january').notNull(),
    /** The day of the month after the period on which it opens and is due; past a month's end, its last day. */
    opensDay: integer('opens_day').notNull(),
    dueDay: integer('due_day').notNull(),
    /** How many months after the period's last one it is due. */
    dueMonthsAfter: integer('due_months_after').notNull(),
    /** The hour of the deadline, `17:30`, Shanghai. */
    dueTime: text('due_time').notNull(),
    graceDays: integer('grace_days').notNull(),
    peerGroupCode: text('peer_group_code').references(() => peerGroup.code),
    /** The units, where they are named one by one and not by a group. */
    unitCodes: jsonb('unit_codes').$type<readonly string[]>().notNull(),
    items: jsonb().$type<readonly CalendarItem[]>().notNull(),
    reviewChain: jsonb('review_chain').$type<readonly ReviewLevel[]>().notNull(),
    vintage: text({ enum: vintages }).notNull(),
    instructions: text().notNull(),
    /** The first period it opens. */
    startsWith: text('starts_with').notNull(),
    isActive: boolean('is_active').notNull(),
    version: integer().notNull().default(1),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    check('collection_calendar_frequency_known', sql`${t.frequency} in (${wordList(calendarFrequencies)})`),
    check('collection_calendar_vintage_known', sql`${t.vintage} in (${wordList(vintages)})`),
  ],
);

/** 填报任务: figures asked of units for a period, with the time for them and who reviews them. */
export const collection = pgTable(
  'collection',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    periodCode: text('period_code')
      .notNull()
      .references(() => period.code),
    /** The group whose members were asked; null when units were named one by one. */
    peerGroupCode: text('peer_group_code').references(() => peerGroup.code),
    calendarId: text('calendar_id').references(() => collectionCalendar.id),
    opensAt: moment('opens_at').notNull(),
    dueAt: moment('due_at').notNull(),
    /** Until when a late return is still taken; after it only by an exception. */
    graceUntil: moment('grace_until').notNull(),
    /** Who reviews, in order. */
    reviewChain: jsonb('review_chain').$type<readonly ReviewLevel[]>().notNull(),
    /** What an approval makes of a figure: 快报, 初步, 核定 or 最终. */
    vintage: text({ enum: vintages }).notNull(),
    instructions: text().notNull(),
    state: text({ enum: collectionStates }).notNull().default('open'),
    closedReason: text('closed_reason').notNull().default(''),
    /** The document that its approved figures cite. */
    sourceCode: text('source_code')
      .notNull()
      .references(() => source.code),
    isDemonstration: boolean('is_demonstration').notNull().default(false),
    version: integer().notNull().default(1),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    check('collection_state_known', sql`${t.state} in (${wordList(collectionStates)})`),
    check('collection_vintage_known', sql`${t.vintage} in (${wordList(vintages)})`),
    check('collection_times_ordered', sql`${t.opensAt} < ${t.dueAt} and ${t.dueAt} <= ${t.graceUntil}`),
    uniqueIndex('collection_of_calendar').on(t.calendarId, t.periodCode),
    index('collection_by_state').on(t.state, t.dueAt),
  ],
);

const collectionId = () =>
  text('collection_id')
    .notNull()
    .references(() => collection.id);
const indicatorCode = () =>
  text('indicator_code')
    .notNull()
    .references(() => indicator.code);
const periodCode = () =>
  text('period_code')
    .notNull()
    .references(() => period.code);
const orgUnitCode = () =>
  text('org_unit_code')
    .notNull()
    .references(() => orgUnit.code);

/** A figure that a collection asks for: an indicator in a period, the month itself or the year so far. */
export const collectionItem = pgTable(
  'collection_item',
  {
    collectionId: collectionId(),
    indicatorCode: indicatorCode(),
    periodCode: periodCode(),
    sortOrder: integer('sort_order').notNull(),
    isRequired: boolean('is_required').notNull(),
  },
  (t) => [primaryKey({ columns: [t.collectionId, t.indicatorCode, t.periodCode] })],
);

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

/** A file that came with a return as evidence, or with a collection as instructions. */
export const attachment = pgTable(
  'attachment',
  {
    id: text().primaryKey(),
    sha256: text().notNull(),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer().notNull(),
    content: bytes().notNull(),
    collectionId: collectionId(),
    /** The unit whose evidence it is; null for instructions to all. */
    orgUnitCode: text('org_unit_code').references(() => orgUnit.code),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: moment('uploaded_at').notNull(),
  },
  (t) => [index('attachment_by_collection').on(t.collectionId)],
);

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
