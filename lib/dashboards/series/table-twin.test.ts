import { expect, test } from 'vitest';
import { tableTwin } from './table-twin';

const labels = { name: '单位', tick: '报告期', value: '产值（亿元）', place: '位次', benchmark: '基准', none: '—' };
const point = (text: string) => ({ value: Number.parseFloat(text), text });
const ticks = ['2021', '2022'].map((key) => ({ key, label: `${key}年` }));

test('bars are listed in the order of their ranks', () => {
  const spec = { kind: 'bars', items: [{ key: 'a', label: '甲区', point: point('2000 多') }] } as const;
  expect(tableTwin(spec, labels)).toEqual({
    columns: [{ label: '单位' }, { label: '产值（亿元）', numeric: true }],
    rows: [['甲区', '2000 多']],
  });
});

test('a few lines are columns beside the periods, gaps as a dash', () => {
  const series = [{ key: 'a', label: '甲区', points: [point('1.0'), null] }];
  expect(tableTwin({ kind: 'trend', ticks, series }, labels)).toEqual({
    columns: [{ label: '报告期' }, { label: '甲区', numeric: true }],
    rows: [
      ['2021年', '1.0'],
      ['2022年', '—'],
    ],
  });
});

test('many lines are rows', () => {
  const series = ['甲', '乙', '丙', '丁', '戊'].map((label) => ({
    key: label,
    label,
    points: [point('1'), point('2')],
  }));
  const twin = tableTwin({ kind: 'bump', ticks, series, size: 5 }, labels);
  expect(twin.columns.map(({ label }) => label)).toEqual(['单位', '2021年', '2022年']);
  expect(twin.rows[4]).toEqual(['戊', '1', '2']);
});
