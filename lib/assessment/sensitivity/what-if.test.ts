import { describe, expect, test } from 'vitest';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { assess } from '@/lib/assessment/scoring/assess';
import { inputsOf, schemeOf } from '@/lib/assessment/scoring/testing';
import { inventedAssessment } from '@/lib/testing/invented-assessment';
import { extentOf, movesOf } from './moves';
import { addressedScenario, changesOf, nothingTried, scenarioIn } from './scenario';
import { valuesTaken, whatIf } from './what-if';

const { scheme, inputs } = inventedAssessment({ seed: 4, units: 8, blocks: 2, items: 3 });
const published = assess(scheme, inputs).units;
const nothing = { weights: {}, figures: [] };

describe('what-if', () => {
  test('without changes equals the published result', () => {
    expect(whatIf(scheme, inputs, nothing)).toEqual(assess(scheme, inputs));
    expect(extentOf(movesOf(published, whatIf(scheme, inputs, nothing)))).toEqual({ moved: 0, farthest: 0, turned: 0 });
  });

  test('with a much better value takes the last unit up, and states by how many places', () => {
    const last = published.at(-1)?.unit ?? '';
    const figures = ['X0.0', 'X0.1', 'X0.2', 'X1.0', 'X1.1', 'X1.2'].map((indicator) => ({
      indicator,
      unit: last,
      value:
        inputs.figures.find((figure) => figure.indicator === indicator && figure.unit === published[0]?.unit)?.value ??
        '1',
    }));
    const move = movesOf(published, whatIf(scheme, inputs, { weights: {}, figures })).find(({ unit }) => unit === last);
    expect(move?.places).toBeGreaterThan(0);
    expect(move?.before?.rank).toBe(8);
  });

  test('says who comes into the ranks and who falls out, which no number of places can say', () => {
    const [first, second] = published;
    const before = published.map((row) => (row === first ? { ...row, rank: null } : row));
    const after = { ...assess(scheme, inputs) };
    const units = after.units.map((one) => (one.unit === second?.unit ? { ...one, rank: null } : one));
    const moves = movesOf(before, { ...after, units });
    const turns = Object.fromEntries(moves.flatMap(({ unit, turn }) => (turn ? [[unit, turn]] : [])));
    expect(turns).toEqual({ [first?.unit ?? '']: 'in', [second?.unit ?? '']: 'out' });
    expect(extentOf(moves)).toEqual({ moved: 0, farthest: 0, turned: 2 });
    // A unit that was not shown before has come from nowhere.
    expect(movesOf([], after).every(({ turn }) => turn === null)).toBe(true);
  });

  test('keeps figures of other periods', () => {
    const earlier = { indicator: 'X0.0', unit: 'U0', period: '2023', value: '5', qualifier: 'exact' as const };
    const figures = [{ indicator: 'X0.0', unit: 'U0', value: '7' }];
    const both = { ...inputs, figures: [...inputs.figures, earlier] };
    expect(whatIf(scheme, both, { weights: {}, figures })).toEqual(whatIf(scheme, inputs, { weights: {}, figures }));
  });
});

test.each([
  ['asRun', undefined, 50],
  ['lastOfPeriod', '7', 50],
  ['latestWithin', '7', 50],
  ['meanOfMonths', '4', 50],
  ['sumOfMonths', '12', 50],
] as const)('a value tried for an item by %s is the one that counts', (periodRule, now, share) => {
  const method = { kind: 'minMax' as const, bounds: { from: 'given' as const, low: 0, high: 100 } };
  const tried = schemeOf([{ periodRule, method }]);
  const months = { 'A@2024-M01': [1, 1], 'A@2024-M02': [4, 4], 'A@2024-M03': [7, 7] };
  const quarter = { ...inputsOf(months), period: '2024-Q1' };
  const [item] = itemsOf(tried);
  if (!item) throw new Error('no item');
  expect(valuesTaken(quarter, item).get('u0')).toBe(now);
  const [first] = whatIf(tried, quarter, { weights: {}, figures: [{ indicator: 'A', unit: 'u0', value: '50' }] }).units;
  expect(first?.items[0]?.share).toBe(share);
});

describe('a scenario in an address', () => {
  test('is read back as it was written', () => {
    const scenario = { weights: { I0x0: 12.5, B1: 70 }, item: 'I1x2', unit: 'U3', value: '-4.25' };
    const address = Object.fromEntries(addressedScenario(scenario));
    expect(scenarioIn(address, scheme, inputs)).toEqual(scenario);
    expect(changesOf(scenario, scheme).figures).toEqual([{ indicator: 'X1.2', unit: 'U3', value: '-4.25' }]);
  });

  test('drops unknown names and invalid numbers', () => {
    const address = {
      'w.I0x0': 'abc',
      'w.I0x1': '0',
      'w.I0x2': ['1', '2'],
      'w.nowhere': '5',
      item: 'nowhere',
      unit: 'nobody',
      value: '1e309',
    };
    expect(scenarioIn(address, scheme, inputs)).toEqual(nothingTried);
    expect(changesOf({ ...nothingTried, item: 'I0x0', unit: 'U0' }, scheme).figures).toEqual([]);
  });
});
