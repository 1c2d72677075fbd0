import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { writtenFault, writtenLine } from '@/lib/catalogue/workbook/written-outcome';
import type { Locale } from '@/lib/i18n/words';
import { checkSettings } from '@/lib/testing/accounts';
import { fileOf, given, inventedCatalogue, written } from '@/lib/testing/catalogue-file';

checkSettings();
await testDatabase();

beforeAll(async () => {
  await written(await inventedCatalogue());
});

/** What a preview tells of each change, without its cell: what becomes of what, and the rest. */
async function told(sheets: Parameters<typeof fileOf>[0], locale: Locale = 'zh-CN'): Promise<string[]> {
  const outcome = await given(await fileOf(sheets), { reason: '整本导入目录' });
  if (outcome.kind === 'faults') return outcome.faults.map(({ address, key }) => `${address} ${key}`);
  return outcome.lines.map((line) => writtenLine(line, outcome.names, locale).slice(1).filter(Boolean).join(' | '));
}

const targetHeads = ['指标', '单位', '年份', '基本目标'];

test('a target is told by its indicator, its unit and its year', async () => {
  const changed = { targets: [targetHeads, ['OUT', 'YI', 2026, 125]] };
  expect(await told(changed)).toEqual(['更改 | 演示产值 · 乙街道 · 2026 | 基本目标 | 120 亿元 | 125 亿元']);
  const made = { targets: [targetHeads, ['POP', 'YI', 2026, 3]] };
  expect(await told(made)).toEqual([
    '新增 | 演示人口 · 乙街道 · 2026 | 指标：演示人口；单位：乙街道；年份：2026；基本目标：3 万人',
  ]);
});

test('a cell that refers to a row tells its name before and after, that of a new row too', async () => {
  const units = [
    ['代码', '名称', '类别', '上级', '变动自'],
    ['NORTH', '演示北区', '开发区、园区', '', ''],
    ['YI', '乙街道', '街道', 'NORTH', '2026-11-25'],
  ];
  expect(await told({ units })).toEqual(expect.arrayContaining(['更改 | 乙街道 | 上级 | 演示新区 | 演示北区']));
});

test('names that two rows have are told with their codes', async () => {
  await written(
    await fileOf({
      units: [
        ['代码', '名称', '英文名称', '类别', '上级'],
        ['EAST', '演示东区', 'East', '开发区、园区', ''],
        ['YI2', '乙街道', 'Second Street', '街道', 'EAST'],
      ],
    }),
  );
  const members = [
    ['序列', '单位', '起始日期'],
    ['JD', 'YI2', '2026-11-25'],
  ];
  const [zh = ''] = await told({ members });
  expect(zh).toContain('演示街道 · 乙街道（YI2）');
  expect(zh).toContain('单位：乙街道（YI2）');
  const [en = ''] = await told({ members }, 'en');
  expect(en).toContain('演示街道 · Second Street');
  const renamed = [
    ['代码', '名称', '英文名称', '变动自'],
    ['YI', '乙新街道', '', '2026-11-25'],
  ];
  const lines = await told({ units: renamed });
  expect(lines).toContain('更改 | 乙街道（YI） | 名称 | 乙街道 | 乙新街道');
});

test('a row that is there twice is told by names', async () => {
  const targets = [targetHeads, ['OUT', 'YI', 2026, 125], ['演示产值', '乙镇', 2026, 126]];
  const outcome = await given(await fileOf({ targets }));
  const told = outcome.kind === 'faults' ? outcome.faults.map((fault) => writtenFault(fault, 'zh-CN').at(-1)) : [];
  expect(told).toEqual(['与第 2 行重复（演示产值 · 乙街道（YI） · 2026）。']);
});
