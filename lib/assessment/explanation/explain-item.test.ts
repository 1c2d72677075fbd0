import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainItem } from '@/lib/assessment/explanation/explain-item';
import { evaluateFormula, inLetters, inNumbers } from '@/lib/assessment/explanation/expression';
import { methodKinds } from '@/lib/assessment/methods/rooms';
import type { MethodKind } from '@/lib/assessment/methods/schemas';
import { examplesByKind } from '@/lib/assessment/methods/testing';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { assess } from '@/lib/assessment/scoring/assess';
import type { InputEntry } from '@/lib/assessment/scoring/inputs';

/** Scores a scheme of one item for each method and direction on the inputs of a few units. */
function scoreItems(kind: MethodKind, values: readonly (readonly [number, number, number])[]) {
  const isEntered = kind === 'deductions' || kind === 'expert';
  const parts = (examplesByKind.get(kind)?.explained ?? []).flatMap((method, at) =>
    (['higher', 'lower'] as const).map((direction) => ({
      kind: 'item',
      key: `i${at}${direction}`,
      nameZh: '演示',
      nameEn: 'Demo',
      weight: 10,
      indicator: isEntered ? null : 'M',
      direction,
      method,
    })),
  );
  const root = {
    kind: 'block',
    key: 'all',
    nameZh: '总分',
    nameEn: 'All',
    weight: 10 * parts.length,
    aggregation: 'sum',
  };
  const scheme = Scheme.parse({
    format: 1,
    nameZh: '演示',
    nameEn: 'Demo',
    kind: 'comprehensive',
    peerGroup: 'G',
    root: { ...root, parts },
  });
  const units = values.map((_, at) => ({ code: `U${at}`, nameZh: `演示${at}`, nameEn: `Demo ${at}`, order: at }));
  const figure = (unit: number, period: string, value: number) =>
    ({ indicator: 'M', unit: `U${unit}`, period, value: `${value}`, qualifier: 'exact' }) as const;
  const entry = (unit: number, node: string, points: number, entryKind: InputEntry['kind']): InputEntry => ({
    ...{ id: `${unit}-${node}-${entryKind}`, unit: `U${unit}`, node, points, kind: entryKind },
    ...{ rule: '', incident: '', article: '', reason: '' },
  });
  const result = assess(scheme, {
    period: '2025',
    deadlinePassed: true,
    units,
    figures: values.flatMap(([now, before], unit) => [figure(unit, '2025', now), figure(unit, '2024', before)]),
    targets: values.map(([, , target], unit) => ({
      ...{ indicator: 'M', unit: `U${unit}`, base: `${target}`, stretch: `${target + 1}` },
    })),
    entries: values.flatMap(([now], unit) =>
      parts.flatMap(({ key }) => [
        entry(unit, key, Math.abs(now) / 8, 'deduction'),
        entry(unit, key, Math.abs(now) / 9, 'bonus'),
        ...(isEntered ? [entry(unit, key, Math.abs(now), 'score')] : []),
      ]),
    ),
  });
  return { scheme, result };
}

const value = fc.integer({ min: -400, max: 500 }).map((whole) => whole / 10);
const units = fc.array(fc.tuple(value, value, value), { minLength: 3, maxLength: 8 });
/** Notes of rules that decide without a formula. */
const rules = /allEqual|oneUnit|denominator|zeroTarget|negativeTarget|noTarget|fallback|firstHeld|missing|noPercentage/;

describe('the explained formula evaluates to the stored share', () => {
  test.each(methodKinds)('%s', (kind) => {
    let shown = 0;
    fc.assert(
      fc.property(units, (values) => {
        const { scheme, result } = scoreItems(kind, values);
        for (const unit of result.units) {
          itemsOf(scheme).forEach((item, at) => {
            const score = unit.items[at];
            const basis = result.bases[at];
            if (!score || !basis || score.share === null) return;
            const explained = explainItem(item, basis, score);
            const said = [...(score.notes ?? []), ...basis.notes].map((note) => note.kind).join();
            if (!explained?.formula) {
              const isWorded = item.method.kind === 'completion' && item.method.formula === 'allOrNothing';
              const isBelow = item.method.kind === 'banded' || item.method.kind === 'tieredEfficacy';
              const isInfinite = /clamped/.test(said);
              expect(isWorded || isBelow || isInfinite || rules.test(said), `${item.key} ${said}`).toBe(true);
              return;
            }
            shown += 1;
            const raw = evaluateFormula(explained.formula);
            if (explained.held === null) expect(Math.abs(raw - score.share)).toBeLessThan(1e-7);
            else expect(explained.held === 'cap' ? raw > score.share : raw < score.share).toBe(true);
            expect(inNumbers(explained.formula)).not.toMatch(/NaN|Infinity|--/);
          });
        }
      }),
      { numRuns: 60 },
    );
    expect(shown).toBeGreaterThan(50);
  });
});

test('numbers stand in the formula as a teacher would write them', () => {
  const { scheme, result } = scoreItems('efficacy', [
    [4, 0, 0],
    [9, 0, 0],
    [12, 0, 0],
  ]);
  const [item] = itemsOf(scheme);
  const unit = result.units.find(({ unit }) => unit === 'U1');
  const [score, basis] = [unit?.items[0], result.bases[0]];
  if (!item || !score || !basis) throw new Error('no item');
  const formula = explainItem(item, basis, score)?.formula ?? null;
  expect(formula && inLetters(formula)).toBe('B + (100 − B) × (x − L) ÷ (H − L)');
  expect(formula && inNumbers(formula)).toBe('60 + 40 × (9 − 4) ÷ (12 − 4)');
  expect(formula && evaluateFormula(formula)).toBe(85);
});
