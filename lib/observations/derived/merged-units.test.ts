import { sql as text } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { addsUp } from '@/lib/catalogue/comparing/adds-up';
import { addsUpSql } from '@/lib/catalogue/comparing/queries';
import { applyDefinition } from '@/lib/catalogue/indicators/editing/define-indicator';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { mergeUnits } from '@/lib/catalogue/units/desk/merge-units';
import { bases, measures } from '@/lib/catalogue/words';
import { deriveIndicator } from '@/lib/observations/derived/derive-indicator';
import { settleFigures } from '@/lib/observations/derived/settle-figures';
import { checkSettings } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const office = person('assessmentOffice');
const now = new Date('2026-06-01T09:00:00+08:00');
const give = { now, database };

async function record(unit: string, period: string, value: number, qualifier = 'exact'): Promise<void> {
  await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
      qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
    values ('DEMO', ${unit}, ${period}, ${value}, 1, ${qualifier}, '', 'final', '', 'S1', '', '', '', 1, 't', now())
    on conflict (indicator_code, org_unit_code, period_code) do update set value = excluded.value, qualifier = excluded.qualifier`;
  const written = text`(select 'DEMO' as indicator_code, ${period}::text as period_code, ${unit}::text as org_unit_code)`;
  await database.transaction((tx) => settleFigures(tx, systemPrincipal('test'), written, now));
}
const growth = async (unit: string) => {
  const [row] = await sql`select value, quote from observation
    where indicator_code = 'GROWTH' and org_unit_code = ${unit} and period_code = '2026'`;
  return row ? { value: row.value, quote: row.quote } : null;
};

beforeAll(async () => {
  await fictionalIndicators(database);
  await database.transaction((tx) => ensurePeriods(tx, ['2025', '2026']));
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('S1', '公报一', '统计局', '', '', 'official', 1)`;
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
      direction, basis, frequency, responsible_zh, responsible_en, sort_order)
    values ('GROWTH', 'DEMO', '增速', 'Growth', '', '%', '%', 1, 'rate', 'higher', 'current', 'yearly', '演示部门', '', 1)`;
  const asked = {
    code: 'GROWTH',
    version: 0,
    expression: '(DEMO / lastYear(DEMO) - 1) * 100',
    unitCode: '',
    reason: '',
  };
  await perform(deriveIndicator, office, asked, give);
});
beforeEach(async () => {
  await sql`delete from org_unit_succession`;
  await sql`update org_unit set valid_to = null, valid_from = null`;
  await sql`delete from observation`;
  // 98 and 11.5 before, 118.5 for both together: 118.5 / 109.5 is a growth of 8.2 %.
  for (const [unit, period, value] of [
    ['JIA', '2025', 98],
    ['YI', '2025', 11.5],
    ['JIA', '2026', 118.5],
  ] as const)
    await record(unit, period, value);
});
const succession = (kind: string, addsUpToo: boolean) =>
  sql`insert into org_unit_succession (predecessor_code, successor_code, happened_on, kind, note_zh, note_en, adds_up)
    values ('YI', 'JIA', '2026-01-01', ${kind}, '', '', ${addsUpToo})`;

test('growth of a merged unit is over the sum of the units where the office said so, with its working', async () => {
  expect((await growth('JIA'))?.value).toBe('20.9');
  await succession('merge', true);
  await record('JIA', '2026', 118.5);
  expect(await growth('JIA')).toEqual({ value: '8.2', quote: '演示指标（2026）= 118.5；演示指标（2025）= 98 + 11.5' });
  // A former figure of the unit that merged changes the growth of its successor.
  await record('YI', '2025', 20.5);
  expect(await growth('JIA')).toMatchObject({ value: '0.0' });
});

test.each([
  ['the office did not say that the figures add up', () => succession('merge', false)],
  ['the unit came out of a split', () => succession('split', false)],
  [
    'a part is a bound',
    async () => {
      await succession('merge', true);
      await record('YI', '2025', 11.5, 'at_least');
    },
  ],
  [
    'a part is missing',
    async () => {
      await succession('merge', true);
      await sql`delete from observation where org_unit_code = 'YI'`;
    },
  ],
])('there is no growth where %s', async (_, change) => {
  await change();
  await record('JIA', '2026', 118.5);
  expect(await growth('JIA')).toBeNull();
});

test('a merger that is entered changes the growth at once', async () => {
  const held = await sql`select code, version from org_unit where code = 'YI'`;
  const merger = {
    ...{ units: [...held], into: 'JIA', made: null, from: '2026-01-01', addsUp: true, joins: true },
    ...{ note: '', reason: '按文件合并' },
  };
  const made = await perform(mergeUnits, office, merger, { now: new Date('2025-12-01T09:00:00+08:00'), database });
  expect(made).toMatchObject({ state: 'done' });
  expect((await growth('JIA'))?.value).toBe('8.2');
});

test('whether figures add up is the same in SQL', async () => {
  const rows = await database.execute<{ measure: string; basis: string; unit: string; holds: boolean }>(text`
    select measure, basis, unit_zh as unit, ${addsUpSql(text.raw('i'))} as holds
    from (select measure, basis, unit_zh
      from unnest(${text.param([...measures])}::text[]) measure, unnest(${text.param([...bases])}::text[]) basis,
        unnest(array['亿元', '元', '元/人', '吨/日', '家', '%']) unit_zh) i`);
  expect(rows.length).toBe(measures.length * bases.length * 6);
  for (const { measure, basis, unit, holds } of rows)
    expect(holds, `${measure} ${basis} ${unit}`).toBe(addsUp({ measure, basis, unitZh: unit } as never));
});

test('there is no growth over a definition of another scope, also one that is given later', async () => {
  const define = (validFrom: string, isBreak: boolean) => {
    const texts = { definitionZh: `${validFrom}起的口径`, definitionEn: '', formulaZh: '', formulaEn: '' };
    const asked = { code: 'DEMO', validFrom, ...texts, isBreak, reason: '统计制度调整' };
    return database.transaction((tx) => applyDefinition({ ...give, tx, principal: office } as never, asked));
  };
  try {
    await define('2020-01-01', true);
    await define('2025-06-01', true);
    await record('JIA', '2026', 118.5);
    expect((await growth('JIA'))?.value).toBe('20.9');
    await define('2026-01-01', true);
    expect(await growth('JIA')).toBeNull();
    await record('JIA', '2026', 119);
    expect(await growth('JIA')).toBeNull();
  } finally {
    await sql`delete from indicator_definition where indicator_code = 'DEMO'`;
  }
});
