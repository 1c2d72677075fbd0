import { expect, test } from 'vitest';
import { assess } from './assess';
import type { InputEntry } from './inputs';
import { blockOf, documentOf, entryOf, inputsOf, itemOf, type SchemeDraft } from './testing';

const asIs = { kind: 'minMax' as const, bounds: { from: 'given' as const, low: 0, high: 100 } };

/** A scheme of two blocks of fifty points: x with a and b, y with c. Unit 0 has 80 everywhere. */
function assessAdjusted(
  entries: readonly InputEntry[],
  more: SchemeDraft = {},
  caps: { item?: number; block?: number } = {},
) {
  const scheme = documentOf(
    {
      parts: [
        blockOf('x', {
          weight: 50,
          adjustmentCap: caps.block ?? null,
          parts: [
            itemOf(0, { weight: 30, method: asIs, adjustmentCap: caps.item ?? null }),
            itemOf(1, { weight: 20, method: asIs }),
          ],
        }),
        blockOf('y', { weight: 50, full: 100, parts: [itemOf(2, { weight: 100, method: asIs })] }),
      ],
    },
    more,
  );
  const result = assess(scheme, inputsOf({ A: [80, 0], B: [80, 0], C: [80, 0] }, { entries }));
  const unit = result.units.find((one) => one.unit === 'u0');
  if (!unit) throw new Error('no unit');
  return unit;
}

const bonus = (node: string, points: number) => entryOf(0, 'bonus', { node, points });
const deduction = (node: string, points: number) => entryOf(0, 'deduction', { node, points });

test('an entry about an item changes its block and the total, not the item’s own points', () => {
  const unit = assessAdjusted([bonus('a', 3), deduction('a', 1)]);
  expect(unit.items[0]?.points).toBe(24);
  expect(unit.blocks.map(({ score }) => score)).toEqual([82, 42, 80]);
  expect(unit.adjustments[0]).toMatchObject({ node: 'a', points: 2, asked: 2 });
});

test('points are on the scale of their node', () => {
  expect(assessAdjusted([bonus('y', 10)]).total).toBeCloseTo(85, 9);
  expect(assessAdjusted([bonus('', 10)]).total).toBeCloseTo(90, 9);
});

test('bonuses and deductions are limited separately by the caps of the item and of the block', () => {
  const unit = assessAdjusted([bonus('a', 5), deduction('a', 1), bonus('x', 4)], {}, { item: 2, block: 3 });
  expect(unit.adjustments.map(({ node, points, asked, notes }) => [node, points, asked, notes.at(-1)?.kind])).toEqual([
    ['a', 1, 4, 'itemCap'],
    ['x', 3, 4, 'blockCap'],
  ]);
  expect(unit.total).toBeCloseTo(84, 9);
});

test('all bonuses and all deductions of a unit are limited by the caps of the scheme', () => {
  const bonuses = assessAdjusted([bonus('a', 2), bonus('y', 2), bonus('', 2)], { bonusCap: 3 });
  expect(bonuses.total).toBeCloseTo(83, 9);
  expect(bonuses.adjustments.at(-1)?.points).toBeCloseTo(0, 9);
  const deductions = assessAdjusted([deduction('a', 4), deduction('', 4), bonus('', 1)], { deductionCap: 5 });
  expect(deductions.total).toBeCloseTo(76, 9);
  expect(deductions.adjustments.at(-1)?.notes.at(-1)).toEqual({ kind: 'totalCap', values: { total: -8, cap: -5 } });
});

test('a total is limited by its floor and its cap', () => {
  expect(assessAdjusted([deduction('', 90)]).total).toBe(0);
  expect(assessAdjusted([deduction('', 90)], { totalFloor: null }).total).toBeCloseTo(-10, 9);
  const capped = assessAdjusted([bonus('', 90)], { totalCap: 110 });
  expect(capped.total).toBe(110);
  expect(capped.notes.map(({ kind }) => kind)).toEqual(['totalCap']);
});

test('without a score nothing is added or subtracted', () => {
  const entries = [entryOf(0, 'notApplicable', { node: 'a' }), deduction('a', 5)];
  const unit = assessAdjusted(entries);
  expect(unit.total).toBeCloseTo(80, 9);
  expect(unit.adjustments).toMatchObject([{ node: 'a', points: 0, asked: -5, notes: [{ kind: 'missingRebased' }] }]);
});

test('a veto makes a block zero before the total is computed', () => {
  const vetoes = [
    { key: 'v', nameZh: '否决', nameEn: 'Veto', article: '', effect: { kind: 'blockZero' as const, block: 'x' } },
  ];
  const unit = assessAdjusted([entryOf(0, 'veto', { rule: 'v' }), bonus('x', 5)], { vetoes });
  expect(unit.total).toBeCloseTo(40, 9);
  expect(unit.blocks[1]).toMatchObject({ score: 0, notes: [{ kind: 'blockZero' }] });
  expect(unit.notes).toContainEqual({ kind: 'veto', values: { rule: 'v', effect: 'blockZero' } });
});
