import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { peerGroup, wordList } from '@/db/schema/catalogue';
import { moment } from '@/db/schema/collections';
import { type LampRules, lampColours, lampRuleStates, type StoredFacts } from '@/lib/monitoring/lamps/words';

/** A set of rules for the lamps of a sequence; a change is a new number that holds from a later month on. */
export const lampRuleSet = pgTable(
  'lamp_rule_set',
  {
    code: text().notNull(),
    number: integer().notNull(),
    nameZh: text('name_zh').notNull(),
    peerGroupCode: text('peer_group_code')
      .notNull()
      .references(() => peerGroup.code),
    /** The indicators that it judges; none for every one that has a target. */
    indicators: jsonb().$type<readonly string[]>().notNull(),
    /** Whether a year without a plan is expected in the shape of earlier years, and not in equal parts. */
    byEarlierYears: boolean('by_earlier_years').notNull(),
    rules: jsonb().$type<LampRules>().notNull(),
    /** The first day of the first month that it judges. */
    validFrom: date('valid_from').notNull(),
    state: text({ enum: lampRuleStates }).notNull().default('draft'),
    editedBy: text('edited_by').notNull(),
    editedAt: moment('edited_at').notNull(),
    adoptedBy: text('adopted_by'),
    adoptedAt: moment('adopted_at'),
    /** The last day of the last month that it judges; null while it holds on. */
    validTo: date('valid_to'),
    endedBy: text('ended_by'),
    endedAt: moment('ended_at'),
    endReason: text('end_reason').notNull().default(''),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.code, t.number] }),
    check('lamp_rule_set_state_known', sql`${t.state} in (${wordList(lampRuleStates)})`),
  ],
);

/**
 * The lamp of an indicator of a unit in a month. One that was told stays as it was: what a later revision makes of it is a
 * further version beside it.
 */
export const lamp = pgTable(
  'lamp',
  {
    // The keys are checked once a statement by a trigger: as foreign keys they took most of the time of a large sequence.
    orgUnitCode: text('org_unit_code').notNull(),
    indicatorCode: text('indicator_code').notNull(),
    year: smallint().notNull(),
    month: smallint().notNull(),
    version: smallint().notNull().default(1),
    ruleSetCode: text('rule_set_code').notNull(),
    ruleSetNumber: integer('rule_set_number').notNull(),
    /** As it is told; null for a version in which nothing can be judged any more. */
    colour: text({ enum: lampColours }),
    /** By the rules of the month alone. */
    judged: text({ enum: lampColours }),
    redInRow: smallint('red_in_row').notNull(),
    redInYear: smallint('red_in_year').notNull(),
    facts: jsonb().$type<StoredFacts>().notNull(),
    /** Who set it by hand where the rules cannot judge, and why; null for one that the rules judged. */
    setBy: text('set_by'),
    setReason: text('set_reason').notNull().default(''),
    madeAt: moment('made_at').notNull(),
    /** When it was told in a report; null while it follows its figure. */
    toldAt: moment('told_at'),
  },
  (t) => [
    primaryKey({ columns: [t.orgUnitCode, t.indicatorCode, t.year, t.month, t.version] }),
    index('lamp_by_month').on(t.year, t.month, t.indicatorCode),
    index('lamp_told_red')
      .on(t.orgUnitCode, t.indicatorCode, t.year, t.month)
      .where(sql`${t.colour} = 'red' and ${t.toldAt} is not null`),
    check('lamp_colour_known', sql`${t.colour} in (${wordList(lampColours)})`),
  ],
);
