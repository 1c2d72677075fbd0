import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { indicator, orgUnit } from '@/db/schema/catalogue';
import { moment } from '@/db/schema/collections';

/** The formula of an indicator whose figures are computed from those of others and never typed. */
export const indicatorFormula = pgTable('indicator_formula', {
  indicatorCode: text('indicator_code')
    .primaryKey()
    .references(() => indicator.code),
  expression: text().notNull(),
  /** The unit whose figure it is, where it adds up the members of a sequence; null for every unit with the inputs. */
  orgUnitCode: text('org_unit_code').references(() => orgUnit.code),
  version: integer().notNull().default(1),
  editedBy: text('edited_by').notNull(),
  editedAt: moment('edited_at').notNull(),
});

/** The indicators that a formula reads, so that a change of one finds the formulas that it concerns. */
export const indicatorInput = pgTable(
  'indicator_input',
  {
    indicatorCode: text('indicator_code')
      .notNull()
      .references(() => indicatorFormula.indicatorCode),
    inputCode: text('input_code')
      .notNull()
      .references(() => indicator.code),
  },
  (t) => [primaryKey({ columns: [t.inputCode, t.indicatorCode] })],
);
