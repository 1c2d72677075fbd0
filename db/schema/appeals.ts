import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { run } from '@/db/schema/assessment';
import { wordList } from '@/db/schema/catalogue';
import { keptFile, moment, orgUnitCode } from '@/db/schema/collections';
import { appealStates, appealSteps, outcomes, type Remedy } from '@/lib/assessment/appeals/words';

const runId = () =>
  text('run_id')
    .notNull()
    .references(() => run.id);

/** 公示: the announcements of a published run; the last one holds. Append-only: a trigger refuses updates and deletions. */
export const publicity = pgTable(
  'publicity',
  {
    runId: runId(),
    number: integer().notNull(),
    firstDay: date('first_day').notNull(),
    lastDay: date('last_day').notNull(),
    /** The last day on which units may appeal. */
    appealsUntil: date('appeals_until').notNull(),
    /** Who receives appeals. */
    body: text().notNull(),
    contact: text().notNull(),
    telephone: text().notNull(),
    words: text().notNull(),
    /** Why it replaces the one before; empty for the first. */
    reason: text().notNull(),
    actor: text().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.number] }),
    check('publicity_days_in_order', sql`${t.firstDay} <= ${t.lastDay} and ${t.lastDay} <= ${t.appealsUntil}`),
  ],
);

/** 申诉: what a unit holds against its result in a published run. The row says what its events tell when they are replayed. */
export const appeal = pgTable(
  'appeal',
  {
    id: text().primaryKey(),
    runId: runId(),
    orgUnitCode: orgUnitCode(),
    /** The keys of the items; empty text for the total. */
    about: jsonb().$type<readonly string[]>().notNull(),
    grounds: text().notNull(),
    asks: text().notNull(),
    state: text({ enum: appealStates }).notNull(),
    /** The decision that holds; null before the first. */
    outcome: text({ enum: outcomes }),
    /** The last day on which the unit may ask for a review; null before the decision. */
    reviewUntil: date('review_until'),
    remedy: jsonb().$type<Remedy | null>(),
    /** Everybody who took a step. */
    actors: jsonb().$type<readonly string[]>().notNull(),
    /** The number of its events. */
    version: integer().notNull().default(1),
    filedAt: moment('filed_at').notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    index('appeal_by_unit').on(t.orgUnitCode, t.state),
    index('appeal_by_run').on(t.runId),
    check('appeal_state_known', sql`${t.state} in (${wordList(appealStates)})`),
    check('appeal_outcome_known', sql`${t.outcome} in (${wordList(outcomes)})`),
  ],
);

const appealId = () =>
  text('appeal_id')
    .notNull()
    .references(() => appeal.id);

/** Every step of an appeal, in order. Append-only: a trigger refuses updates and deletions. */
export const appealEvent = pgTable(
  'appeal_event',
  {
    appealId: appealId(),
    step: integer().notNull(),
    kind: text({ enum: appealSteps }).notNull(),
    /** What the step says besides its words. */
    facts: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    words: text().notNull(),
    actor: text().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.appealId, t.step] }),
    check('appeal_event_kind_known', sql`${t.kind} in (${wordList(appealSteps)})`),
  ],
);

/** The evidence of an appeal, kept as it was uploaded. */
export const appealFile = pgTable('appeal_file', { appealId: appealId(), ...keptFile() }, (t) => [
  primaryKey({ columns: [t.appealId, t.sha256] }),
]);
