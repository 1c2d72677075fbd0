import { expect, test } from 'vitest';
import { rankedBars } from './ranked-bars';

const row = (key: string, value: string | null) => ({ key, label: key, value, text: value ?? '—' });
const keysOf = (direction: 'higher' | 'lower' | 'none', ...rows: ReturnType<typeof row>[]) =>
  rankedBars(rows, direction).spec.items.map(({ key }) => key);

test('the best bar is on top, in either direction', () => {
  const rows = [row('甲区', '9.2'), row('乙县', '10.10'), row('丙市', '-1')];
  expect(keysOf('higher', ...rows)).toEqual(['乙县', '甲区', '丙市']);
  expect(keysOf('lower', ...rows)).toEqual(['丙市', '甲区', '乙县']);
  expect(keysOf('none', ...rows)).toEqual(['甲区', '乙县', '丙市']);
});

test('equal figures keep the official order although they are printed differently', () => {
  expect(keysOf('higher', row('甲区', '7.0'), row('乙县', '7'), row('丙市', '7.00'))).toEqual(['甲区', '乙县', '丙市']);
});

test('a unit without a figure has no bar and is named', () => {
  const { spec, missing } = rankedBars([row('甲区', null), row('乙县', '0')], 'higher');
  expect(spec.items).toMatchObject([{ key: '乙县', point: { value: 0, text: '0' } }]);
  expect(missing).toEqual(['甲区']);
});
