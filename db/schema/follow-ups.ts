import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { run } from '@/db/schema/assessment';
import { indicator, orgUnit, period, wordList } from '@/db/schema/catalogue';
import { collection, keptFile, moment } from '@/db/schema/collections';
import { monitoringReport } from '@/db/schema/reports';
import {
  type AskedExtension,
  type Condition,
  endStates,
  followUpStates,
  followUpSteps,
  type Origin,
  remarkKinds,
} from '@/lib/monitoring/follow-ups/words';

/** A matter that a unit is to settle by a day. The row says what its events tell when they are replayed. */
export const followUp = pgTable(
  'follow_up',
  {
    /** Year and number, 2026-12. */
    id: text().primaryKey(),
    title: text().notNull(),
    matter: text().notNull(),
    /** The unit that answers for it. */
    orgUnitCode: text('org_unit_code')
      .notNull()
      .references(() => orgUnit.code),
    /** The codes of units that help. */
    assisting: jsonb().$type<readonly string[]>().notNull(),
    dueOn: date('due_on').notNull(),
    condition: jsonb().$type<Condition | null>(),
    origin: jsonb().$type<Origin>().notNull(),
    state: text({ enum: followUpStates }).notNull(),
    measures: text().notNull().default(''),
    reportedBy: text('reported_by'),
    extension: jsonb().$type<AskedExtension | null>(),
    mergedInto: text('merged_into').references((): AnyPgColumn => followUp.id),
    /** The number of its events. */
    version: integer().notNull().default(1),
    updatedBy: text('updated_by').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    index('follow_up_by_unit').on(t.orgUnitCode, t.state),
    index('follow_up_by_due').on(t.state, t.dueOn),
    // The order of lists: not ended ones first.
    index('follow_up_in_order').on(sql`(${t.state} in (${wordList(endStates)}))`, t.dueOn),
    check('follow_up_state_known', sql`${t.state} in (${wordList(followUpStates)})`),
  ],
);

/** Every step of a follow-up, in order. Append-only: a trigger refuses updates and deletions. */
export const followUpEvent = pgTable(
  'follow_up_event',
  {
    followUpId: text('follow_up_id')
      .notNull()
      .references(() => followUp.id),
    step: integer().notNull(),
    kind: text({ enum: followUpSteps }).notNull(),
    /** What the step says besides its words. */
    facts: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    words: text().notNull(),
    actor: text().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.followUpId, t.step] }),
    check('follow_up_event_kind_known', sql`${t.kind} in (${wordList(followUpSteps)})`),
  ],
);

/** The evidence of a follow-up, kept as it was uploaded. */
export const followUpFile = pgTable(
  'follow_up_file',
  {
    followUpId: text('follow_up_id')
      .notNull()
      .references(() => followUp.id),
    ...keptFile(),
  },
  (t) => [primaryKey({ columns: [t.followUpId, t.sha256] })],
);

/** What a leader wrote about a lamp, a figure, a score, a report or a collection, and the follow-up that the office raised from it. */
export const leaderRemark = pgTable(
  'leader_remark',
  {
    id: text().primaryKey(),
    kind: text({ enum: remarkKinds }).notNull().default('lamp'),
    // Each kind has some of these.
    orgUnitCode: text('org_unit_code').references(() => orgUnit.code),
    indicatorCode: text('indicator_code').references(() => indicator.code),
    year: smallint(),
    month: smallint(),
    periodCode: text('period_code').references(() => period.code),
    runId: text('run_id').references(() => run.id),
    reportId: text('report_id').references(() => monitoringReport.id),
    collectionId: text('collection_id').references(() => collection.id),
    words: text().notNull(),
    writtenBy: text('written_by').notNull(),
    writtenAt: moment('written_at').notNull(),
    /** Null while it waits for the office. */
    followUpId: text('follow_up_id').references(() => followUp.id),
    /** Why the office raises no follow-up from it; null where it has not said so. */
    answer: text(),
    answeredBy: text('answered_by'),
  },
  (t) => [
    index('leader_remark_by_lamp').on(t.orgUnitCode, t.indicatorCode, t.year, t.month),
    index('leader_remark_by_writer').on(t.writtenBy, t.writtenAt),
    check('leader_remark_kind_known', sql`${t.kind} in (${wordList(remarkKinds)})`),
    check(
      'leader_remark_about',
      sql`(${t.kind} in ('lamp', 'figure', 'score')) = (${t.orgUnitCode} is not null)
        and (${t.kind} in ('lamp', 'figure')) = (${t.indicatorCode} is not null)
        and (${t.kind} = 'lamp') = (${t.year} is not null) and (${t.kind} = 'lamp') = (${t.month} is not null)
        and (${t.kind} = 'figure') = (${t.periodCode} is not null) and (${t.kind} = 'score') = (${t.runId} is not null)
        and (${t.kind} = 'report') = (${t.reportId} is not null)
        and (${t.kind} = 'collection') = (${t.collectionId} is not null)`,
    ),
    check('leader_remark_once', sql`${t.followUpId} is null or ${t.answer} is null`),
  ],
);
