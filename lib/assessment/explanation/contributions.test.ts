import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contributionsOf, gapsTo } from '@/lib/assessment/explanation/contributions';
import { vetoedBlock } from '@/lib/assessment/explanation/vetoed-block';
import { cardNotes } from '@/lib/assessment/rankings/card/card-notes';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { assess } from '@/lib/assessment/scoring/assess';
import type { InputEntry } from '@/lib/assessment/scoring/inputs';

const words = { nameZh: '演示', nameEn: 'Demo' };
const item = (n: number, weight: number) => ({
  ...{ kind: 'item', key: `m${n}`, weight, indicator: `M${n}`, direction: 'higher', ...words },
  method: { kind: 'minMax', bounds: { from: 'given', low: 0, high: 100 } },
});
const block = (key: string, aggregation: string, weight: number, parts: object[], more = {}) => ({
  ...{ kind: 'block', key, weight, aggregation, parts, ...words },
  ...more,
});

const aggregation = fc.constantFrom('sum', 'arithmetic', 'geometric', 'harmonic');
const arbitrary = fc.record({
  inner: aggregation,
  outer: fc.constantFrom('sum', 'arithmetic'),
  renormalise: fc.boolean(),
  deadlinePassed: fc.boolean(),
  values: fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 100 })), { minLength: 5, maxLength: 5 }), {
    minLength: 2,
    maxLength: 5,
  }),
  entries: fc.array(
    fc.record({
      unit: fc.nat(4),
      kind: fc.constantFrom<InputEntry['kind']>('bonus', 'deduction'),
      node: fc.constantFrom('', 'm1', 'm3', 'b1', 'b2', 'all'),
      points: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 6 },
  ),
});

test('what a veto made zero, and the bonuses in it, contribute nothing and are said not to count', () => {
  const scheme = Scheme.parse({
    ...{ format: 1, kind: 'comprehensive', peerGroup: 'G', ...words },
    vetoes: [{ key: 'v', effect: { kind: 'blockZero', block: 'b1' }, ...words }],
    root: block('all', 'sum', 100, [block('b1', 'sum', 60, [item(1, 60)]), item(2, 40)]),
  });
  const entry = { unit: 'U0', rule: '', points: 0, incident: '', article: '', reason: '' };
  const [unit] = assess(scheme, {
    ...{ period: '2025', deadlinePassed: true, targets: [] },
    units: [{ code: 'U0', order: 0, ...words }],
    figures: ['M1', 'M2'].map((indicator) => ({
      indicator,
      unit: 'U0',
      period: '2025',
      value: '50',
      qualifier: 'exact',
    })),
    entries: [
      { ...entry, id: 'v', kind: 'veto', node: '', rule: 'v' },
      { ...entry, id: 'p', kind: 'bonus', node: 'm1', points: 3 },
      { ...entry, id: 'q', kind: 'bonus', node: 'm2', points: 1 },
    ],
  }).units;
  if (!unit) throw new Error('no unit');
  // 40 × 50 % + 1; neither the 30 points of the item nor its bonus of 3.
  expect(unit.total).toBe(21);
  expect(contributionsOf(scheme, unit).map(({ key, points }) => [key, points])).toEqual([
    ['m1', 0],
    ['b1', 0],
    ['m2', 21],
    ['all', 0],
    ['', 0],
  ]);
  const said = cardNotes(scheme, unit, { locale: 'zh-CN', total: '总分' });
  expect(said.map(({ note }) => note.kind)).toEqual(['veto', 'blockZero', 'takenByVeto', 'bonus']);
  expect([vetoedBlock(scheme, unit, 'm1')?.key, vetoedBlock(scheme, unit, 'b1')?.key]).toEqual(['b1', 'b1']);
  expect([vetoedBlock(scheme, unit, 'm2'), vetoedBlock(scheme, unit, '')]).toEqual([null, null]);
});

test('the contributions of all parts sum to the total, and the losses to the gap', () => {
  fc.assert(
    fc.property(arbitrary, ({ inner, outer, renormalise, deadlinePassed, values, entries }) => {
      const scheme = Scheme.parse({
        ...{ format: 1, kind: 'comprehensive', peerGroup: 'G', missing: 'rebase', totalCap: 95, ...words },
        root: block('all', outer, 100, [
          block('b1', inner, 60, [item(1, 30), item(2, 30), item(3, 40)], { full: 100, renormalise }),
          block('b2', outer, 30, [item(4, 30)], { renormalise }),
          item(5, 10),
        ]),
      });
      const { units } = assess(scheme, {
        period: '2025',
        deadlinePassed,
        units: values.map((_, at) => ({ code: `U${at}`, order: at, ...words })),
        figures: values.flatMap((row, unit) =>
          row.flatMap((value, at) =>
            value === null
              ? []
              : [
                  {
                    indicator: `M${at + 1}`,
                    unit: `U${unit}`,
                    period: '2025',
                    value: `${value}`,
                    qualifier: 'exact' as const,
                  },
                ],
          ),
        ),
        targets: [],
        entries: entries
          .filter(({ unit }) => unit < values.length)
          .map((entry, at) => ({
            ...{ ...entry, id: `${at}`, unit: `U${entry.unit}` },
            ...{ rule: '', incident: '', article: '', reason: '' },
          })),
      });
      const [first, ...rest] = units.filter(({ total }) => total !== null);
      for (const unit of units) {
        const sum = contributionsOf(scheme, unit).reduce((all, { points }) => all + points, 0);
        expect(Math.abs(sum - (unit.total ?? 0))).toBeLessThan(1e-9);
        const rest = contributionsOf(scheme, unit).filter(({ kind }) => kind === 'rest');
        const isHeld = unit.notes.some(({ kind }) => kind === 'totalCap');
        if (entries.length === 0 && !isHeld) {
          expect(rest.every(({ points }) => Math.abs(points) < 1e-9)).toBe(true);
        }
      }
      for (const unit of rest) {
        if (!first) return;
        const gaps = gapsTo(scheme, unit, first);
        const lost = gaps.reduce((all, gap) => all + gap.lost, 0);
        expect(Math.abs(lost - ((first.total ?? 0) - (unit.total ?? 0)))).toBeLessThan(1e-7);
        expect(gaps.map((gap) => gap.lost)).toEqual(gaps.map((gap) => gap.lost).sort((a, b) => b - a));
      }
    }),
    { numRuns: 300 },
  );
});
