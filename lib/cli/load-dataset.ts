import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { getTableColumns, sql } from 'drizzle-orm';
import type { IndexColumn, PgTable } from 'drizzle-orm/pg-core';
import Papa from 'papaparse';
import * as z from 'zod';
import type { Database, Tx } from '@/db/client';
import * as catalogue from '@/db/schema/catalogue';
import { command, type Done, perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { initialsOf } from '@/lib/catalogue/initials';
import { checkFigures, checkRanks } from '@/lib/reporting/import/check-figures';
import type { Finding } from '@/lib/reporting/import/csv-rows';
import { knownCodes, type Outcome, outcomeOf, writeFigures, writeRanks } from '@/lib/reporting/import/queries';
import { addStarterRules } from '@/lib/reporting/validation/queries';

const folder = new URL('../../db/dataset/', import.meta.url);
const files = [
  'topics.csv',
  'sources.csv',
  'indicators.csv',
  'units.csv',
  'unit_successions.csv',
  'peer_groups.csv',
  'peer_group_members.csv',
  'observations.csv',
  'published_ranks.csv',
] as const;
type File = (typeof files)[number];

/** The content of the product's data set, file by file. */
export function readDataset(): Record<File, string> {
  return Object.fromEntries(files.map((file) => [file, readFileSync(new URL(file, folder), 'utf8')])) as Record<
    File,
    string
  >;
}

/** Brings the product's own data set into the database; one that is already there changes nothing. */
export function loadDataset(database: Database): Promise<Outcome> {
  return perform(loadFiles, systemPrincipal('dataset'), readDataset(), { now: new Date(), database });
}

/**
 * Writes the files of a data set through the same checks and the same writing as any import. Refuses the whole of them
 * when one row has a finding. The same files a second time are told what the first time did.
 */
const loadFiles = command({
  name: 'dataset.load',
  input: z.record(z.enum(files), z.string()),
  async run(work, dataset): Promise<Done<Outcome>> {
    const { tx, principal, now } = work;
    const id = createHash('sha256').update(JSON.stringify(dataset)).digest('hex');
    const before = await outcomeOf(principal, tx, id);
    if (before) return { result: before, repeated: true };
    await loadCatalogue(tx, dataset);
    const known = await knownCodes(principal, tx);
    const figures = checkFigures('observations.csv', dataset['observations.csv'], known);
    const ranks = checkRanks('published_ranks.csv', dataset['published_ranks.csv'], known);
    refuseFindings([...figures.findings, ...ranks.findings]);
    const batch = { id, fileName: 'db/dataset', reason: '载入随产品提供的数据集', at: now };
    const outcome = await writeFigures(principal, tx, batch, figures.rows);
    await addStarterRules(work);
    await writeRanks(principal, tx, ranks.rows);
    return { result: outcome, changes: [{ subject: `import/${id}`, before: null, after: outcome }] };
  },
});

function refuseFindings(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const lines = findings.slice(0, 20).map((f) => `${f.file}:${f.row} ${f.column}: ${f.key} ${f.value}`);
  throw new Error(`The data set has ${findings.length} findings:\n${lines.join('\n')}`);
}

type Cells = Readonly<Record<string, string>>;

/** The rows of a catalogue file, numbered in their order; the order of the file is the official one. */
function rowsOf(text: string): Cells[] {
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return data.map((cells, at) => ({ ...cells, sort_order: `${at + 1}`, initials: initialsOf(cells.name_zh ?? '') }));
}

/**
 * Inserts the rows of a catalogue file, or brings those with the same key to what the file says now. A column of the
 * table takes the cell of its own name; the database checks words and references.
 */
async function upsert(tx: Tx, table: PgTable, keys: readonly IndexColumn[], cells: readonly Cells[]): Promise<void> {
  const columns = Object.entries(getTableColumns(table)).filter(([, column]) => column.name in (cells[0] ?? {}));
  const rows = cells.map((row) =>
    Object.fromEntries(
      columns.map(([name, column]) => {
        const text = row[column.name] ?? '';
        return [name, text === '' && !column.notNull ? null : column.columnType === 'PgInteger' ? Number(text) : text];
      }),
    ),
  );
  const set = Object.fromEntries(
    columns
      .filter(([, column]) => !keys.some((key) => key === column))
      .map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]),
  );
  await tx
    .insert(table)
    .values(rows)
    .onConflictDoUpdate({ target: [...keys], set });
}

async function loadCatalogue(tx: Tx, dataset: Record<File, string>): Promise<void> {
  const { topic, source, indicator, indicatorDefinition, orgUnit, orgUnitSuccession, peerGroup, peerGroupMember } =
    catalogue;
  const indicators = rowsOf(dataset['indicators.csv']);
  await upsert(tx, topic, [topic.code], rowsOf(dataset['topics.csv']));
  await upsert(tx, source, [source.code], rowsOf(dataset['sources.csv']));
  await upsert(tx, indicator, [indicator.code], indicators);
  await upsert(
    tx,
    indicatorDefinition,
    [indicatorDefinition.indicatorCode, indicatorDefinition.validFrom],
    indicators.map((row) => ({ ...row, indicator_code: row.code ?? '' })),
  );
  await upsert(tx, orgUnit, [orgUnit.code], rowsOf(dataset['units.csv']));
  await upsert(
    tx,
    orgUnitSuccession,
    [orgUnitSuccession.predecessorCode, orgUnitSuccession.successorCode],
    rowsOf(dataset['unit_successions.csv']),
  );
  await upsert(tx, peerGroup, [peerGroup.code], rowsOf(dataset['peer_groups.csv']));
  await upsert(
    tx,
    peerGroupMember,
    [peerGroupMember.peerGroupCode, peerGroupMember.orgUnitCode, peerGroupMember.validFrom],
    rowsOf(dataset['peer_group_members.csv']),
  );
}
