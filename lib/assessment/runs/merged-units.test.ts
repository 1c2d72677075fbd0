import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { frozenFigures, publishedPackage } from '@/lib/assessment/package/queries';
import { unitResult } from '@/lib/assessment/rankings/card/queries';
import { resultRun } from '@/lib/assessment/rankings/queries';
import { rankTable } from '@/lib/assessment/rankings/table/queries';
import { whatWouldChange } from '@/lib/assessment/runs/changes/queries';
import { runDetail } from '@/lib/assessment/runs/listing/queries';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { checkSettings } from '@/lib/testing/accounts';
import { firstOffice, inventedDocument, inventedFigures, inventedRun, storedScheme } from '@/lib/testing/invented-run';

checkSettings();
const { sql, database } = await testDatabase();

/** A scheme of two items: the growth over the year before, and the value itself. */
function growthScheme() {
  const document = inventedDocument(2, { missing: 'rebase' });
  const [growth] = itemsOf(document);
  Object.assign(growth ?? {}, {
    transforms: [{ kind: 'growth', against: 'yearEarlier' }],
    method: { kind: 'minMax', bounds: { from: 'given', low: -50, high: 50 } },
  });
  return document;
}

let version = 0;
beforeEach(async () => {
  await sql`delete from org_unit_succession`;
  await sql`delete from indicator_definition where indicator_code = 'M1'`;
  if (version === 0) for (const period of ['2024', '2025']) await inventedFigures(database, { period, items: 2 });
  version += 1;
  // U2 merged into U1 on the first day of 2025: 98 and 11.5 in 2024, 118.5 in 2025.
  await sql`update indicator set measure = 'amount', unit_zh = '亿元' where code = 'M1'`;
  await sql`update org_unit set valid_to = '2024-12-31' where code = 'U2'`;
  await sql`update peer_group_member set valid_to = '2024-12-31' where org_unit_code = 'U2'`;
  for (const [unit, period, value] of [
    ['U1', '2024', 98],
    ['U2', '2024', 11.5],
    ['U1', '2025', 118.5],
    ['U3', '2024', 100],
    ['U3', '2025', 120],
  ] as const)
    await sql`update observation set value = ${value}, qualifier = 'exact' where indicator_code = 'M1' and org_unit_code = ${unit}
      and period_code = ${period}`;
});

async function merged(
  addsUp: boolean,
  { kind = 'merge', state }: { kind?: string; state?: 'trial' } = {},
): Promise<string> {
  await sql`insert into org_unit_succession (predecessor_code, successor_code, happened_on, kind, note_zh, note_en, adds_up)
    values ('U2', 'U1', '2025-01-01', ${kind}, '', '', ${addsUp})`;
  const code = `S${version}`;
  await storedScheme(database, growthScheme(), { code });
  return inventedRun(database, { code, ...(state && { state }) });
}
const result = async (id: string, unit: string) => {
  const found = await unitResult(firstOffice, id, unit);
  if (!found) throw new Error('no result');
  return found;
};
const tableNotes = async (id: string) => {
  const run = await resultRun(firstOffice, id);
  if (!run) throw new Error('no run');
  const table = await rankTable(firstOffice, run, { sort: 'rank', order: 'asc', page: 1, own: [] }, null);
  return { run, marks: Object.fromEntries(table.rows.map(({ code, notes }) => [code, notes.map(({ kind }) => kind)])) };
};

test('growth of a merged unit is scored over the sum of the units, where the office said so: 118.5 ÷ 109.5', async () => {
  const id = await merged(true);
  const { items, figures, replaced } = await result(id, 'U1');
  expect(items[0]?.transformed).toBeCloseTo((118.5 / 109.5 - 1) * 100, 9);
  expect(items[0]?.notes).toContainEqual({ kind: 'summedBase', values: { period: '2024', count: 2 } });
  expect(figures.find(({ indicator, period }) => indicator === 'M1' && period === '2024')).toMatchObject({
    ...{ value: '109.5', decimals: 1, revision: 0, vintage: 'preliminary', source: 'INV' },
  });
  expect(replaced).toEqual([{ unit: 'U1', indicator: 'M1', period: '2024', kind: 'sum', of: expect.any(Array) }]);
  expect([...(replaced[0]?.of ?? [])].sort()).toEqual(['U1', 'U2']);
  expect((await result(id, 'U3')).items[0]?.transformed).toBeCloseTo(20, 9);
  const { marks } = await tableNotes(id);
  expect(marks.U1).toContain('basesSummed');
  expect(marks.U3).toEqual([]);
  expect((await runDetail(firstOffice, id))?.standings.find(({ unit }) => unit.code === 'U1')?.notes).toContainEqual({
    ...{ kind: 'basesSummed', values: { count: 1 } },
  });
  expect((await whatWouldChange(firstOffice, id))?.inputs.figures).toEqual([]);
});

test('the package of the run has the sum, and gives the same fingerprint', async () => {
  const id = await merged(true);
  const rows = [];
  for await (const some of frozenFigures(firstOffice, id)) rows.push(...some);
  expect(rows.filter(({ unit, indicator, period }) => `${unit} ${indicator} ${period}` === 'U1 M1 2024')).toMatchObject(
    [{ value: '109.5', qualifier: 'exact', note: 'U1 + U2' }],
  );
  expect((await publishedPackage(firstOffice, id))?.package.sha256).toHaveLength(64);
});

test.each([
  ['the office did not say that the figures add up', 'merge', false, 'mergedBase'],
  ['the unit was split', 'split', false, 'splitBase'],
] as const)('there is no growth where %s, and the row says it', async (_, kind, addsUp, note) => {
  const id = await merged(addsUp, { kind, state: 'trial' });
  const { items, figures } = await result(id, 'U1');
  expect(items[0]).toMatchObject({ state: 'missing', value: 118.5 });
  expect(items[0]?.notes).toContainEqual({ kind: note, values: { period: '2024' } });
  expect(figures.some(({ indicator, period }) => indicator === 'M1' && period === '2024')).toBe(false);
  expect((await tableNotes(id)).marks.U1).toContain('basesLacking');
});

test('there is no growth over a sum of which a part is a bound', async () => {
  await sql`update observation set qualifier = 'at_least' where indicator_code = 'M1' and org_unit_code = 'U2'`;
  expect((await result(await merged(true, { state: 'trial' }), 'U1')).items[0]).toMatchObject({ state: 'missing' });
});

test('a run says which items look back over a change of scope', async () => {
  for (const [day, isBreak] of [
    ['2020-01-01', false],
    ['2025-01-01', true],
  ] as const)
    await sql`insert into indicator_definition (indicator_code, valid_from, definition_zh, definition_en, formula_zh,
      formula_en, is_break) values ('M1', ${day}, '', '', '', '', ${isBreak})`;
  const id = await merged(true);
  const note = { kind: 'acrossDefinition', values: { item: 'm1', period: '2024' } };
  expect((await tableNotes(id)).run.notes).toContainEqual(note);
  expect((await runDetail(firstOffice, id))?.notes).toContainEqual({ note, item: null });
});
