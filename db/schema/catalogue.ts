import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { periodKinds } from '@/lib/catalogue/periods/words';
import {
  bases,
  directions,
  frequencies,
  measures,
  reliabilities,
  successionKinds,
  unitKinds,
} from '@/lib/catalogue/words';

/** A SQL list of literal words, for check constraints. The words are the product's, never a user's. */
export const wordList = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(', '));

/** A document that figures cite. */
export const source = pgTable(
  'source',
  {
    code: text().primaryKey(),
    title: text().notNull(),
    publisher: text().notNull(),
    url: text(),
    publishedOn: date('published_on'),
    accessNote: text('access_note').notNull(),
    licence: text().notNull(),
    reliability: text({ enum: reliabilities }).notNull(),
    /** The day on which its address was read. */
    retrievedOn: date('retrieved_on'),
    sortOrder: integer('sort_order').notNull(),
    /** Why the document no longer supports its figures; null while it does. */
    withdrawnReason: text('withdrawn_reason'),
    withdrawnBy: text('withdrawn_by'),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true, mode: 'date', precision: 3 }),
    version: integer().notNull().default(1),
  },
  (t) => [check('source_reliability_known', sql`${t.reliability} in (${wordList(reliabilities)})`)],
);

/** A family of indicators; the tree of the indicator pages. */
export const topic = pgTable('topic', {
  code: text().primaryKey(),
  parentCode: text('parent_code').references((): AnyPgColumn => topic.code),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  sortOrder: integer('sort_order').notNull(),
  version: integer().notNull().default(1),
});

/** An indicator. Unit of measure and decimals are properties of the indicator and never change per row. */
export const indicator = pgTable(
  'indicator',
  {
    code: text().primaryKey(),
    topicCode: text('topic_code')
      .notNull()
      .references(() => topic.code),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    /** Pinyin initials of the Chinese name, for search. */
    initials: text().notNull(),
    unitZh: text('unit_zh').notNull(),
    unitEn: text('unit_en').notNull(),
    decimals: integer().notNull(),
    measure: text({ enum: measures }).notNull(),
    direction: text({ enum: directions }).notNull(),
    basis: text({ enum: bases }).notNull(),
    frequency: text({ enum: frequencies }).notNull(),
    responsibleZh: text('responsible_zh').notNull(),
    responsibleEn: text('responsible_en').notNull(),
    /** 配合单位: the departments that assist the responsible one, and whom to ask. */
    assistingZh: text('assisting_zh').notNull().default(''),
    assistingEn: text('assisting_en').notNull().default(''),
    contact: text().notNull().default(''),
    /** For a published growth rate: the indicator whose growth it states. */
    growthOf: text('growth_of').references((): AnyPgColumn => indicator.code),
    sortOrder: integer('sort_order').notNull(),
    /** The last day on which it is asked for and assessed, and the indicator that takes its place. */
    retiredOn: date('retired_on'),
    replacedBy: text('replaced_by').references((): AnyPgColumn => indicator.code),
    version: integer().notNull().default(1),
    /** What a search looks in, folded as its words are; a line break, which is in no word, ends each part. */
    searchText: text('search_text').generatedAlwaysAs(
      sql`lower(normalize(name_zh || chr(10) || name_en || chr(10) || initials || chr(10) || code || chr(10) ||
        responsible_zh || chr(10) || responsible_en, NFKC))`,
    ),
  },
  (t) => [
    index('indicator_by_topic').on(t.topicCode, t.sortOrder),
    check('indicator_measure_known', sql`${t.measure} in (${wordList(measures)})`),
    check('indicator_direction_known', sql`${t.direction} in (${wordList(directions)})`),
    check('indicator_basis_known', sql`${t.basis} in (${wordList(bases)})`),
    check('indicator_frequency_known', sql`${t.frequency} in (${wordList(frequencies)})`),
  ],
);

/** The wording of a definition, dated: a changed 口径 is a new row, never an edit. */
export const indicatorDefinition = pgTable(
  'indicator_definition',
  {
    indicatorCode: text('indicator_code')
      .notNull()
      .references(() => indicator.code),
    validFrom: date('valid_from').notNull(),
    definitionZh: text('definition_zh').notNull(),
    definitionEn: text('definition_en').notNull(),
    formulaZh: text('formula_zh').notNull(),
    formulaEn: text('formula_en').notNull(),
    /** Whether figures before and after the first day cannot be compared: a change of scope and not of words. */
    isBreak: boolean('is_break').notNull().default(true),
    /** Why it replaces the one before; empty for the first, and where none was stored. */
    reason: text().notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.indicatorCode, t.validFrom] })],
);

/** A reporting or assessed body: a tree, valid in time. `sortOrder` is the official order of the divisions. */
export const orgUnit = pgTable(
  'org_unit',
  {
    code: text().primaryKey(),
    parentCode: text('parent_code').references((): AnyPgColumn => orgUnit.code),
    kind: text({ enum: unitKinds }).notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    initials: text().notNull(),
    /** GB/T 2260 code where the unit has one. */
    gbCode: text('gb_code'),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
    sortOrder: integer('sort_order').notNull(),
    /** A unit that does not exist; all its figures are marked 演示数据. */
    isDemonstration: boolean('is_demonstration').notNull().default(false),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('org_unit_by_parent').on(t.parentCode, t.sortOrder),
    check('org_unit_kind_known', sql`${t.kind} in (${wordList(unitKinds)})`),
    check(
      'org_unit_validity_ordered',
      sql`${t.validTo} is null or ${t.validFrom} is null or ${t.validFrom} <= ${t.validTo}`,
    ),
  ],
);

/**
 * The names and the parent that a unit had until a day, where they changed; `org_unit` has those of today. A ranking of
 * an earlier period shows the name of its time.
 */
export const orgUnitFormer = pgTable(
  'org_unit_former',
  {
    orgUnitCode: text('org_unit_code')
      .notNull()
      .references(() => orgUnit.code),
    /** The last day on which they held. */
    validTo: date('valid_to').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    parentCode: text('parent_code').references(() => orgUnit.code),
  },
  (t) => [primaryKey({ columns: [t.orgUnitCode, t.validTo] })],
);

/** The successor of a unit, and the day of the change. */
export const orgUnitSuccession = pgTable(
  'org_unit_succession',
  {
    predecessorCode: text('predecessor_code')
      .notNull()
      .references(() => orgUnit.code),
    successorCode: text('successor_code')
      .notNull()
      .references(() => orgUnit.code),
    happenedOn: date('happened_on').notNull(),
    kind: text({ enum: successionKinds }).notNull(),
    noteZh: text('note_zh').notNull(),
    noteEn: text('note_en').notNull(),
    /** Whether the office says that the figures of the predecessors add up to a comparable one of the successor. */
    addsUp: boolean('adds_up').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.predecessorCode, t.successorCode] }),
    check('org_unit_succession_kind_known', sql`${t.kind} in (${wordList(successionKinds)})`),
  ],
);

/** 序列: the set inside which units are ranked. */
export const peerGroup = pgTable('peer_group', {
  code: text().primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  noteZh: text('note_zh').notNull(),
  noteEn: text('note_en').notNull(),
  sortOrder: integer('sort_order').notNull(),
  /** The last day on which units are ranked in it. */
  retiredOn: date('retired_on'),
  version: integer().notNull().default(1),
});

export const peerGroupMember = pgTable(
  'peer_group_member',
  {
    peerGroupCode: text('peer_group_code')
      .notNull()
      .references(() => peerGroup.code),
    orgUnitCode: text('org_unit_code')
      .notNull()
      .references(() => orgUnit.code),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    /** The place in the official order of the group; null follows the order of the units. */
    position: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.peerGroupCode, t.orgUnitCode, t.validFrom] }),
    index('peer_group_member_by_unit').on(t.orgUnitCode),
  ],
);

/** Other names of indicators: 社零总额. One that several have is refused where it is read. */
export const indicatorAlias = pgTable(
  'indicator_alias',
  {
    indicatorCode: text('indicator_code')
      .notNull()
      .references(() => indicator.code),
    alias: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicatorCode, t.alias] })],
);

/** Other names of units: 昆山经开区. */
export const orgUnitAlias = pgTable(
  'org_unit_alias',
  {
    orgUnitCode: text('org_unit_code')
      .notNull()
      .references(() => orgUnit.code),
    alias: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgUnitCode, t.alias] })],
);

/** The periods in use, with the dates of each period value, so that SQL can order and join them. */
export const period = pgTable(
  'period',
  {
    code: text().primaryKey(),
    kind: text({ enum: periodKinds }).notNull(),
    year: integer(),
    startsOn: date('starts_on'),
    endsOn: date('ends_on'),
    /** The same period one year earlier, in use or not. */
    yearEarlier: text('year_earlier'),
    /** The preceding period of the same kind (for year to date: the shorter one of the same year). */
    previous: text(),
    /** Chronological by end, the shorter period first; 0 for undated. */
    sortKey: integer('sort_key').notNull(),
  },
  (t) => [check('period_kind_known', sql`${t.kind} in (${wordList(periodKinds)})`)],
);
