import { integer, numeric, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { indicator, orgUnit } from '@/db/schema/catalogue';

/** The target of a unit for an indicator in a year: a base value and a stretch value. */
export const target = pgTable(
  'target',
  {
    orgUnitCode: text('org_unit_code')
      .notNull()
      .references(() => orgUnit.code),
    indicatorCode: text('indicator_code')
      .notNull()
      .references(() => indicator.code),
    year: integer().notNull(),
    base: numeric().notNull(),
    stretch: numeric(),
    /** The document that sets the target. */
    note: text().notNull(),
    version: integer().notNull().default(1),
    updatedBy: text('updated_by').notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'date', precision: 3 }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgUnitCode, t.indicatorCode, t.year] })],
);
