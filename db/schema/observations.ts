import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, numeric, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { indicator, orgUnit, peerGroup, period, source, wordList } from '@/db/schema/catalogue';
import { collection } from '@/db/schema/collections';
import { qualifiers, vintages } from '@/lib/observations/words';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** One accepted file: what it held and what it changed. `id` is the sha256 of its content, so a file counts once. */
export const importBatch = pgTable('import_batch', {
  id: text().primaryKey(),
  fileName: text('file_name').notNull(),
  importedAt: moment('imported_at').notNull(),
  importedBy: text('imported_by').notNull(),
  added: integer().notNull(),
  changed: integer().notNull(),
  unchanged: integer().notNull(),
});

/** What a figure says and where it says so; shared by the current row and by every revision. */
const figureColumns = () => ({
  value: numeric().notNull(),
  /** Decimals as printed in the source. */
  decimals: integer().notNull(),
  qualifier: text({ enum: qualifiers }).notNull(),
  /** The qualifying word as printed: 多, 余, 约, 突破 …; empty when exact. */
  qualifierPrinted: text('qualifier_printed').notNull(),
  vintage: text({ enum: vintages }).notNull(),
  /** 同比 as the same document states it: percent, or percentage points for a rate. Data, never computed. */
  reportedYoy: numeric('reported_yoy'),
  /** The period in the source's own words, where the period value does not say it all. */
  periodPrinted: text('period_printed').notNull(),
  sourceCode: text('source_code')
    .notNull()
    .references(() => source.code),
  locator: text().notNull(),
  quote: text().notNull(),
  note: text().notNull(),
});

/** The current figure of a unit for an indicator and a period. */
export const observation = pgTable(
  'observation',
  {
    indicatorCode: text('indicator_code')
      .notNull()
      .references(() => indicator.code),
    orgUnitCode: text('org_unit_code')
      .notNull()
      .references(() => orgUnit.code),
    periodCode: text('period_code')
      .notNull()
      .references(() => period.code),
    ...figureColumns(),
    version: integer().notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.indicatorCode, t.periodCode, t.orgUnitCode] }),
    index('observation_by_unit').on(t.orgUnitCode, t.indicatorCode, t.periodCode),
    index('observation_by_source').on(t.sourceCode, t.indicatorCode, t.periodCode),
    check('observation_qualifier_known', sql`${t.qualifier} in (${wordList(qualifiers)})`),
    check('observation_vintage_known', sql`${t.vintage} in (${wordList(vintages)})`),
  ],
);

/** Every value a figure ever had, in order. Append-only: a trigger refuses the rest. */
export const observationRevision = pgTable(
  'observation_revision',
  {
    indicatorCode: text('indicator_code').notNull(),
    orgUnitCode: text('org_unit_code').notNull(),
    periodCode: text('period_code').notNull(),
    revision: integer().notNull(),
    ...figureColumns(),
    reason: text().notNull(),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: moment('recorded_at').notNull(),
    batchId: text('batch_id').references(() => importBatch.id),
    /** The collection whose review brought it; null for a file's. */
    collectionId: text('collection_id').references(() => collection.id),
  },
  (t) => [
    primaryKey({ columns: [t.indicatorCode, t.periodCode, t.orgUnitCode, t.revision] }),
    foreignKey({
      name: 'observation_revision_of_observation',
      columns: [t.indicatorCode, t.periodCode, t.orgUnitCode],
      foreignColumns: [observation.indicatorCode, observation.periodCode, observation.orgUnitCode],
    }),
    index('observation_revision_by_source').on(t.sourceCode),
    // What changed since a moment, and what was known at one.
    // A file's revisions have one moment: the rest of the key gives them an order that needs no sorting.
    index('observation_revision_by_moment').on(
      ...([t.recordedAt, t.indicatorCode, t.periodCode, t.orgUnitCode, t.revision] as const),
    ),
    // Few figures are ever revised; a page that lists them must not read all that were not.
    index('observation_revision_again').on(t.indicatorCode).where(sql`${t.revision} = 2`),
  ],
);

/**
 * A rank stated by a source (全市第二), inside the set that the source names. A fact of its own, with its own citation:
 * it may stand without a figure, and is never mixed up with a rank we compute.
 */
export const publishedRank = pgTable(
  'published_rank',
  {
    indicatorCode: text('indicator_code')
      .notNull()
      .references(() => indicator.code),
    orgUnitCode: text('org_unit_code')
      .notNull()
      .references(() => orgUnit.code),
    periodCode: text('period_code')
      .notNull()
      .references(() => period.code),
    /** The set in the source's words: 全市, 全省, 全国地级市 … */
    scopeZh: text('scope_zh').notNull(),
    scopeEn: text('scope_en').notNull(),
    rank: integer().notNull(),
    qualifier: text({ enum: qualifiers }).notNull(),
    /** The peer group of the catalogue that is the same set, where there is one. */
    peerGroupCode: text('peer_group_code').references(() => peerGroup.code),
    sourceCode: text('source_code')
      .notNull()
      .references(() => source.code),
    locator: text().notNull(),
    quote: text().notNull(),
    note: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.indicatorCode, t.periodCode, t.orgUnitCode, t.scopeZh] }),
    index('published_rank_by_unit').on(t.orgUnitCode),
    index('published_rank_by_source').on(t.sourceCode),
    check('published_rank_positive', sql`${t.rank} >= 1`),
  ],
);

/**
 * How many units of a peer group have a figure, per indicator and period. Kept on write, so that a page finds its
 * periods without reading the figures.
 */
export const coverage = pgTable(
  'coverage',
  {
    indicatorCode: text('indicator_code')
      .notNull()
      .references(() => indicator.code),
    peerGroupCode: text('peer_group_code')
      .notNull()
      .references(() => peerGroup.code),
    periodCode: text('period_code')
      .notNull()
      .references(() => period.code),
    units: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicatorCode, t.peerGroupCode, t.periodCode] })],
);

/**
 * How many figures cite a document, per indicator and period. Kept on write, so that the page of a document with very
 * many finds its fifty without counting them.
 */
export const sourceCoverage = pgTable(
  'source_coverage',
  {
    sourceCode: text('source_code')
      .notNull()
      .references(() => source.code),
    indicatorCode: text('indicator_code')
      .notNull()
      .references(() => indicator.code),
    periodCode: text('period_code')
      .notNull()
      .references(() => period.code),
    figures: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sourceCode, t.indicatorCode, t.periodCode] }),
    index('source_coverage_by_indicator').on(t.indicatorCode, t.periodCode),
  ],
);

/** How many figures a unit has, and the last dated period of them. Kept on write, as the others. */
export const unitCoverage = pgTable('unit_coverage', {
  orgUnitCode: text('org_unit_code')
    .primaryKey()
    .references(() => orgUnit.code),
  figures: integer().notNull(),
  /** Null where all of them are undated. */
  latest: text().references(() => period.code),
});
