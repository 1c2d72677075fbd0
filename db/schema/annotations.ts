import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { indicator, orgUnit, source, wordList } from '@/db/schema/catalogue';
import { annotationKinds } from '@/lib/catalogue/annotations/words';

/**
 * A dated note that two people stand for: a word on charts of an indicator, a unit, both or all, or an honour or an event of
 * a unit. A corrected one is changed here, and its proposals keep what it said before; a withdrawn one stays.
 */
export const annotation = pgTable(
  'annotation',
  {
    id: text().primaryKey(),
    kind: text({ enum: annotationKinds }).notNull(),
    indicatorCode: text('indicator_code').references(() => indicator.code),
    orgUnitCode: text('org_unit_code').references(() => orgUnit.code),
    /** The day (`2022-03-28`) or period (`2022-Q2`) of its beginning, and of its end where that is another. */
    since: text().notNull(),
    until: text(),
    /** The first and the last day of both. */
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    /** The word on charts, or the title of an honour. */
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    textZh: text('text_zh').notNull(),
    textEn: text('text_en').notNull(),
    /** Who awarded an honour; empty where the document does not say. */
    awardedBy: text('awarded_by').notNull(),
    sourceCode: text('source_code').references(() => source.code),
    locator: text().notNull(),
    /** Why it is no longer shown; null while it is. */
    withdrawnReason: text('withdrawn_reason'),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('annotation_by_unit').on(t.orgUnitCode, t.startsOn),
    index('annotation_by_indicator').on(t.indicatorCode, t.startsOn),
    index('annotation_by_source').on(t.sourceCode),
    check('annotation_kind_known', sql`${t.kind} in (${wordList(annotationKinds)})`),
    check('annotation_ordered', sql`${t.startsOn} <= ${t.endsOn}`),
    check(
      'annotation_fact_of_unit',
      sql`${t.kind} = 'annotation' or (${t.orgUnitCode} is not null and ${t.sourceCode} is not null and ${t.indicatorCode} is null)`,
    ),
  ],
);
