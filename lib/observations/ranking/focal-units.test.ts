import { expect, test } from 'vitest';
import { focalUnits } from '@/lib/observations/ranking/focal-units';

const home = 'HOME';
const unit = (code: string, parentCode: string | null = null) => ({
  code,
  nameZh: code,
  nameEn: code,
  parentCode,
  sortOrder: 0,
});

test('the unit that is asked for is highlighted alone, in place of the home unit', () => {
  const units = [unit(home), unit('OTHER'), unit('THIRD')];
  expect([...focalUnits(units, [home], 'OTHER')]).toEqual(['OTHER']);
  expect([...focalUnits(units, [home])]).toEqual([home]);
  // One that is not in the group marks nothing.
  expect([...focalUnits(units, [home], 'ELSEWHERE')]).toEqual([home]);
});

test('units inside a home unit are highlighted, unless all are', () => {
  expect([...focalUnits([unit('A', home), unit('B')], [home])]).toEqual(['A']);
  expect([...focalUnits([unit('A', home), unit('B', home)], [home])]).toEqual([]);
});
