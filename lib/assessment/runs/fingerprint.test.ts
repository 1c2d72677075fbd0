import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '@/lib/assessment/runs/fingerprint';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import type { Assessment } from '@/lib/assessment/scoring/words';

const document = {
  format: 1,
  root: {
    key: 'total',
    parts: [
      { key: 'a', weight: 60 },
      { key: 'b', weight: 40 },
    ],
  },
};
const unit = (n: number) => ({ code: `U${n}`, nameZh: `演示${n}区`, nameEn: `District ${n}`, order: n });
const entry = (id: string) => ({
  ...{ id, unit: 'U1', kind: 'deduction' as const, node: 'a', rule: '', points: 0.5 },
  ...{ incident: '', article: '第三条', reason: '迟报' },
});
const inputs: Inputs = {
  period: '2025',
  deadlinePassed: true,
  units: [unit(1), unit(2), unit(3)],
  figures: [1, 2, 3].map((n) => ({
    indicator: 'M1',
    unit: `U${n}`,
    period: '2025',
    value: `${n}.50`,
    qualifier: 'exact',
  })),
  targets: [1, 2].map((n) => ({ indicator: 'M1', unit: `U${n}`, base: '3', stretch: n === 1 ? null : '4' })),
  entries: [entry('e1'), entry('e2')],
};
const score = (n: number): Assessment['units'][number] => ({
  ...{ unit: `U${n}`, total: 90 / n, shown: '90.00', rank: n, isTied: false, isApart: false, isProvisional: false },
  ...{ isEligible: true, grade: null, blocks: [], adjustments: [], notes: [] },
  items: [
    { state: 'scored', value: n, transformed: n, share: 0.1 + 0.2, points: 1e-7 * n, terms: { low: 0, high: -0 } },
  ],
});
const assessment: Assessment = {
  units: [score(1), score(2), score(3)],
  bases: [{ terms: { low: 1 }, setBy: { low: 'U1' }, notes: [{ kind: 'allEqual', values: { share: 100 } }] }],
  notes: [],
};
/** What each form made of these when it was the newest: what is published under it rests on that. */
const prints = [
  [1, '2a4d6a8f60d62fcf062f0f159e7e58fa60e3e4e0ea2a717f0258516f0205c86c'],
  [2, 'ce49344f47c9ff5db428c638a525910f859d46bd1d4ac6b527aef72966b8ee00'],
] as const;

/** The same value with the keys of every object in reverse order. */
function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, held]) => [key, reverseKeys(held)]),
  );
}

describe.each(prints)('the fingerprint of a run in form %i', (form, print) => {
  test('is what it was', () => {
    expect(fingerprintOf(document, inputs, assessment, form)).toBe(print);
  });

  test('does not depend on the order of keys, nor of units, figures, targets and entries', () => {
    const order = <One>(list: readonly One[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    fc.assert(
      fc.property(
        ...([order(inputs.units), order(inputs.figures), order(inputs.targets), order(inputs.entries)] as const),
        (units, figures, targets, entries) => {
          const shuffled = reverseKeys({ ...inputs, units, figures, targets, entries }) as Inputs;
          expect(fingerprintOf(reverseKeys(document), shuffled, reverseKeys(assessment) as Assessment, form)).toBe(
            print,
          );
        },
      ),
    );
  });

  test('survives a way through JSON, and ignores trailing zeros and all of a figure but its value', () => {
    const again = JSON.parse(JSON.stringify({ document, inputs, assessment }));
    const figures = inputs.figures.map((one) => ({ ...one, value: `${one.value}0`, revision: 3, source: 'S' }));
    expect(fingerprintOf(again.document, { ...again.inputs, figures }, again.assessment, form)).toBe(print);
  });

  test('differs when any one value differs', () => {
    const whole = { document, inputs, assessment };
    const seen = new Set<string>([print]);
    const leaves = leavesOf(whole, []);
    for (const path of leaves) {
      const { document: d, inputs: i, assessment: a } = changedAt(whole, path) as typeof whole;
      seen.add(fingerprintOf(d, i, a, form));
    }
    expect(leaves.length).toBeGreaterThan(80);
    expect(seen.size).toBe(leaves.length + 1);
  });

  test('depends on the order of ranks and of the scheme’s parts', () => {
    const [a, b, c] = assessment.units;
    if (!a || !b || !c) throw new Error('three units');
    expect(fingerprintOf(document, inputs, { ...assessment, units: [b, a, c] }, form)).not.toBe(print);
  });

  test('refuses a number that JSON cannot represent', () => {
    expect(() => fingerprintOf({ weight: Number.NaN }, inputs, assessment, form)).toThrow('not a finite number');
  });
});

describe('the figures of units with several indicators and periods, of which some are missing', () => {
  const keys = 'M2 U1 2025, M10 U1 2024, M10 U2 2025, M2 U2 2024, M10 U1 2025, M1 U3 2025'.split(', ');
  const figures = keys.map((key, at): Inputs['figures'][number] => {
    const [indicator = '', unit = '', period = ''] = key.split(' ');
    return { indicator, unit, period, value: `${at}.50`, qualifier: at % 2 ? 'exact' : 'at_least' };
  });
  const printOf = (list: Inputs['figures']) =>
    fingerprintOf(
      {},
      { ...inputs, units: [], targets: [], entries: [], figures: list },
      { ...assessment, units: [] },
      2,
    );

  test('are hashed as they were, in whatever order they come', () => {
    const print = printOf(figures);
    expect(print).toBe('449586fb836ede377975a2d04c5407a44de4a073d0db5839485e08693fd52110');
    fc.assert(
      fc.property(fc.shuffledSubarray(figures, { minLength: figures.length }), (list) => {
        expect(printOf(list)).toBe(print);
      }),
    );
  });

  test('are refused when one is there twice', () => {
    expect(() => printOf([...figures, ...figures.slice(0, 1)])).toThrow('a figure is there twice: M2 U1 2025');
  });
});

type Path = readonly (string | number)[];

function leavesOf(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, held]) => leavesOf(held, [...path, key]));
}

let changes = 0;
/** Changes one value, each to a different one, so that no two changes are equal. */
function changedAt(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) {
    changes += 1;
    return typeof value === 'number' ? value + 1000 + changes : `${value} ${changes}`;
  }
  if (Array.isArray(value)) return value.map((held, at) => (`${at}` === `${key}` ? changedAt(held, rest) : held));
  return { ...(value as object), [key]: changedAt((value as Record<string, unknown>)[key], rest) };
}
