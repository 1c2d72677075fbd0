import type { CellValue } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { checkSettings } from '@/lib/testing/accounts';
import { exported, fileOf, given, tablesNow, written } from '@/lib/testing/catalogue-file';
import { inFloors } from '@/lib/testing/floor';

checkSettings();
const { sql } = await testDatabase();

/** A catalogue of so many units in one sequence, with four indicators and a target for each pair. */
function sized(units: number) {
  const numbers = Array.from({ length: units }, (_, at) => at + 1);
  const indicators = ['A1', 'A2', 'A3', 'A4'];
  const indicator = (code: string): CellValue[] => [
    ...[code, `演示指标${code}`, '演示', '亿元', 2, 'amount', 'higher', 'current', 'yearly', '演示部门'],
  ];
  return fileOf({
    topics: [
      ['代码', '名称'],
      ['DEMO', '演示'],
    ],
    units: [['代码', '名称', '类别'], ...numbers.map((n) => [`U${n}`, `演示${n}区`, 'zone'])],
    groups: [
      ['代码', '名称'],
      ['G', '演示序列'],
    ],
    members: [['序列', '单位', '起始日期', '次序'], ...numbers.map((n) => ['G', `演示${n}区`, '2020-01-01', n])],
    indicators: [
      ['代码', '名称', '领域', '计量单位', '小数位数', '量的种类', '方向', '口径', '频度', '责任单位'],
      ...indicators.map(indicator),
    ],
    definitions: [['指标', '起始日期', '定义'], ...indicators.map((code) => [code, '2020-01-01', '演示'])],
    targets: [
      ['指标', '单位', '年份', '基本目标', '奋斗目标'],
      ...indicators.flatMap((code) => numbers.map((n) => [code, `U${n}`, 2026, n, n + 1])),
    ],
  });
}

test('191 units with four indicators and their targets come in at once, and change nothing the second time', async () => {
  const file = await sized(191);
  const { result, floors } = await inFloors(() => written(file));
  expect(result.counts.find(({ sheet }) => sheet === 'targets')).toMatchObject({ created: 764 });
  expect([...(await sql`select kind, input ->> 'from' as day from proposal`)]).toEqual([
    { kind: 'group.changeMembers', day: '2020-01-01' },
  ]);
  expect(await given(file)).toMatchObject({ follows: '' });
  expect(await given(await exported())).toMatchObject({ follows: '', total: 0 });
  // Seconds at most: two readings of the file and two passes over it.
  expect(floors).toBeLessThan(250);
});

test('all of them change at once, and one fault keeps all from changing', async () => {
  const before = await tablesNow();
  const rows = before.units.map(({ code = '', nameZh = '' }) => [code, nameZh, `District ${code}`]);
  const heads = ['代码', '名称', '英文名称'];
  const faulty = await fileOf({
    units: [heads, ...rows],
    targets: [
      ['指标', '单位', '年份', '基本目标'],
      ['A1', 'U1', 2026, '?'],
    ],
  });
  expect(await given(faulty)).toMatchObject({ kind: 'faults', total: 1 });
  expect(await tablesNow()).toEqual(before);
  const file = await fileOf({ units: [heads, ...rows] });
  const { result, floors } = await inFloors(() => written(file));
  expect(result.counts[0]).toMatchObject({ changed: 191 });
  expect(floors).toBeLessThan(400);
});
