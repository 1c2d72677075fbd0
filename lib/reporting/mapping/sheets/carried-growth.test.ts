import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { confirmCited } from '@/lib/observations/cited/confirm-cited';
import { citedLines } from '@/lib/observations/cited/queue/queries';
import { comparedFigures } from '@/lib/reporting/mapping/compare-figures';
import { readMapped } from '@/lib/reporting/mapping/read-mapped';
import { mappableNames, mappedSheet, shownFigures } from '@/lib/reporting/mapping/sheets/queries';
import { uploadSheet } from '@/lib/reporting/mapping/sheets/upload-sheet';
import { sheetIn } from '@/lib/reporting/mapping/stored-sheet';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { mappedCatalogue } from '@/lib/testing/mapped-catalogue';
import { citedFrom } from '@/lib/testing/mapped-commands';
import { typedSheet } from '@/lib/testing/mapped-sheets';
import { person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-11-12T09:00:00+08:00');
const office = person('assessmentOffice', { userId: 'office-1' });
const colleague = person('assessmentOffice', { userId: 'office-2' });

let files = 0;
async function upload(rows: string): Promise<string> {
  files += 1;
  const content = new TextEncoder().encode(`file ${files}`);
  return perform(uploadSheet, office, { fileName: '月报.xlsx', content, sheet: typedSheet(rows) }, { now, database });
}
/** What the preview says of each figure: its kind, and what becomes of growth and ranks. */
async function previewed(id: string) {
  const view = await mappedSheet(office, id);
  if (!view) throw new Error('no sheet');
  const applied = readMapped(sheetIn(view.sheet), view.mapping, await mappableNames(office));
  const shown = await shownFigures(office, applied.figures);
  return comparedFigures(applied, shown, { vintage: 'preliminary', rankScope: '' }).rows.map((row) => ({
    ...{ unit: row.figure.unitCode, kind: row.kind, growth: row.growth },
    ranks: row.ranks && {
      was: row.ranks.was.map(({ scopeZh, rank }) => `${scopeZh} ${rank}`),
      isKept: row.ranks.isKept,
    },
  }));
}
const cite = (id: string, more: object = {}) =>
  citedFrom({ id, who: office, now, database }, { rankScope: '全市', ...{ reason: '月报更正', ...more } });
async function taken(rows: string): Promise<void> {
  const batchId = await cite(await upload(rows));
  const { total } = await citedLines(colleague, { which: { batchId }, page: 1 });
  await perform(confirmCited, colleague, { figures: [], batchId, count: total }, { now, database });
}
const shown = async () =>
  (
    await sql`select concat_ws(' ', o.org_unit_code, o.value::text, o.reported_yoy::text || '%',
      (select '#' || r.rank from published_rank r where r.org_unit_code = o.org_unit_code)) as line from observation o order by 1`
  ).map(({ line }) => line);

const title = '2026年10月主要指标';
const whole = `${title}
地区|税收收入（亿元）|同比（%）
甲区|5|8.3
乙县|6|-1`;

beforeAll(() => mappedCatalogue(database));
beforeEach(async () => {
  await sql`alter table observation_revision disable trigger all`;
  await sql`delete from observation_revision`;
  await sql`alter table observation_revision enable trigger all`;
  await sql`delete from observation`;
  await sql`delete from published_rank`;
  await taken(whole);
  await sql`insert into published_rank (indicator_code, org_unit_code, period_code, scope_zh, scope_en, rank, qualifier,
      source_code, locator, quote, note)
    select indicator_code, org_unit_code, period_code, '全市', '全市', case org_unit_code when 'JIA' then 2 else 1 end, 'exact',
      source_code, '', '', '' from observation`;
});

test('a sheet without columns of growth and rank keeps those that are shown, and its preview says so', async () => {
  const without = `${title}\n地区|税收收入（亿元）\n甲区|5.5\n乙县|6`;
  expect(await previewed(await upload(without))).toEqual([
    {
      ...{ unit: 'JIA', kind: 'changed', growth: { was: '8.3', isKept: true } },
      ranks: { was: ['全市 2'], isKept: true },
    },
    { unit: 'YI', kind: 'unchanged', growth: null, ranks: null },
  ]);
  await taken(without);
  expect(await shown()).toEqual(['JIA 5.5 8.3% #2', 'YI 6 -1% #1']);
});

test('an empty cell of growth takes it away, from a figure that is otherwise the same as well', async () => {
  const empty = `${title}\n地区|税收收入（亿元）|同比（%）\n甲区|5.5|\n乙县|6|—`;
  expect((await previewed(await upload(empty))).map(({ kind, growth }) => [kind, growth])).toEqual([
    ['changed', { was: '8.3', isKept: false }],
    ['changed', { was: '-1', isKept: false }],
  ]);
  await taken(empty);
  expect(await shown()).toEqual(['JIA 5.5 #2', 'YI 6 #1']);
});

test('a growth that cannot be read takes none away', async () => {
  const unread = `${title}\n地区|税收收入（亿元）|同比（%）\n甲区|5.5|待定\n乙县|6|-1`;
  expect(await previewed(await upload(unread))).toMatchObject([{ growth: { was: '8.3', isKept: true } }, {}]);
  await taken(unread);
  expect(await shown()).toEqual(['JIA 5.5 8.3% #2', 'YI 6 -1% #1']);
});

test('an empty cell of rank takes away that of the set that is named, and who confirms it is told', async () => {
  const empty = `${title}\n地区|税收收入（亿元）|位次\n甲区|5|\n乙县|6|1`;
  const id = await upload(empty);
  expect(await previewed(id)).toMatchObject([
    { unit: 'JIA', kind: 'changed', growth: null, ranks: { was: ['全市 2'], isKept: false } },
    { unit: 'YI', kind: 'unchanged', ranks: null },
  ]);
  expect(await refusalOf(cite(id, { rankScope: '' }))).toBe('invalid mapping.refused.noScope');
  const batchId = await cite(id);
  const { lines, total } = await citedLines(colleague, { which: { batchId }, page: 1 });
  expect(lines.map(({ now: value, clearedScope, findings }) => ({ value, clearedScope, findings }))).toEqual([
    { value: null, clearedScope: '全市', findings: [{ kind: 'rankCleared', scope: '全市' }] },
  ]);
  await perform(confirmCited, colleague, { figures: [], batchId, count: total }, { now, database });
  expect(await shown()).toEqual(['JIA 5 8.3%', 'YI 6 -1% #1']);
});

test('an empty cell of a rank where none is shown in the named set changes nothing', async () => {
  const empty = `${title}\n地区|税收收入（亿元）|位次\n甲区|5|\n乙县|6|1`;
  expect(await refusalOf(cite(await upload(empty), { rankScope: '全省' }))).toBeNull();
  const [row] = await sql`select count(*)::int as n from cited_figure where cleared_scope <> '' and state = 'waiting'`;
  expect(row?.n).toBe(0);
});
