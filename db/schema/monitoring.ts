import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { indicator, orgUnit, wordList } from '@/db/schema/catalogue';
import { moment } from '@/db/schema/collections';
import { type TargetPlan, targetSteps } from '@/lib/monitoring/targets/words';

const targetKey = () => ({
  orgUnitCode: text('org_unit_code')
    .notNull()
    .references(() => orgUnit.code),
  indicatorCode: text('indicator_code')
    .notNull()
    .references(() => indicator.code),
  year: integer().notNull(),
});

const targetColumns = () => ({
  base: numeric().notNull(),
  stretch: numeric(),
  /** The document that sets the target. */
  note: text().notNull(),
  /** The plan through the year; null for none. */
  plan: jsonb().$type<TargetPlan | null>(),
});

/**
 * The target of a unit for an indicator in a year that is in force: a base value and a stretch value. A target that is
 * only drafted, or whose change waits for a second person, stands in `target_draft`.
 */
export const target = pgTable(
  'target',
  {
    ...targetKey(),
    ...targetColumns(),
    /** The unit's answer: not given yet, confirmed, or disputed with a reason. */
    answer: text({ enum: ['none', 'confirmed', 'disputed'] })
      .notNull()
      .default('none'),
    answerReason: text('answer_reason').notNull().default(''),
    answeredBy: text('answered_by'),
    answeredAt: moment('answered_at'),
    version: integer().notNull().default(1),
    updatedBy: text('updated_by').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgUnitCode, t.indicatorCode, t.year] }),
    index('target_by_year').on(t.year, t.indicatorCode),
  ],
);

/** A target that is typed and not issued, or a proposed change of an issued one that waits for a second person. */
export const targetDraft = pgTable(
  'target_draft',
  {
    ...targetKey(),
    base: numeric(),
    stretch: numeric(),
    note: text().notNull(),
    plan: jsonb().$type<TargetPlan | null>(),
    /** Why an issued target changes; empty for a first one. */
    reason: text().notNull().default(''),
    /** The version of the issued target that it changes; 0 for none. */
    changes: integer().notNull().default(0),
    version: integer().notNull().default(1),
    editedBy: text('edited_by').notNull(),
    editedAt: moment('edited_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgUnitCode, t.indicatorCode, t.year] }),
    index('target_draft_by_year').on(t.year, t.indicatorCode),
  ],
);

/** Every step of a target, in order. Append-only: a trigger refuses updates and deletions. */
export const targetEvent = pgTable(
  'target_event',
  {
    ...targetKey(),
    step: integer().notNull(),
    kind: text({ enum: targetSteps }).notNull(),
    base: numeric(),
    stretch: numeric(),
    plan: jsonb().$type<TargetPlan | null>(),
    note: text().notNull(),
    reason: text().notNull(),
    actor: text().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgUnitCode, t.indicatorCode, t.year, t.step] }),
    check('target_event_kind_known', sql`${t.kind} in (${wordList(targetSteps)})`),
  ],
);
