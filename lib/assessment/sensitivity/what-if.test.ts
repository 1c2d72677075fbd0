import { describe, expect, test } from 'vitest';
import { assess } from '@/lib/assessment/scoring/assess';
import { inventedAssessment } from '@/lib/testing/invented-assessment';
import { extentOf, movesOf } from './moves';
import { addressedScenario, changesOf, nothingTried, scenarioIn } from './scenario';
import { whatIf } from './what-if';

const { scheme, inputs } = inventedAssessment({ seed: 4, units: 8, blocks: 2, items: 3 });
const published = assess(scheme, inputs).units;
const nothing = { weights: {}, figures: [] };

describe('what-if', () => {
  test('without changes equals the published result', () => {
    expect(whatIf(scheme, inputs, nothing)).toEqual(assess(scheme, inputs));
    expect(extentOf(movesOf(published, whatIf(scheme, inputs, nothing)))).toEqual({ moved: 0, farthest: 0 });
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

  test('keeps figures of other periods', () => {
    const earlier = { indicator: 'X0.0', unit: 'U0', period: '2023', value: '5', qualifier: 'exact' as const };
    const figures = [{ indicator: 'X0.0', unit: 'U0', value: '7' }];
    const both = { ...inputs, figures: [...inputs.figures, earlier] };
    expect(whatIf(scheme, both, { weights: {}, figures })).toEqual(whatIf(scheme, inputs, { weights: {}, figures }));
  });
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
