import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, numeric, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { indicator, orgUnit, peerGroup, period, source, wordList } from '@/db/schema/catalogue';
import { collection } from '@/db/schema/collections';
import { qualifiers, vintages } from '@/lib/observations/words';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** One imported file: its rows and its changes. `id` is the sha256 of its content, so that a file counts once. */
export const importBatch = pgTable('import_batch', {
  id: text().primaryKey(),
  fileName: text('file_name').notNull(),
  importedAt: moment('imported_at').notNull(),
  importedBy: text('imported_by').notNull(),
  added: integer().notNull(),
  changed: integer().notNull(),
  unchanged: integer().notNull(),
});

/** The columns of a figure and its citation; shared by the current row and by every revision. */
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
    // A place needs the figure of every member: with its value here no row of the table is read.
    index('observation_placed').on(t.indicatorCode, t.periodCode, t.orgUnitCode, t.value),
    index('observation_by_source').on(t.sourceCode, t.indicatorCode, t.periodCode),
    // A figure is looked for by its digits, as they are printed.
    index('observation_by_digits').on(sql`round(${t.value}, ${t.decimals})`, t.decimals, t.periodCode),
    check('observation_qualifier_known', sql`${t.qualifier} in (${wordList(qualifiers)})`),
    check('observation_vintage_known', sql`${t.vintage} in (${wordList(vintages)})`),
  ],
);

/** Every value that a figure has had, in order. Append-only: a trigger refuses updates and deletions. */
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
    /** The collection whose review set the value; null for a value from a file. */
    collectionId: text('collection_id').references(() => collection.id),
    /** Whether this entry withdraws the figure: its values are those that were withdrawn, and no current row is left. */
    isWithdrawal: boolean('is_withdrawal').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.indicatorCode, t.periodCode, t.orgUnitCode, t.revision] }),
    index('observation_revision_by_source').on(t.sourceCode),
    // Serves two questions: changes since a moment, and figures as known at a moment. The revisions of one file share
    // their moment; the other columns give them an order without a sort.
    index('observation_revision_by_moment').on(
      ...([t.recordedAt, t.indicatorCode, t.periodCode, t.orgUnitCode, t.revision] as const),
    ),
    // Few figures are revised; a page that lists or counts revisions must not read all others.
    index('observation_revision_changed')
      .on(...([t.recordedAt, t.indicatorCode, t.periodCode, t.orgUnitCode, t.revision] as const))
      .where(sql`${t.revision} > 1`),
    // Figures of a unit as known at a moment; those of an indicator stand together by the key.
    index('observation_revision_by_unit').on(t.orgUnitCode, t.indicatorCode, t.periodCode),
    index('observation_revision_again').on(t.indicatorCode).where(sql`${t.revision} = 2`),
  ],
);

/**
 * A rank stated by a source (全市第二), inside the set that the source names. A fact of its own, with its own citation: it
 * may exist without a figure, and is never mixed with a computed rank.
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
    /** The peer group of the catalogue that equals the set, if any. */
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
 * The number of units of a peer group with a figure, per indicator and period. Kept on write, so that a page finds its
 * periods without reading figures.
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
 * The number of figures that cite a document, per indicator and period. Kept on write, so that a page of fifty figures
 * is found without counting all.
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

/** The number of a unit's figures, and their last dated period. Kept on write, as the others. */
export const unitCoverage = pgTable('unit_coverage', {
  orgUnitCode: text('org_unit_code')
    .primaryKey()
    .references(() => orgUnit.code),
  figures: integer().notNull(),
  /** Null when all figures are undated. */
  latest: text().references(() => period.code),
});
