import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { source, wordList } from '@/db/schema/catalogue';
import { bytes, moment } from '@/db/schema/collections';
import { vintages } from '@/lib/observations/words';
import { type KeptMapping, type Mapping, mappedStates, type ReadCounts } from '@/lib/reporting/mapping/words';

/** What a sheet means, kept under a name for the sheets of the same shape that come in other months. */
export const keptMapping = pgTable(
  'kept_mapping',
  {
    id: text().primaryKey(),
    /** Whose it is: the office, a department, a unit, as `holderOf` writes it. */
    holder: text().notNull(),
    name: text().notNull(),
    /** The mark of the shape of the sheets that it is for. */
    shape: text().notNull(),
    mapping: jsonb().$type<KeptMapping>().notNull(),
    /** How many sheets were recorded by it. One that was used is retired and not deleted. */
    uses: integer().notNull().default(0),
    usedAt: moment('used_at'),
    isRetired: boolean('is_retired').notNull().default(false),
    editedBy: text('edited_by').notNull(),
    editedAt: moment('edited_at').notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [uniqueIndex('kept_mapping_name').on(t.holder, t.name).where(sql`not ${t.isRetired}`)],
);

/** A sheet as it came, with what its holder says it means: nothing of the work is lost between two visits. */
export const mappedSheet = pgTable(
  'mapped_sheet',
  {
    id: text().primaryKey(),
    holder: text().notNull(),
    state: text({ enum: mappedStates }).notNull().default('open'),
    fileName: text('file_name').notNull(),
    sha256: text().notNull(),
    content: bytes().notNull(),
    /** The sheet of the workbook that is mapped, and the others that can be chosen instead. */
    sheetName: text('sheet_name').notNull(),
    otherSheets: jsonb('other_sheets').$type<readonly string[]>().notNull(),
    /** The sheet as it was read, written by `storedSheet`. */
    sheet: text().notNull(),
    mapping: jsonb().$type<Mapping>().notNull(),
    /** The kept mapping that it began with. */
    keptId: text('kept_id').references(() => keptMapping.id, { onDelete: 'set null' }),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: moment('uploaded_at').notNull(),
    editedBy: text('edited_by').notNull(),
    editedAt: moment('edited_at').notNull(),
    /** What its figures became: the batch of cited figures, or the upload into a return; null before. */
    batchId: text('batch_id'),
    uploadId: text('upload_id'),
    sourceCode: text('source_code').references(() => source.code),
    vintage: text({ enum: vintages }),
    /** What was read of it when it was recorded. */
    counts: jsonb().$type<ReadCounts>(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('mapped_sheet_by_holder').on(t.holder, t.state, t.editedAt),
    index('mapped_sheet_by_kept').on(t.keptId),
    index('mapped_sheet_by_upload').on(t.uploadId),
    index('mapped_sheet_by_batch').on(t.batchId),
    check('mapped_sheet_state_known', sql`${t.state} in (${wordList(mappedStates)})`),
  ],
);
