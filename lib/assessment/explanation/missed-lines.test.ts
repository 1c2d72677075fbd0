import { expect, test } from 'vitest';
import { assess } from '@/lib/assessment/scoring/assess';
import { type ItemDraft, inputsOf, itemScores, schemeOf, scored, targetsOf } from '@/lib/assessment/scoring/testing';
import { missedLines } from './missed-lines';

/** The notes of a single unit, with totals of one decimal. */
function missedBy(item: ItemDraft, value: number, more = {}) {
  const scheme = schemeOf([item], { decimals: 1 });
  const [part] = scheme.root.parts;
  const result = assess(scheme, inputsOf({ A: [value, 50] }, more));
  const [score] = itemScores(result);
  if (part?.kind !== 'item' || !score) throw new Error('no item');
  return missedLines(part, score, { basis: result.bases[0] ?? null, decimals: 1 }).map(({ values }) => values);
}

const bands = { kind: 'banded' as const, bands: [60, 80].map((atLeast) => ({ atLeast, share: atLeast })), below: 0 };
const gate = { kind: 'rankLadder' as const, step: 5, stepIn: 'percent' as const, gate: { atLeast: 80, share: 60 } };
const target = { kind: 'completion' as const, target: { from: 'base' as const }, formula: 'allOrNothing' as const };

test('a value that only seems to reach the line of a band, a gate or a target is noted', () => {
  const note = [{ value: 79.95, line: 80, shown: '80.0' }];
  expect(missedBy({ method: bands }, 79.95)).toEqual(note);
  expect(missedBy({ method: gate }, 79.95)).toEqual(note);
  expect(missedBy({ method: target }, 79.95, { targets: targetsOf('A', [80, 80]) })).toEqual(note);
  const blend = {
    kind: 'blend' as const,
    parts: ['p', 'q'].map((key) => ({ key, weight: 50, transforms: [], method: bands })),
  };
  expect(missedBy({ method: blend }, 79.95)).toEqual([...note, ...note]);
  expect(missedBy({ method: gate, direction: 'lower' }, 80.04)).toEqual([{ value: 80.04, line: 80, shown: '80.0' }]);
  expect([79.94, 80, 80.01].map((value) => missedBy({ method: bands }, value))).toEqual([[], [], []]);
});

test('the noise of the arithmetic takes no value below a band, a gate, a tier or a target', () => {
  // 57 ÷ 100 × 100 is 56.99999999999999 in doubles.
  const transforms = [{ kind: 'ratio' as const, indicator: 'B', factor: 100 }];
  const inputs = inputsOf({ A: [57], B: [100] }, { targets: targetsOf('A', [57]) });
  const at57 = { ...bands, bands: [{ atLeast: 57, share: 100 }] };
  expect(scored({ method: at57, transforms }, inputs).shares).toEqual([100]);
  expect(scored({ method: target, transforms }, inputs).shares).toEqual([100]);
  const tiers = [57, 90].map((value, at) => ({ name: `${at}`, value, coefficient: (at + 1) / 2 }));
  expect(scored({ method: { kind: 'tieredEfficacy', tiers, below: 'zero' }, transforms }, inputs).shares).toEqual([50]);
  const two = inputsOf({ A: [57, 10], B: [100, 100] });
  expect(scored({ method: { ...gate, gate: { atLeast: 57, share: 60 } }, transforms }, two).shares).toEqual([100, 60]);
});
