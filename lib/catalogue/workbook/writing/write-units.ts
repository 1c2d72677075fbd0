import { sql } from 'drizzle-orm';
import { orgUnit, orgUnitAlias } from '@/db/schema/catalogue';
import type { Work } from '@/lib/access/command';
import { initialsOf } from '@/lib/catalogue/pinyin-initials';
import { dayAfter, todayOf } from '@/lib/catalogue/today';
import { createUnit } from '@/lib/catalogue/units/desk/create-unit';
import { editUnit } from '@/lib/catalogue/units/desk/edit-unit';
import { moveUnit } from '@/lib/catalogue/units/desk/move-unit';
import { usesOfUnit } from '@/lib/catalogue/units/desk/queries';
import { renameUnit } from '@/lib/catalogue/units/desk/rename-unit';
import { retireUnit } from '@/lib/catalogue/units/desk/retire-unit';
import { GbCode } from '@/lib/catalogue/units/desk/unit-input';
import { listedIn } from '@/lib/catalogue/workbook/tables/catalogue-tables';
import type { ColumnKey, KnownRow, Values } from '@/lib/catalogue/workbook/words';
import { closedOver } from '@/lib/catalogue/workbook/writing/closed-over';
import { giveWithin } from '@/lib/catalogue/workbook/writing/give-within';
import { insertRows } from '@/lib/catalogue/workbook/writing/insert-rows';
import { type DifferingRow, englishIn, type Progress } from '@/lib/catalogue/workbook/writing/progress';

const columns = { parentCode: 'parent', from: 'changesFrom' } as const;

/**
 * New units, each directly behind the one above it in the sheet, and the changes of others: what is no history by one
 * edit, a name and a parent from a day on, the last day.
 */
export async function writeUnits(work: Work, progress: Progress): Promise<void> {
  await addUnits(work, progress);
  const differing = progress.differing('units');
  for (const one of differing) await changeUnit(work, progress, one);
  // Those below another end before it.
  for (const one of differing.toReversed()) await endUnit(work, progress, one);
}

async function addUnits({ tx }: Work, progress: Progress): Promise<void> {
  const made = progress.fresh('units');
  if (made.length === 0) return;
  const names = new Set(
    progress.tables.units
      .filter(({ validTo }) => validTo === '')
      .map(({ parent = '', nameZh = '' }) => `${parent} ${nameZh}`),
  );
  const parents = new Map(made.map(({ code, values }) => [code, values.parent ?? '']));
  const read = made.flatMap((row) => {
    const { values, code } = row;
    const { parent: parentCode = '', validFrom = '', validTo = '', gbCode = '', kind } = values;
    const aliases = listedIn(values.aliases ?? '');
    const isDemonstration = values.isDemonstration === 'true';
    const typed = { code, nameZh: values.nameZh ?? '', nameEn: values.nameEn ?? '', kind, parentCode, aliases };
    const input = progress.parsed(row, createUnit, { ...typed, after: '', validFrom, isDemonstration }, columns);
    if (!GbCode.safeParse(gbCode).success) progress.fault(row, 'gbCode', 'input', { field: 'gbCode' });
    if (validFrom !== '' && validTo !== '' && validTo < validFrom)
      progress.fault(row, 'validTo', 'unitDesk.refused.beginsAfterEnd', { field: 'validFrom' });
    const name = `${parentCode} ${typed.nameZh}`;
    if (validTo === '' && names.has(name))
      progress.fault(row, 'nameZh', 'workbook.faults.nameTaken', { name: typed.nameZh });
    if (validTo === '') names.add(name);
    if (isBelowItself(code, parents)) progress.fault(row, 'parent', 'unitDesk.refused.ownFamily', { field: 'parent' });
    if (input === null) return [];
    const { after: _, aliases: others, ...rest } = input;
    const told = {
      ...{ ...rest, code, parentCode: parentCode || null, nameEn: rest.nameEn || rest.nameZh },
      ...{ gbCode: gbCode || null, validFrom: validFrom || null, validTo: validTo || null },
    };
    const after = { ...told, ...(others.length > 0 && { aliases: others }) };
    return progress.hasFault(row) ? [] : [{ ...told, row, after, initials: initialsOf(rest.nameZh), aliases: others }];
  });
  const there = new Set(progress.tables.units.map(({ code = '' }) => code));
  const ready = closedOver(read, there, ({ parentCode }) => [parentCode]);
  progress.lose(made.filter((row) => !ready.some((one) => one.row === row)));
  for (const { row, after, code } of ready) {
    progress.tell(row, 'created', null, { after: after.nameZh });
    progress.changes.push({ subject: `unit/${code}`, before: null, after });
  }
  const places = placesOf(progress);
  await insertRows(
    tx,
    orgUnit,
    ready.map(({ aliases: _, row: __, after: ___, ...columns }) => ({
      ...columns,
      sortOrder: places.get(columns.code) ?? 0,
    })),
  );
  await insertRows(
    tx,
    orgUnitAlias,
    ready.flatMap(({ code, aliases }) => [...new Set(aliases)].map((alias) => ({ orgUnitCode: code, alias }))),
  );
  await tx.execute(sql`
    update org_unit u set sort_order = place.at
    from jsonb_to_recordset(${JSON.stringify([...places].map(([code, at]) => ({ code, at })))}::jsonb) place (code text, at int)
    where u.code = place.code and u.sort_order <> place.at`);
}

/** Whether the parents of a new unit lead back to it. */
function isBelowItself(code: string, parents: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(code); at !== undefined && at !== ''; at = parents.get(at)) {
    if (at === code || seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/**
 * The official order with the new units, each behind the row above it, those above all others at the end; units that are
 * there move only as far as they must.
 */
function placesOf(progress: Progress): Map<string, number> {
  const behind = new Map<string, string[]>();
  let above = '';
  for (const { code, isNew } of progress.of('units')) {
    if (!isNew) above = code;
    else if (behind.get(above)?.push(code) === undefined) behind.set(above, [code]);
  }
  const places = new Map<string, number>();
  let last = 0;
  const put = (codes: readonly string[]) => {
    for (const code of codes) {
      last += 1;
      places.set(code, last);
    }
  };
  for (const { row } of progress.state.units) {
    last = Math.max(last, row.sortOrder - 1);
    put([row.code, ...(behind.get(row.code) ?? [])]);
  }
  put(behind.get('') ?? []);
  return places;
}

/** Columns of a unit that no page of the past depends on. */
const editable: readonly ColumnKey[] = ['nameEn', 'kind', 'gbCode', 'aliases', 'validFrom'];

async function changeUnit(work: Work, progress: Progress, differing: DifferingRow): Promise<void> {
  const { row, held } = differing;
  const has = (column: ColumnKey) => differing.columns.includes(column);
  if (has('isDemonstration')) progress.fault(row, 'isDemonstration', 'workbook.faults.fixed');
  const isUsed = has('nameZh') && (await usesOfUnit(work.tx, row.code)).length > 0;
  const edits = differing.columns.filter(
    (column) => (editable.includes(column) && !(isUsed && column === 'nameEn')) || (column === 'nameZh' && !isUsed),
  );
  if (edits.length > 0) {
    const asked = { ...edited(row, held, isUsed), code: row.code, version: versionOf(progress, row), after: '' };
    const done = await giveWithin(work, { progress, row, columns }, editUnit, asked);
    if (done && 'changes' in done) {
      progress.raise(`unit/${row.code}`, storedVersion(progress, row));
      progress.tellCells(differing, edits, 'changed');
    }
  }
  const from = row.values.changesFrom ?? '';
  const dated = [...(isUsed ? (['nameZh'] as const) : []), ...(has('parent') ? (['parent'] as const) : [])];
  if (dated.length > 0 && from === '') {
    for (const column of dated) progress.fault(row, column, 'workbook.faults.fromMissing');
    return;
  }
  if (isUsed) {
    const cells = (['nameZh', 'nameEn'] as const).filter(has);
    const change = { from, nameZh: row.values.nameZh ?? '', nameEn: englishIn(row, held, 'nameEn') };
    await changeFrom(work, progress, differing, { cells, command: renameUnit, change });
  }
  if (has('parent')) {
    const change = { from, parentCode: row.values.parent ?? '' };
    await changeFrom(work, progress, differing, { cells: ['parent'], command: moveUnit, change });
  }
}

async function endUnit(work: Work, progress: Progress, differing: DifferingRow): Promise<void> {
  const { row, held } = differing;
  if (!differing.columns.includes('validTo')) return;
  const last = row.values.validTo ?? '';
  if (held.validTo !== '' || last === '') return progress.fault(row, 'validTo', 'workbook.faults.ended');
  const change = { from: dayAfter(last) };
  await changeFrom(work, progress, differing, { cells: ['validTo'], command: retireUnit, change });
}

type Dated = {
  readonly cells: readonly ColumnKey[];
  readonly command: typeof renameUnit | typeof moveUnit | typeof retireUnit;
  readonly change: { readonly from: string } & Readonly<Record<string, string>>;
};

/** Changes a unit from a day on; from a past one the change waits for a second person. */
async function changeFrom(work: Work, progress: Progress, differing: DifferingRow, { cells, command, change }: Dated) {
  const { row } = differing;
  const input = { code: row.code, ...change };
  if (progress.isWaiting(command.name, input)) return progress.tellCells(differing, cells, 'waiting');
  const reason = change.from < todayOf(work) ? progress.reason() : '';
  const fieldColumns = command === retireUnit ? { from: 'validTo' as const } : columns;
  // The three commands differ in what they take, and each gets its own.
  const asked = { ...input, version: versionOf(progress, row), reason };
  const done = await giveWithin(work, { progress, row, columns: fieldColumns }, command as typeof renameUnit, asked);
  if (!done) return;
  const isDone = done.result.state === 'done';
  if (isDone) progress.raise(`unit/${row.code}`, storedVersion(progress, row));
  progress.tellCells(differing, cells, isDone ? 'changed' : 'proposed');
}

const storedVersion = ({ state }: Progress, { code }: KnownRow) =>
  state.units.find(({ row }) => row.code === code)?.row.version ?? 0;
const versionOf = (progress: Progress, row: KnownRow) =>
  progress.version(`unit/${row.code}`, storedVersion(progress, row));

/** The fields of an edit: those of the row, and of the catalogue where the sheet lacks a column or a name has a history. */
function edited(row: KnownRow, held: Values, keepsName: boolean) {
  const value = (column: ColumnKey) => row.values[column] ?? held[column] ?? '';
  return {
    nameZh: keepsName ? (held.nameZh ?? '') : value('nameZh'),
    nameEn: keepsName ? (held.nameEn ?? '') : englishIn(row, held, 'nameEn'),
    kind: value('kind'),
    gbCode: value('gbCode'),
    aliases: listedIn(value('aliases')),
    validFrom: value('validFrom'),
  };
}
