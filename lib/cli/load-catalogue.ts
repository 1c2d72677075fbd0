import { getTableColumns, sql } from 'drizzle-orm';
import type { IndexColumn, PgTable } from 'drizzle-orm/pg-core';
import Papa from 'papaparse';
import type { Tx } from '@/db/client';
import { annotation } from '@/db/schema/annotations';
import * as catalogue from '@/db/schema/catalogue';
import { spanOf } from '@/lib/catalogue/annotations/told/span';
import { initialsOf } from '@/lib/catalogue/pinyin-initials';

/** The files of a catalogue; a folder of them is the data set or the demonstration. */
export const catalogueFiles = [
  'topics.csv',
  'sources.csv',
  'indicators.csv',
  'definition_changes.csv',
  'units.csv',
  'unit_successions.csv',
  'peer_groups.csv',
  'peer_group_members.csv',
  'indicator_aliases.csv',
  'unit_aliases.csv',
  'annotations.csv',
] as const;
export type CatalogueFile = (typeof catalogueFiles)[number];

type Cells = Readonly<Record<string, string>>;

/** The rows of a catalogue file, numbered after `before` in their order, which is the official one. */
function rowsOf(text: string, before: number): Cells[] {
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return data.map((cells, at) => ({
    ...cells,
    sort_order: `${before + at + 1}`,
    initials: initialsOf(cells.name_zh ?? ''),
  }));
}

/**
 * Inserts the rows of a catalogue file, or updates those with the same key. A column of the table takes the cell of its
 * own name; the database checks words and references. A row that somebody has changed since it was loaded stays as it is.
 */
async function upsert(tx: Tx, table: PgTable, keys: readonly IndexColumn[], cells: readonly Cells[]): Promise<void> {
  if (cells.length === 0) return;
  const columns = Object.entries(getTableColumns(table)).filter(([, column]) => column.name in (cells[0] ?? {}));
  const rows = cells.map((row) =>
    Object.fromEntries(
      columns.map(([name, column]) => {
        const text = row[column.name] ?? '';
        return [name, text === '' && !column.notNull ? null : storedValue(text, column.columnType)];
      }),
    ),
  );
  const set = Object.fromEntries(
    columns
      .filter(([, column]) => !keys.some((key) => key === column))
      .map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]),
  );
  // What the office has edited since stays as it is.
  const version = Object.values(getTableColumns(table)).find(({ name }) => name === 'version');
  const untouched = version && sql`${version} = 1`;
  const insert = tx.insert(table).values(rows);
  await (Object.keys(set).length > 0
    ? insert.onConflictDoUpdate({ target: [...keys], set, ...(untouched && { setWhere: untouched }) })
    : insert.onConflictDoNothing());
}

/** The value of a cell for its column: the driver would turn the text `true` into false. */
function storedValue(text: string, type: string): string | number | boolean {
  if (type === 'PgInteger') return Number(text);
  return type === 'PgBoolean' ? text === 'true' : text;
}

/** A row of a note with the first and the last day of its span. */
function withDays(row: Cells): Cells {
  const span = spanOf(row.since ?? '', row.until || null);
  if (!span) throw new Error(`${row.id} has no span`);
  return { ...row, starts_on: span.startsOn, ends_on: span.endsOn };
}

/**
 * Loads a catalogue into the database; a missing file has no rows. `before` is the number after which its topics,
 * documents, indicators, units and groups are ordered, so that one catalogue comes after another.
 */
export async function loadCatalogue(
  tx: Tx,
  files: Readonly<Partial<Record<CatalogueFile, string>>>,
  before = 0,
): Promise<void> {
  const { topic, source, indicator, indicatorDefinition, orgUnit, orgUnitSuccession, peerGroup, peerGroupMember } =
    catalogue;
  const { indicatorAlias, orgUnitAlias } = catalogue;
  const rows = (file: CatalogueFile) => rowsOf(files[file] ?? '', before);
  const indicators = rows('indicators.csv');
  await upsert(tx, topic, [topic.code], rows('topics.csv'));
  await upsert(tx, source, [source.code], rows('sources.csv'));
  await upsert(tx, indicator, [indicator.code], indicators);
  await upsert(
    tx,
    indicatorDefinition,
    [indicatorDefinition.indicatorCode, indicatorDefinition.validFrom],
    [...indicators, ...rows('definition_changes.csv')].map((row) => ({ ...row, indicator_code: row.code ?? '' })),
  );
  await upsert(tx, orgUnit, [orgUnit.code], rows('units.csv'));
  await upsert(
    tx,
    orgUnitSuccession,
    [orgUnitSuccession.predecessorCode, orgUnitSuccession.successorCode],
    rows('unit_successions.csv'),
  );
  await upsert(tx, peerGroup, [peerGroup.code], rows('peer_groups.csv'));
  await upsert(
    tx,
    peerGroupMember,
    [peerGroupMember.peerGroupCode, peerGroupMember.orgUnitCode, peerGroupMember.validFrom],
    rows('peer_group_members.csv'),
  );
  await upsert(tx, indicatorAlias, [indicatorAlias.indicatorCode, indicatorAlias.alias], rows('indicator_aliases.csv'));
  await upsert(tx, orgUnitAlias, [orgUnitAlias.orgUnitCode, orgUnitAlias.alias], rows('unit_aliases.csv'));
  await upsert(tx, annotation, [annotation.id], rows('annotations.csv').map(withDays));
}
