import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, date, integer, jsonb, pgTable, smallint, text, unique } from 'drizzle-orm/pg-core';
import { run, scheme } from '@/db/schema/assessment';
import { orgUnit, wordList } from '@/db/schema/catalogue';
import { bytes, moment } from '@/db/schema/collections';
import { consequence } from '@/db/schema/consequences';
import { monitoringReport } from '@/db/schema/reports';
import { type BulletinContent, bulletinKinds, bulletinStates, classifications } from '@/lib/publishing/bulletins/words';

/**
 * A document (通报) of a kind on its source, which is out: written with marks in braces that stand for its figures, checked by another
 * person, then issued under a number. A trigger keeps an issued one as it is, with its file; a correction is a document that cites it.
 */
export const bulletin = pgTable(
  'bulletin',
  {
    id: text().primaryKey(),
    kind: text({ enum: bulletinKinds }).notNull(),
    run: text('run_id').references(() => run.id),
    report: text('report_id').references(() => monitoringReport.id),
    consequence: text('consequence_id').references(() => consequence.id),
    scheme: text('scheme_code').references(() => scheme.code),
    /** The unit that it is about, which alone sees it besides those who see drafts. */
    unit: text('org_unit_code').references(() => orgUnit.code),
    /** What it is on, in words. */
    subject: text().notNull(),
    /** The title with its marks filled. */
    heading: text().notNull(),
    title: text().notNull(),
    organ: text().notNull(),
    word: text().notNull(),
    addressee: text().notNull(),
    classification: text({ enum: classifications }).notNull(),
    dated: date().notNull(),
    body: text().notNull(),
    correctsId: text('corrects_id').references((): AnyPgColumn => bulletin.id),
    state: text({ enum: bulletinStates }).notNull().default('draft'),
    version: integer().notNull().default(1),
    editedBy: text('edited_by').notNull(),
    editedAt: moment('edited_at').notNull(),
    checkedBy: text('checked_by'),
    checkedAt: moment('checked_at'),
    /** The mark of the text as it was checked, which is issued or nothing. */
    checkedAs: text('checked_as'),
    issuedBy: text('issued_by'),
    issuedAt: moment('issued_at'),
    year: smallint(),
    number: integer(),
    frozen: jsonb().$type<BulletinContent | null>(),
    file: bytes(),
    sha256: text(),
  },
  (t) => [
    unique('bulletin_number_once').on(t.word, t.year, t.number),
    check('bulletin_kind_known', sql`${t.kind} in (${wordList(bulletinKinds)})`),
    check(
      'bulletin_source_whole',
      sql`(${t.kind} in ('ranking', 'score')) = (${t.run} is not null)
        and (${t.kind} = 'monitoring') = (${t.report} is not null)
        and (${t.kind} = 'reminder') = (${t.consequence} is not null)
        and (${t.kind} in ('score', 'reminder', 'tasks')) = (${t.unit} is not null)
        and (${t.kind} = 'responsibilities') = (${t.scheme} is not null)`,
    ),
    check('bulletin_state_known', sql`${t.state} in (${wordList(bulletinStates)})`),
    check('bulletin_classification_known', sql`${t.classification} in (${wordList(classifications)})`),
    check(
      'bulletin_issued_whole',
      sql`(${t.state} = 'issued') = (${t.number} is not null and ${t.year} is not null and ${t.frozen} is not null
        and ${t.file} is not null and ${t.sha256} is not null and ${t.issuedBy} is not null and ${t.issuedAt} is not null)`,
    ),
  ],
);
