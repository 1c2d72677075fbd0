import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Contender, rankUnits } from '@/lib/observations/ranking/rank-units';

const unit = (code: string, value: string | null, earlier: string | null = null): Contender => ({
  code,
  value,
  earlier,
});
const placesIn = (contenders: Contender[], direction: 'higher' | 'lower' = 'higher') => {
  const standings = rankUnits(contenders, direction);
  return contenders.map(({ code }) => standings.of.get(code)?.place);
};

describe('places', () => {
  test('equal figures share a place and the next place is skipped', () => {
    const units = [unit('a', '90'), unit('b', '91.2'), unit('c', '91.20'), unit('d', '95')];
    expect(placesIn(units)).toEqual([4, 2, 2, 1]);
    expect(rankUnits(units, 'higher').of.get('b')?.tied).toBe(true);
    expect(rankUnits(units, 'higher').of.get('d')?.tied).toBe(false);
  });

  test('where less is better the least value is first', () => {
    expect(placesIn([unit('a', '31'), unit('b', '28'), unit('c', '40')], 'lower')).toEqual([2, 1, 3]);
  });

  test('a unit without a figure has no place and takes none', () => {
    expect(placesIn([unit('a', null), unit('b', '2'), unit('c', '1')])).toEqual([null, 1, 2]);
  });

  test('a negative figure ranks below zero', () => {
    expect(placesIn([unit('a', '-0.3'), unit('b', '0'), unit('c', '-5.1')])).toEqual([2, 1, 3]);
  });

  test('a single figure is not ranked', () => {
    const standings = rankUnits([unit('a', '5'), unit('b', null)], 'higher');
    expect([standings.isRanked, standings.of.get('a')?.place]).toEqual([false, null]);
  });

  test.each(['none', 'range'] as const)('nothing is ranked when the direction is %s', (direction) => {
    expect(rankUnits([unit('a', '5'), unit('b', '6')], direction).isRanked).toBe(false);
  });
});

describe('the change of place', () => {
  test('counts the places gained since a year earlier', () => {
    const standings = rankUnits([unit('a', '9', '5'), unit('b', '8', '7'), unit('c', '1', '2')], 'higher');
    expect(['a', 'b', 'c'].map((code) => standings.of.get(code)?.change)).toEqual([1, -1, 0]);
    expect(standings.compared).toBe(3);
  });

  test('counts only units that have both figures', () => {
    const units = [unit('a', '9'), unit('b', '8', '5'), unit('c', '7', '6'), unit('d', '6', '4')];
    const standings = rankUnits(units, 'higher');
    expect(units.map(({ code }) => standings.of.get(code)?.change)).toEqual([null, 1, -1, 0]);
    expect(standings.compared).toBe(3);
  });

  test('is null when fewer than two thirds have both', () => {
    const units = [unit('a', '9', '1'), unit('b', '8', '2'), unit('c', '7'), unit('d', '6')];
    expect(rankUnits(units, 'higher').compared).toBeNull();
    expect(rankUnits(units, 'higher').of.get('a')?.change).toBeNull();
  });
});

test('a place is one more than the number of better figures', () => {
  const figures = fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { maxLength: 20 });
  fc.assert(
    fc.property(figures, (values) => {
      const units = values.map((value, at) => unit(`u${at}`, value === null ? null : String(value)));
      const { of, isRanked } = rankUnits(units, 'higher');
      if (!isRanked) return;
      values.forEach((value, at) => {
        const better = value === null ? null : values.filter((other) => other !== null && other > value).length + 1;
        expect(of.get(`u${at}`)?.place ?? null).toBe(better);
      });
    }),
  );
});
