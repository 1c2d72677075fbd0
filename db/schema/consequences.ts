import { sql } from 'drizzle-orm';
import {
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
  unique,
} from 'drizzle-orm/pg-core';
import { orgUnit, peerGroup, wordList } from '@/db/schema/catalogue';
import { moment } from '@/db/schema/collections';
import { type RuleCondition, ruleStates, type Shares } from '@/lib/monitoring/consequences/rules/words';
import {
  type Basis,
  consequenceMeasures,
  consequenceStates,
  consequenceSteps,
} from '@/lib/monitoring/consequences/words';

/** A rule of consequences; a change is a new number that holds from a later month on; an adopted one is never edited. */
export const consequenceRule = pgTable(
  'consequence_rule',
  {
    code: text().notNull(),
    number: integer().notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    peerGroupCode: text('peer_group_code')
      .notNull()
      .references(() => peerGroup.code),
    condition: jsonb().$type<RuleCondition>().notNull(),
    measure: text({ enum: consequenceMeasures }).notNull(),
    shares: jsonb().$type<Shares | null>(),
    /** The first day of the first month in which it may be met. */
    validFrom: date('valid_from').notNull(),
    state: text({ enum: ruleStates }).notNull().default('draft'),
    editedBy: text('edited_by').notNull(),
    editedAt: moment('edited_at').notNull(),
    adoptedBy: text('adopted_by'),
    adoptedAt: moment('adopted_at'),
    /** The last day of the last month in which it may be met; null while it holds on. */
    validTo: date('valid_to'),
    endedBy: text('ended_by'),
    endedAt: moment('ended_at'),
    endReason: text('end_reason').notNull().default(''),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.code, t.number] }),
    check('consequence_rule_state_known', sql`${t.state} in (${wordList(ruleStates)})`),
    check('consequence_rule_measure_known', sql`${t.measure} in (${wordList(consequenceMeasures)})`),
  ],
);

/** What a rule proposed for a unit. The row says what its events tell when they are replayed. */
export const consequence = pgTable(
  'consequence',
  {
    id: text().primaryKey(),
    ruleCode: text('rule_code').notNull(),
    ruleNumber: integer('rule_number').notNull(),
    orgUnitCode: text('org_unit_code')
      .notNull()
      .references(() => orgUnit.code),
    /** What met the rule: an indicator and a month or year, a period, a follow-up. */
    key: text().notNull(),
    /** The month, period or day on which it was met. */
    met: text().notNull(),
    measure: text({ enum: consequenceMeasures }).notNull(),
    /** In percent; null for measures without a share. */
    share: numeric({ mode: 'number' }),
    basis: jsonb().$type<Basis>().notNull(),
    state: text({ enum: consequenceStates }).notNull(),
    proposedAt: moment('proposed_at').notNull(),
    /** The number of its events. */
    version: integer().notNull().default(1),
    updatedBy: text('updated_by').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    unique('consequence_once').on(t.ruleCode, t.orgUnitCode, t.key),
    foreignKey({
      name: 'consequence_of_rule',
      columns: [t.ruleCode, t.ruleNumber],
      foreignColumns: [consequenceRule.code, consequenceRule.number],
    }),
    index('consequence_by_unit').on(t.orgUnitCode, t.state),
    index('consequence_by_state').on(t.state, t.proposedAt),
    check('consequence_state_known', sql`${t.state} in (${wordList(consequenceStates)})`),
    check('consequence_measure_known', sql`${t.measure} in (${wordList(consequenceMeasures)})`),
  ],
);

/** Every step of a consequence, in order. Append-only: a trigger refuses updates and deletions. */
export const consequenceEvent = pgTable(
  'consequence_event',
  {
    consequenceId: text('consequence_id')
      .notNull()
      .references(() => consequence.id),
    step: integer().notNull(),
    kind: text({ enum: consequenceSteps }).notNull(),
    /** What the step says besides its words. */
    facts: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    words: text().notNull(),
    actor: text().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.consequenceId, t.step] }),
    check('consequence_event_kind_known', sql`${t.kind} in (${wordList(consequenceSteps)})`),
  ],
);
