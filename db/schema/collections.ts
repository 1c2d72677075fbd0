import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { indicator, orgUnit, peerGroup, period, source, wordList } from '@/db/schema/catalogue';
import { vintages } from '@/lib/observations/words';
import { type CalendarFrequency, calendarFrequencies, collectionStates, type ReviewLevel } from '@/lib/reporting/words';

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

/** A file that is kept as it was uploaded. */
export const keptFile = () => ({
  sha256: text().notNull(),
  fileName: text('file_name').notNull(),
  mediaType: text('media_type').notNull(),
  size: integer().notNull(),
  content: bytes().notNull(),
  uploadedBy: text('uploaded_by').notNull(),
  uploadedAt: moment('uploaded_at').notNull(),
});

/** What a calendar asks for of an indicator: the period itself, the year to date, or both. */
export type CalendarItem = {
  readonly indicatorCode: string;
  readonly basis: 'current' | 'yearToDate';
  readonly isRequired: boolean;
};

/** 表号 and 制定机关 at the right top of a statistical form; empty for none. */
const formMark = () => ({
  formNumber: text('form_number').notNull().default(''),
  issuedBy: text('issued_by').notNull().default(''),
});

/** A calendar that opens collections repeatedly: monthly by the 18th, and so on. */
export const collectionCalendar = pgTable(
  'collection_calendar',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    frequency: text({ enum: calendarFrequencies }).$type<CalendarFrequency>().notNull(),
    /** Whether January is reported with February, as 1—2月. */
    mergesJanuary: boolean('merges_january').notNull(),
    /**
     * The day of the month after the period on which the collection opens and is due; past a month's end, its last day.
     */
    opensDay: integer('opens_day').notNull(),
    dueDay: integer('due_day').notNull(),
    /** The number of months between the period's last month and the due month. */
    dueMonthsAfter: integer('due_months_after').notNull(),
    /** The hour of the deadline, `17:30`, Shanghai time. */
    dueTime: text('due_time').notNull(),
    graceDays: integer('grace_days').notNull(),
    peerGroupCode: text('peer_group_code').references(() => peerGroup.code),
    /** The units, where they are named one by one and not by a group. */
    unitCodes: jsonb('unit_codes').$type<readonly string[]>().notNull(),
    items: jsonb().$type<readonly CalendarItem[]>().notNull(),
    reviewChain: jsonb('review_chain').$type<readonly ReviewLevel[]>().notNull(),
    vintage: text({ enum: vintages }).notNull(),
    instructions: text().notNull(),
    ...formMark(),
    /** The first period for which it opens a collection. */
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

/** 填报任务: figures asked of units for a period, with deadlines and reviewers. */
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
    /** The last moment for a late return; after it a return needs an exception. */
    graceUntil: moment('grace_until').notNull(),
    /** The levels of review, in order. */
    reviewChain: jsonb('review_chain').$type<readonly ReviewLevel[]>().notNull(),
    /** The vintage that an approval gives a figure: 快报, 初步, 核定 or 最终. */
    vintage: text({ enum: vintages }).notNull(),
    instructions: text().notNull(),
    ...formMark(),
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

export const collectionId = () =>
  text('collection_id')
    .notNull()
    .references(() => collection.id);
export const indicatorCode = () =>
  text('indicator_code')
    .notNull()
    .references(() => indicator.code);
export const periodCode = () =>
  text('period_code')
    .notNull()
    .references(() => period.code);
export const orgUnitCode = () =>
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

/** A file attached to a return as evidence, or to a collection as instructions. */
export const attachment = pgTable(
  'attachment',
  {
    id: text().primaryKey(),
    ...keptFile(),
    collectionId: collectionId(),
    /** The unit that gave the evidence; null for instructions to all. */
    orgUnitCode: text('org_unit_code').references(() => orgUnit.code),
  },
  (t) => [index('attachment_by_collection').on(t.collectionId)],
);
