import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { peerGroup, wordList } from '@/db/schema/catalogue';
import { moment, orgUnitCode, periodCode } from '@/db/schema/collections';
import { doubles, packedList } from '@/db/schema/packed';
import type {
  Acknowledged,
  FingerprintForm,
  FrozenFigure,
  FrozenTarget,
  ItemWorkings,
  StoredRobustness,
  StoredTerms,
} from '@/lib/assessment/runs/words';
import type { Adjustment, BlockScore, ItemBasis } from '@/lib/assessment/scoring/words';
import { entryKinds, entryStates, type Note, runStates, schemeKinds, versionStates } from '@/lib/assessment/words';

/** 考核方案: what its versions share. Names are those of its newest version. */
export const scheme = pgTable(
  'scheme',
  {
    code: text().primaryKey(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    kind: text({ enum: schemeKinds }).notNull(),
    peerGroupCode: text('peer_group_code')
      .notNull()
      .references(() => peerGroup.code),
    isDemonstration: boolean('is_demonstration').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [check('scheme_kind_known', sql`${t.kind} in (${wordList(schemeKinds)})`)],
);

/** One version of a scheme. The document changes while it is a draft; after that a trigger refuses changes. */
export const schemeVersion = pgTable(
  'scheme_version',
  {
    schemeCode: text('scheme_code')
      .notNull()
      .references(() => scheme.code),
    number: integer().notNull(),
    state: text({ enum: versionStates }).notNull().default('draft'),
    /** A `Scheme` of lib/assessment/schemes/document, checked when written. */
    document: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** The version that this one was copied from; null for the first and for an imported one. */
    basedOn: integer('based_on'),
    /** What this version changes, and by which document. */
    note: text().notNull().default(''),
    version: integer().notNull().default(1),
    editedBy: text('edited_by').notNull(),
    editedAt: moment('edited_at').notNull(),
    publishedBy: text('published_by'),
    publishedAt: moment('published_at'),
  },
  (t) => [
    primaryKey({ columns: [t.schemeCode, t.number] }),
    uniqueIndex('scheme_version_published').on(t.schemeCode).where(sql`${t.state} = 'published'`),
    uniqueIndex('scheme_version_draft').on(t.schemeCode).where(sql`${t.state} = 'draft'`),
    check('scheme_version_state_known', sql`${t.state} in (${wordList(versionStates)})`),
  ],
);

/**
 * 核算: one computation of a scheme version on frozen inputs. Triggers keep it and its rows unchanged, unless it is a
 * trial.
 */
export const run = pgTable(
  'run',
  {
    id: text().primaryKey(),
    schemeCode: text('scheme_code').notNull(),
    schemeVersion: integer('scheme_version').notNull(),
    peerGroupCode: text('peer_group_code')
      .notNull()
      .references(() => peerGroup.code),
    periodCode: periodCode(),
    state: text({ enum: runStates }).notNull().default('trial'),
    isDemonstration: boolean('is_demonstration').notNull(),
    /** Frozen inputs besides figures and targets: whether the deadline has passed, and the ledger's entries. */
    terms: jsonb().$type<StoredTerms>().notNull(),
    bases: jsonb().$type<readonly ItemBasis[]>().notNull(),
    notes: jsonb().$type<readonly Note[]>().notNull(),
    robustness: jsonb().$type<StoredRobustness | null>(),
    units: integer().notNull(),
    /** The number of ranked units: the n of “3/13”. */
    ranked: integer().notNull(),
    items: integer().notNull(),
    /** The published run of the same scheme whose ranks are shown for comparison. */
    previousRunId: text('previous_run_id'),
    /** The gaps that approval and publication took note of, each kind with its reason. */
    acknowledged: jsonb().$type<readonly Acknowledged[]>().notNull().default([]),
    /** Hash of scheme, inputs and results. */
    sha256: text().notNull(),
    /** How `sha256` is written; runs from before there were two forms have the first. */
    fingerprintForm: integer('fingerprint_form').$type<FingerprintForm>().notNull().default(1),
    /** The version of the engine that computed it; raised when a formula is mended. */
    engine: integer().notNull(),
    note: text().notNull().default(''),
    version: integer().notNull().default(1),
    computedBy: text('computed_by').notNull(),
    computedAt: moment('computed_at').notNull(),
    approvedBy: text('approved_by'),
    approvedAt: moment('approved_at'),
    publishedBy: text('published_by'),
    publishedAt: moment('published_at'),
    /** The last day to appeal without an announcement, by the setting at its publication; null for runs from before it was kept. */
    appealsUntil: date('appeals_until'),
  },
  (t) => [
    foreignKey({
      name: 'run_of_scheme_version',
      columns: [t.schemeCode, t.schemeVersion],
      foreignColumns: [schemeVersion.schemeCode, schemeVersion.number],
    }),
    uniqueIndex('run_published').on(t.schemeCode, t.periodCode).where(sql`${t.state} = 'published'`),
    index('run_by_moment').on(t.computedAt),
    check('run_state_known', sql`${t.state} in (${wordList(runStates)})`),
  ],
);

/** The result of one unit in a run, with the figures it was computed from as they were. */
export const runScore = pgTable(
  'run_score',
  {
    orgUnitCode: orgUnitCode(),
    runId: text('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    /** The position in the table of the run: by rank, then in the official order. */
    position: integer().notNull(),
    /** Unrounded; a double, as the engine computes. */
    total: doublePrecision(),
    /** The published total, rounded half up. */
    shown: numeric(),
    /** The rank; ends in .5 where ties share the mean of their ranks. */
    rank: doublePrecision(),
    isTied: boolean('is_tied').notNull(),
    isApart: boolean('is_apart').notNull(),
    isProvisional: boolean('is_provisional').notNull(),
    isEligible: boolean('is_eligible').notNull(),
    grade: text(),
    /** The rank in the run before. */
    previousRank: doublePrecision('previous_rank'),
    blocks: jsonb().$type<readonly BlockScore[]>().notNull(),
    /** Of each item in the order of the scheme, as the engine gave it: see lib/assessment/runs/stored-items. */
    itemValues: doubles('item_values').notNull(),
    itemTransformed: doubles('item_transformed').notNull(),
    itemShares: doubles('item_shares').notNull(),
    itemPoints: doubles('item_points').notNull(),
    itemWorkings: json('item_workings').$type<ItemWorkings>().notNull(),
    adjustments: jsonb().$type<readonly Adjustment[]>().notNull(),
    notes: jsonb().$type<readonly Note[]>().notNull(),
    figures: packedList<FrozenFigure>('figures').notNull(),
    targets: jsonb().$type<readonly FrozenTarget[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.orgUnitCode] }),
    uniqueIndex('run_score_by_position').on(t.runId, t.position),
    index('run_score_by_unit').on(t.orgUnitCode, t.runId),
  ],
);

/** 台账: a bonus, a deduction, a veto, an expert score or 不适用, entered by hand for a unit under a scheme and a period. */
export const adjustment = pgTable(
  'adjustment',
  {
    id: text().primaryKey(),
    orgUnitCode: orgUnitCode(),
    schemeCode: text('scheme_code')
      .notNull()
      .references(() => scheme.code),
    periodCode: periodCode(),
    kind: text({ enum: entryKinds }).notNull(),
    /** The key of the item or block that the entry concerns; empty for the total. */
    node: text().notNull(),
    /** The scheme's veto rule; empty for other kinds. */
    rule: text().notNull(),
    /** In points of the node, never negative. */
    points: numeric().notNull(),
    article: text().notNull(),
    reason: text().notNull(),
    /** The document that proves it. */
    evidence: text().notNull(),
    /** The incident: entries of the same incident count once. */
    incident: text().notNull(),
    happenedOn: date('happened_on'),
    state: text({ enum: entryStates }).notNull(),
    /** The reason of the revocation; empty while the entry holds. */
    revokedReason: text('revoked_reason').notNull().default(''),
    version: integer().notNull().default(1),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: moment('recorded_at').notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    index('adjustment_by_scheme').on(t.schemeCode, t.periodCode, t.orgUnitCode),
    check('adjustment_kind_known', sql`${t.kind} in (${wordList(entryKinds)})`),
    check('adjustment_state_known', sql`${t.state} in (${wordList(entryStates)})`),
    check('adjustment_points_not_negative', sql`${t.points} >= 0`),
  ],
);
