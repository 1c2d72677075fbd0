import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { confirmCited } from '@/lib/observations/cited/confirm-cited';
import { carriedFigure } from '@/lib/observations/cited/queries';
import { citedLines } from '@/lib/observations/cited/queue/queries';
import { recordCited } from '@/lib/observations/cited/record-cited';
import { importCited } from '@/lib/observations/cited/tidy/import-cited';
import { tidyRows } from '@/lib/observations/cited/tidy/tidy-rows';
import { seenMark } from '@/lib/observations/cited/words';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { firstOffice, inventedFigures, secondOffice, someone } from '@/lib/testing/invented-run';

checkSettings();
const { database, sql } = await testDatabase();
await inventedFigures(database, { units: 3, items: 1 });
await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
  values ('OTHER', '演示更正', '演示数据', '', '', 'reported', 9002)`;

let clock = 1;
// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, input: unknown, who = firstOffice) => {
  clock += 1;
  return perform(command, who, input, { now: new Date(Date.UTC(2031, 0, clock)), database });
};
const key = { indicatorCode: 'M1', unitCode: 'U1', periodCode: '2025' };
const typed = {
  ...{ sourceCode: 'OTHER', indicator: 'M1', unit: 'U1', period: '2025', printed: '12.5', vintage: 'preliminary' },
  ...{ reportedYoy: '', rank: '', rankScopeZh: '', rankScopeEn: '', rankGroupCode: '', locator: '第3页' },
  ...{ quote: '', note: '', reason: '文件更正', seen: '', seenScope: '' },
};
const record = (more: Partial<typeof typed> = {}) => give(recordCited, { ...typed, ...more });
const confirm = (id: string) =>
  give(confirmCited, { figures: [{ id, version: 1 }], batchId: '', count: null }, secondOffice);
/** The form of a correction as its page fills it in. */
async function filled(): Promise<Partial<typeof typed>> {
  const carried = await carriedFigure(firstOffice, key);
  if (!carried) throw new Error('nothing is shown');
  const [rank] = carried.ranks;
  return {
    ...{ seen: seenMark(carried), reportedYoy: carried.reportedYoy ?? '', seenScope: rank?.scopeZh ?? '' },
    ...{ rank: `${rank?.rank ?? ''}`, rankScopeZh: rank?.scopeZh ?? '', rankScopeEn: rank?.scopeEn ?? '' },
  };
}
const shown = async (unit = 'U1') =>
  (
    await sql`select value::text as value, reported_yoy::text as yoy, source_code as source from observation
    where indicator_code = 'M1' and org_unit_code = ${unit} and period_code = '2025'`
  )[0];
const ranks = async () => [
  ...(await sql`select scope_zh as scope, rank, source_code as source from published_rank
    where indicator_code = 'M1' and org_unit_code = 'U1' order by 1`),
];
const findingsOf = async (id: string) =>
  (await citedLines(secondOffice, { which: { id }, page: 1 })).lines[0]?.findings.filter(({ kind }) =>
    /Cleared/.test(kind),
  );

// Each test begins with a figure that has a published growth, and ranks in two sets.
beforeEach(async () => {
  await sql`delete from cited_figure`;
  await sql`alter table observation_revision disable trigger all`;
  await sql`delete from observation_revision where revision > 1`;
  await sql`update observation_revision set reported_yoy = 8.3`;
  await sql`alter table observation_revision enable trigger all`;
  await sql`update observation o set reported_yoy = 8.3, source_code = 'INV', value = r.value
    from observation_revision r where (r.indicator_code, r.org_unit_code, r.period_code, r.revision)
      = (o.indicator_code, o.org_unit_code, o.period_code, 1)`;
  await sql`delete from published_rank`;
  await sql`insert into published_rank (indicator_code, org_unit_code, period_code, scope_zh, scope_en, rank, qualifier,
      source_code, locator, quote, note)
    select 'M1', 'U1', '2025', s.scope, s.scope, s.rank, 'exact', 'INV', '第1页', '', ''
    from (values ('全市', 3), ('全省', 17)) s(scope, rank)`;
});

describe('the form of a correction', () => {
  test('has the growth and the ranks of the figure that is shown', async () => {
    expect(await carriedFigure(firstOffice, key)).toMatchObject({
      ...{ revision: 1, vintage: 'preliminary', reportedYoy: '8.3' },
      ranks: [
        { rank: 3, scopeZh: '全市' },
        { rank: 17, scopeZh: '全省' },
      ],
    });
    expect(await carriedFigure(firstOffice, { ...key, periodCode: '2024' })).toBeNull();
    expect(await carriedFigure(someone('leader-1', 'leader'), key)).toBeNull();
  });

  test('keeps what is left as it was: the growth goes with the figure, the ranks stay with their document', async () => {
    const id = await record(await filled());
    expect(await findingsOf(id)).toEqual([]);
    await confirm(id);
    expect(await shown()).toEqual({ value: '12.5', yoy: '8.3', source: 'OTHER' });
    expect(await ranks()).toEqual([
      { scope: '全市', rank: 3, source: 'INV' },
      { scope: '全省', rank: 17, source: 'INV' },
    ]);
  });

  test('clears what is cleared there, and who confirms it is told', async () => {
    const id = await record({ ...(await filled()), reportedYoy: '', rank: '' });
    expect(await findingsOf(id)).toEqual([
      { kind: 'rankCleared', scope: '全市' },
      { kind: 'growthCleared', was: '8.3' },
    ]);
    expect(await ranks()).toHaveLength(2);
    await confirm(id);
    expect(await shown()).toEqual({ value: '12.5', yoy: null, source: 'OTHER' });
    expect(await ranks()).toEqual([{ scope: '全省', rank: 17, source: 'INV' }]);
  });

  test('may change the rank, or clear it alone, and records nothing where nothing is said', async () => {
    await confirm(await record({ ...(await filled()), rank: '2' }));
    expect(await ranks()).toContainEqual({ scope: '全市', rank: 2, source: 'OTHER' });
    const form = await filled();
    expect(await refusalOf(record({ ...form, printed: '' }))).toBe('invalid cited.faults.required');
    await confirm(await record({ ...form, printed: '', rank: '' }));
    expect(await ranks()).toEqual([{ scope: '全省', rank: 17, source: 'INV' }]);
    expect((await shown())?.yoy).toBe('8.3');
  });

  test('that was not filled in keeps the growth, since nobody saw it', async () => {
    await confirm(await record());
    expect(await shown()).toEqual({ value: '12.5', yoy: '8.3', source: 'OTHER' });
    expect(await ranks()).toHaveLength(2);
    // What the form had of another figure says nothing of this one.
    await confirm(await record({ ...(await filled()), unit: 'U2', reportedYoy: '', rank: '' }));
    expect((await shown('U2'))?.yoy).toBe('8.3');
  });

  test('is refused where another figure is shown by now', async () => {
    const form = await filled();
    await confirm(await record());
    expect(await refusalOf(record({ ...form, printed: '13' }))).toBe('conflict cited.refused.movedOne');
  });
});

describe('a tidy sheet', () => {
  const read = (head: string[], ...rows: string[][]) => {
    const found = tidyRows([head, ...rows], { source: 'OTHER', vintage: 'preliminary', locator: '表1' });
    if (found.kind !== 'rows') throw new Error(found.kind);
    return { fileName: '表.csv', reason: '更正', rows: found.rows, hasGrowth: found.hasGrowth, follows: '' };
  };
  const head = ['指标', '单位', '报告期', '数值'];
  const growths = async (asked: object) =>
    (await give(importCited, { ...asked, isPreview: true })).rows.map(({ growth }: { growth: unknown }) => growth);
  const taken = async (asked: object) => {
    const { batchId, count } = await give(importCited, { ...asked, isPreview: false });
    await give(confirmCited, { figures: [], batchId, count }, secondOffice);
  };

  test('without a column of growths keeps those that are shown, and says so', async () => {
    const asked = read(head, ['M1', 'U1', '2025', '12.5'], ['M1', 'U2', '2026', '7']);
    expect(await growths(asked)).toEqual([
      { old: '8.3', now: null, isKept: true },
      { old: null, now: null, isKept: true },
    ]);
    await taken(asked);
    expect(await shown()).toEqual({ value: '12.5', yoy: '8.3', source: 'OTHER' });
    // Nothing of it is new then, and a sheet with the growth says the same.
    const [, ...none] = asked.rows;
    expect(none).toHaveLength(1);
    expect(await refusalOf(taken({ ...asked, rows: asked.rows.slice(0, 1) }))).toBe('conflict cited.refused.allSame');
  });

  test('with an empty cell in that column takes the growth away, and says so', async () => {
    const asked = read([...head, '公布同比'], ['M1', 'U1', '2025', '12.5', ''], ['M1', 'U2', '2025', '12.5', '9']);
    expect(await growths(asked)).toEqual([
      { old: '8.3', now: null, isKept: false },
      { old: '8.3', now: '9', isKept: false },
    ]);
    await taken(asked);
    expect([(await shown())?.yoy, (await shown('U2'))?.yoy]).toEqual([null, '9']);
  });
});
