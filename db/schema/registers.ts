import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { indicator, orgUnit, source, wordList } from '@/db/schema/catalogue';
import { moment } from '@/db/schema/collections';
import { citedFigure } from '@/db/schema/documents';
import {
  countedThings,
  countParts,
  entryFields,
  type RegisterLists,
  registerKinds,
} from '@/lib/monitoring/registers/words';

/** A register: what it lists, and the fields, grades and groups that its entries may have. */
export const register = pgTable(
  'register',
  {
    code: text().primaryKey(),
    kind: text({ enum: registerKinds }).notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    lists: jsonb().$type<RegisterLists>().notNull(),
    /** Within how many days every entry is to be visited; 0 where visits are not kept. */
    visitDays: integer('visit_days').notNull(),
    /** The document that figures counted from it cite. */
    sourceCode: text('source_code')
      .notNull()
      .references(() => source.code),
    version: integer().notNull().default(1),
    editedBy: text('edited_by').notNull(),
    editedAt: moment('edited_at').notNull(),
  },
  (t) => [
    check('register_kind_known', sql`${t.kind} in (${wordList(registerKinds)})`),
    check('register_days_sensible', sql`${t.visitDays} between 0 and 3650`),
  ],
);

/** An entry of a register. What it says on a day is told by its changes. */
export const registerEntry = pgTable(
  'register_entry',
  {
    registerCode: text('register_code')
      .notNull()
      .references(() => register.code),
    /** 统一社会信用代码, or the plate of a vehicle. */
    identifier: text().notNull(),
    /** The number of its steps. */
    version: integer().notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.registerCode, t.identifier] })],
);

/**
 * What a step changed in one field of an entry, from a day on. On a day a field says what its change of the latest day until
 * then says, of two of one day the later step. Append-only: a trigger refuses updates and deletions.
 */
export const registerChange = pgTable(
  'register_change',
  {
    registerCode: text('register_code').notNull(),
    identifier: text().notNull(),
    step: integer().notNull(),
    field: text({ enum: entryFields }).notNull(),
    holdsFrom: date('holds_from').notNull(),
    /** Empty for nothing. */
    value: text().notNull(),
    /** What the field said on that day when the change was recorded. */
    before: text().notNull(),
    reason: text().notNull(),
    /** The file that it came with; empty for one typed by hand. */
    fileName: text('file_name').notNull().default(''),
    actor: text().notNull(),
    at: moment('at').notNull(),
    unitCode: text('unit_code')
      .generatedAlwaysAs(sql`case when field in ('bureau', 'street') then nullif(value, '') end`)
      .references(() => orgUnit.code),
  },
  (t) => [
    primaryKey({ columns: [t.registerCode, t.identifier, t.step, t.field] }),
    foreignKey({
      name: 'register_change_of_entry',
      columns: [t.registerCode, t.identifier],
      foreignColumns: [registerEntry.registerCode, registerEntry.identifier],
    }),
    index('register_change_in_order').on(t.registerCode, t.identifier, t.field, t.holdsFrom.desc(), t.step.desc()),
    index('register_change_by_unit').on(t.unitCode),
    check('register_change_field_known', sql`${t.field} in (${wordList(entryFields)})`),
  ],
);

/** What is counted of a register: all of it or a part, in the whole or for each unit. */
const countColumns = () => ({
  counts: text({ enum: countedThings }).notNull(),
  per: text({ enum: countParts }).notNull(),
  /** Codes of the lists of the register; empty for any. */
  ofField: text('of_field').notNull(),
  ofGrade: text('of_grade').notNull(),
  ofGroup: text('of_group').notNull(),
});

/** An indicator whose figures are counted from a register. */
export const registerLink = pgTable(
  'register_link',
  {
    id: text().primaryKey(),
    registerCode: text('register_code')
      .notNull()
      .references(() => register.code),
    indicatorCode: text('indicator_code')
      .notNull()
      .references(() => indicator.code),
    ...countColumns(),
    /** The unit whose figure a count of the whole is; null where each unit has a figure of its own. */
    orgUnitCode: text('org_unit_code').references(() => orgUnit.code),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('register_link_by_indicator').on(t.indicatorCode),
    check('register_link_counts_known', sql`${t.counts} in (${wordList(countedThings)})`),
    check('register_link_per_known', sql`${t.per} in (${wordList(countParts)})`),
    check('register_link_of_one', sql`(${t.per} = 'whole') = (${t.orgUnitCode} is not null)`),
  ],
);

/** How a figure that was fixed was counted. Append-only: a trigger refuses updates and deletions. */
export const registerFixed = pgTable(
  'register_fixed',
  {
    citedId: text('cited_id')
      .primaryKey()
      .references(() => citedFigure.id),
    registerCode: text('register_code')
      .notNull()
      .references(() => register.code),
    day: date().notNull(),
    counted: integer().notNull(),
    ...countColumns(),
    actor: text().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [index('register_fixed_by_register').on(t.registerCode, t.day)],
);
