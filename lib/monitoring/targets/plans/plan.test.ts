import { describe, expect, test } from 'vitest';
import { planOf } from '@/lib/monitoring/targets/plans/plan';
import { partSources } from '@/lib/monitoring/targets/plans/year-periods';

const flow = { measure: 'amount', basis: 'yearToDate', decimals: 1, target: '120' } as const;
const level = { measure: 'amount', basis: 'endOfPeriod', decimals: 0, target: '120' } as const;

describe('an amount that adds up', () => {
  test('is divided in equal parts without any figure, and ends with the target as it was typed', () => {
    const plan = planOf('quarter', 'linear', { ...flow, target: '120.00', last: null, prior: null, parts: [] });
    expect(plan).toEqual({ by: 'quarter', shape: 'linear', values: ['30.0', '60.0', '90.0', '120.00'] });
  });

  test('goes as last year’s total came together', () => {
    const parts = ['20', '45', '75', '100'];
    const plan = planOf('quarter', 'lastYear', { ...flow, last: '100', prior: null, parts });
    expect(plan).toMatchObject({ values: ['24.0', '54.0', '90.0', '120'] });
  });

  test('is refused in words where last year, or a part of it, is not known', () => {
    const parts = ['20', null, '75', '100'];
    expect(planOf('quarter', 'lastYear', { ...flow, last: '100', prior: null, parts })).toEqual({ fault: 'noParts' });
    expect(planOf('quarter', 'lastYear', { ...flow, last: null, prior: null, parts })).toEqual({ fault: 'noLastYear' });
  });
});

describe('a level', () => {
  test('goes from last year’s end to the target in equal steps', () => {
    const plan = planOf('quarter', 'linear', { ...level, last: '100', prior: null, parts: [] });
    expect(plan).toMatchObject({ values: ['105', '110', '115', '120'] });
    expect(planOf('quarter', 'linear', { ...level, last: null, prior: null, parts: [] })).toEqual({
      fault: 'noLastYear',
    });
  });

  test('takes the steps that last year took', () => {
    const parts = ['82', '90', '95', '100'];
    const plan = planOf('quarter', 'lastYear', { ...level, last: '100', prior: '80', parts });
    expect(plan).toMatchObject({ values: ['102', '110', '115', '120'] });
    const still = { ...level, last: '100', prior: '100', parts };
    expect(planOf('quarter', 'lastYear', still)).toEqual({ fault: 'noParts' });
  });
});

test('where a year stood is known from its year to date, else from the sum of its parts', () => {
  expect(partSources(2025, 'quarter', true)[1]).toEqual([
    ['2025-YTD06'],
    ['2025-H1'],
    ['2025-Q1', '2025-Q2'],
    ['2025-M01', '2025-M02', '2025-M03', '2025-M04', '2025-M05', '2025-M06'],
  ]);
  expect(partSources(2025, 'month', false)[2]).toEqual([['2025-YTD03'], ['2025-M03'], ['2025-Q1']]);
});
