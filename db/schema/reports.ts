import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, smallint, text, unique } from 'drizzle-orm/pg-core';
import { peerGroup, wordList } from '@/db/schema/catalogue';
import { moment } from '@/db/schema/collections';
import { type FrozenReport, reportKinds, reportStates } from '@/lib/monitoring/reports/words';
import type { DatedStep } from '@/lib/monitoring/year-plan/words';

/**
 * A monitoring report (通报) of the lamps of a sequence in a month. Publication tells them: `lamp.told_at` is then
 * `published_at`, and the report shows of each lamp the newest version that was told by then. A trigger keeps a published one.
 */
export const monitoringReport = pgTable(
  'monitoring_report',
  {
    id: text().primaryKey(),
    peerGroupCode: text('peer_group_code')
      .notNull()
      .references(() => peerGroup.code),
    year: smallint().notNull(),
    month: smallint().notNull(),
    kind: text({ enum: reportKinds }).notNull(),
    number: integer().notNull(),
    state: text({ enum: reportStates }).notNull().default('draft'),
    note: text().notNull(),
    frozen: jsonb().$type<FrozenReport | null>(),
    preparedBy: text('prepared_by').notNull(),
    preparedAt: moment('prepared_at').notNull(),
    publishedBy: text('published_by'),
    publishedAt: moment('published_at'),
    version: integer().notNull().default(1),
  },
  (t) => [
    unique('monitoring_report_once').on(t.peerGroupCode, t.year, t.month, t.kind, t.number),
    check('monitoring_report_kind_known', sql`${t.kind} in (${wordList(reportKinds)})`),
    check('monitoring_report_state_known', sql`${t.state} in (${wordList(reportStates)})`),
  ],
);

/** The days until which the steps of a year are to be done (全年日程). */
export const yearPlan = pgTable('year_plan', {
  year: smallint().primaryKey(),
  steps: jsonb().$type<readonly DatedStep[]>().notNull(),
  version: integer().notNull(),
  updatedBy: text('updated_by').notNull(),
  updatedAt: moment('updated_at').notNull(),
});
