import { sql } from 'drizzle-orm';
import { check, index, integer, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { indicator, orgUnit, peerGroup, source, wordList } from '@/db/schema/catalogue';
import { keptFile, moment } from '@/db/schema/collections';
import { citedStates } from '@/lib/catalogue/sources/words';
import { qualifiers, vintages } from '@/lib/observations/words';

/** The file of a document that figures cite, kept as it was uploaded. */
export const sourceFile = pgTable(
  'source_file',
  {
    sourceCode: text('source_code')
      .notNull()
      .references(() => source.code),
    ...keptFile(),
  },
  (t) => [primaryKey({ columns: [t.sourceCode, t.sha256] })],
);

/**
 * A figure that somebody took out of a document. It changes what pages show only when somebody else confirms it; a
 * correction or a withdrawal of a shown figure is a row of its own.
 */
export const citedFigure = pgTable(
  'cited_figure',
  {
    id: text().primaryKey(),
    state: text({ enum: citedStates }).notNull().default('waiting'),
    /** What confirmation does: the value is stored, or the shown figure is withdrawn. */
    kind: text({ enum: ['record', 'withdraw'] }).notNull(),
    indicatorCode: text('indicator_code')
      .notNull()
      .references(() => indicator.code),
    orgUnitCode: text('org_unit_code')
      .notNull()
      .references(() => orgUnit.code),
    periodCode: text('period_code').notNull(),
    /** The value as printed and as read; null where the document states a rank alone, or for a withdrawal. */
    printed: text().notNull(),
    value: numeric(),
    decimals: integer().notNull(),
    qualifier: text({ enum: qualifiers }).notNull(),
    qualifierPrinted: text('qualifier_printed').notNull(),
    vintage: text({ enum: vintages }).notNull(),
    reportedYoy: numeric('reported_yoy'),
    /** A rank that the document states, in a set in its words; null for none. */
    rank: integer(),
    rankScopeZh: text('rank_scope_zh').notNull().default(''),
    rankScopeEn: text('rank_scope_en').notNull().default(''),
    rankGroupCode: text('rank_group_code').references(() => peerGroup.code),
    /** The set, in its words, in which the document states no rank any more; empty for none. */
    clearedScope: text('cleared_scope').notNull().default(''),
    sourceCode: text('source_code')
      .notNull()
      .references(() => source.code),
    locator: text().notNull(),
    quote: text().notNull(),
    note: text().notNull(),
    /** Why a shown figure is corrected or withdrawn; empty for a figure that nothing shows yet. */
    reason: text().notNull().default(''),
    /** The version of the shown figure that was looked at when it was recorded; null where there was none. */
    replaces: integer(),
    /** The file or mapping that it came with; null for one typed by hand. */
    batchId: text('batch_id'),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: moment('recorded_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: moment('decided_at'),
    /** Why it was refused; empty otherwise. */
    decision: text().notNull().default(''),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('cited_figure_by_state').on(t.state, t.recordedAt),
    index('cited_figure_by_figure').on(t.indicatorCode, t.periodCode, t.orgUnitCode),
    index('cited_figure_by_source').on(t.sourceCode),
    check('cited_figure_state_known', sql`${t.state} in (${wordList(citedStates)})`),
    check(
      'cited_figure_value_or_rank',
      sql`${t.kind} = 'withdraw' or ${t.value} is not null or ${t.rank} is not null or ${t.clearedScope} <> ''`,
    ),
  ],
);
