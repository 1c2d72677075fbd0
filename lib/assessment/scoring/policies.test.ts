import fc from 'fast-check';
import { expect, test } from 'vitest';
import { many } from '@/lib/testing/many';
import { assess } from './assess';
import { blockOf, documentOf, entryOf, inputsOf, itemOf, itemScores, schemeOf } from './testing';

const asIs = { kind: 'minMax' as const, bounds: { from: 'given' as const, low: 0, high: 100 }, clamp: false };
const two = (more = {}) =>
  schemeOf(
    [
      { weight: 60, method: asIs },
      { weight: 40, method: asIs },
    ],
    more,
  );
const values = { A: [80, 50], B: [90, null] };
const totals = (result: ReturnType<typeof assess>) =>
  Object.fromEntries(result.units.map(({ unit, shown }) => [unit, shown]));

test.each([
  ['zero', '30.00', 'missing'],
  ['rebase', '50.00', 'missing'],
  ['carryLast', '58.00', 'scored'],
  ['pending', '50.00', 'pending'],
] as const)('a missing value under the policy %s', (missing, shown, state) => {
  const result = assess(two({ missing }), inputsOf({ ...values, 'B@2023': [10, 70] }));
  expect(totals(result)).toEqual({ u0: '84.00', u1: shown });
  expect(itemScores(result, 1)[1]?.state).toBe(state);
  expect(result.units.map(({ isProvisional }) => isProvisional)).toEqual([false, missing === 'pending']);
});

test('until the deadline a missing value is pending under every policy', () => {
  const result = assess(two({ missing: 'zero' }), inputsOf(values, { deadlinePassed: false }));
  // The other unit has data, too: it is not true that one alone has.
  expect(result.notes).toEqual([{ kind: 'oneRanked' }]);
  expect(totals(result)).toEqual({ u0: '84.00', u1: '50.00' });
  expect(result.units[1]?.notes).toEqual([{ kind: 'waitsForRank', values: { count: 1 } }]);
});

test('half a scheme is no place and no grade: who waits for other items than the rest is listed with the reason', () => {
  const grades = {
    by: 'cutoff' as const,
    grades: [
      { key: 'a', nameZh: '优秀', nameEn: 'A', atLeast: 80 },
      { key: 'b', nameZh: '合格', nameEn: 'B', atLeast: null },
    ],
  };
  const scheme = schemeOf(
    [0, 1, 2, 3].map(() => ({ weight: 25, method: asIs })),
    { grades },
  );
  const seen = (values: Parameters<typeof inputsOf>[0], more = {}) =>
    assess({ ...scheme, ...more }, inputsOf(values, { deadlinePassed: false })).units.map(
      ({ unit, rank, grade, isProvisional, notes }) => [
        unit,
        rank,
        grade,
        isProvisional,
        notes.map(({ kind }) => kind),
      ],
    );
  // u0 reports one item of four, and that with full points; u1 and u2 report all.
  const [B, C, D] = [
    [null, 70, 90],
    [null, 70, 90],
    [null, 70, 90],
  ];
  const held = ['u0', null, null, true, ['waitsForRank', 'gradeWaits']];
  expect(seen({ A: [100, 70, 90], B, C, D })).toEqual([['u2', 1, 'a', false, []], ['u1', 2, 'b', false, []], held]);
  // An excellent unit apart does not count among the others, and waits for its grade like them.
  expect(seen({ A: [100, 70, 90], B, C, D }, { apart: ['u0'] }).at(-1)).toEqual([
    ...['u0', null, null, true],
    ['provisional', 'gradeWaits'],
  ]);
  // Where all wait for the same, their totals compare.
  const nobody = [null, null, null];
  expect(seen({ A: [100, 70, 90], B: nobody, C: nobody, D: nobody })).toEqual(
    [
      ['u0', 1],
      ['u2', 2],
      ['u1', 3],
    ].map((place) => [...place, null, true, ['provisional', 'gradeWaits']]),
  );
});

test('a row says what touched its place: gaps, bounds, carried and clamped values, what does not apply', () => {
  const scheme = schemeOf(
    [
      { weight: 50, method: asIs, missing: 'rebase' },
      { weight: 30, method: { ...asIs, clamp: true } },
      { weight: 20, method: asIs, missing: 'carryLast' },
    ],
    { missing: 'rebase' },
  );
  const entries = [entryOf(3, 'notApplicable', { node: 'a' })];
  const inputs = inputsOf(
    { A: [80, 80, null, 80], B: [50, 120, 50, 50], C: [50, null, 50, 50], 'C@2023': [9, 9, 9, 9] },
    { entries },
  );
  const figures = inputs.figures.map((figure) =>
    figure.unit === 'u1' && figure.indicator === 'A' ? { ...figure, qualifier: 'at_least' as const } : figure,
  );
  const touched = assess(scheme, { ...inputs, figures }).units;
  const noted = Object.fromEntries(
    touched.map(({ unit, notes }) => [unit, notes.filter(({ kind }) => kind !== 'rebased' && kind !== 'tie')]),
  );
  expect(noted).toEqual({
    u0: [],
    u1: [
      { kind: 'boundsUsed', values: { count: 1 } },
      { kind: 'valuesCarried', values: { count: 1 } },
      { kind: 'valuesClamped', values: { count: 1 } },
    ],
    u2: [{ kind: 'dataGaps', values: { count: 1, coverage: 50 } }],
    u3: [{ kind: 'notConcerned', values: { count: 1 } }],
  });
});

test('a unit with less data than the scheme asks for is listed with the reason, and neither ranked nor graded', () => {
  const grades = {
    by: 'cutoff' as const,
    grades: [
      { key: 'a', nameZh: '甲', nameEn: 'A', atLeast: 60 },
      { key: 'b', nameZh: '乙', nameEn: 'B', atLeast: null },
    ],
  };
  const inputs = inputsOf({ A: [80, 90, 70], B: [90, null, 60] });
  const resultAt = (leastCoverage: number | null) => assess(two({ missing: 'rebase', leastCoverage, grades }), inputs);
  expect(resultAt(60).units.map(({ unit, rank, grade }) => [unit, rank, grade])).toEqual([
    ['u1', 1, 'a'],
    ['u0', 2, 'a'],
    ['u2', 3, 'a'],
  ]);
  const held = resultAt(61).units;
  expect(held.map(({ unit, rank, grade }) => [unit, rank, grade])).toEqual([
    ['u0', 1, 'a'],
    ['u2', 2, 'a'],
    ['u1', null, null],
  ]);
  expect(held[2]?.notes).toContainEqual({ kind: 'lowCoverage', values: { coverage: 60, least: 61 } });
});

test('an item may have a policy of its own', () => {
  const scheme = schemeOf(
    [
      { weight: 60, method: asIs },
      { weight: 40, method: asIs, missing: 'rebase' },
    ],
    { missing: 'zero' },
  );
  expect(totals(assess(scheme, inputsOf(values))).u1).toBe('50.00');
});

test('an excluded unit has neither total nor rank, and sets no bounds', () => {
  const peers = { kind: 'minMax' as const, bounds: { from: 'peers' as const } };
  const scheme = schemeOf(
    [
      { weight: 50, method: peers },
      { weight: 50, method: asIs },
    ],
    { missing: 'excludeUnit' },
  );
  const result = assess(scheme, inputsOf({ A: [0, 10, 90], B: [50, 50, null] }));
  expect(result.units.map(({ unit, shown, rank }) => [unit, shown, rank])).toEqual([
    ['u1', '75.00', 1],
    ['u0', '25.00', 2],
    ['u2', null, null],
  ]);
  expect(result.units[2]?.notes).toContainEqual({ kind: 'unitExcluded' });
});

test.each([
  ['rebase', '50.00'],
  ['full', '70.00'],
  ['zero', '30.00'],
] as const)('an item that does not apply is treated by %s, whatever was reported', (notApplicable, shown) => {
  const entries = [entryOf(1, 'notApplicable', { node: 'b' })];
  const result = assess(two({ notApplicable }), inputsOf({ A: [80, 50], B: [90, 10] }, { entries }));
  expect(totals(result)).toEqual({ u0: '84.00', u1: shown });
  expect(itemScores(result, 1)[1]?.state).toBe('notApplicable');
});

test('a block that does not apply as a whole passes its weight on', () => {
  const scheme = documentOf({
    parts: [
      blockOf('x', { weight: 30, parts: [itemOf(0, { weight: 30, method: asIs })] }),
      blockOf('y', { weight: 70, parts: [itemOf(1, { weight: 70, method: asIs })] }),
    ],
  });
  const entries = [entryOf(0, 'notApplicable', { node: 'y' })];
  const result = assess(scheme, inputsOf({ A: [80, 80], B: [10, 10] }, { entries }));
  expect(totals(result)).toEqual({ u0: '80.00', u1: '31.00' });
  expect(result.units[0]?.blocks.map(({ score }) => score)).toEqual([80, 24, null]);
  expect(result.units[0]?.blocks[0]?.notes).toEqual([{ kind: 'rebased', values: { weight: 70 } }]);
});

test('parts without a score earn nothing where the block does not renormalise, except pending ones', () => {
  const scheme = (missing: 'rebase' | 'pending') =>
    documentOf(
      {
        renormalise: false,
        parts: [itemOf(0, { weight: 60, method: asIs }), itemOf(1, { weight: 40, method: asIs })],
      },
      { missing },
    );
  expect(totals(assess(scheme('rebase'), inputsOf(values))).u1).toBe('30.00');
  expect(totals(assess(scheme('pending'), inputsOf(values))).u1).toBe('50.00');
});

test.each(['sum', 'arithmetic', 'geometric', 'harmonic'] as const)(
  'who reports nothing for a block that does not renormalise is behind who reports half of it: %s',
  (aggregation) => {
    const part = {
      renormalise: false,
      aggregation,
      weight: 60,
      parts: [itemOf(0, { weight: 30, method: asIs }), itemOf(1, { weight: 30, method: asIs })],
    };
    const scheme = documentOf(
      { parts: [blockOf('x', part), itemOf(2, { weight: 40, method: asIs })] },
      { missing: 'rebase' },
    );
    const result = assess(scheme, inputsOf({ A: [90, 90, null], B: [90, null, null], C: [90, 90, 90] }));
    const half = aggregation === 'sum' || aggregation === 'arithmetic' ? '63.00' : '36.00';
    expect(result.units.map(({ unit, shown, rank }) => [unit, shown, rank])).toEqual([
      ['u0', '90.00', 1],
      ['u1', half, 2],
      ['u2', '36.00', half === '36.00' ? 2 : 3],
    ]);
  },
);

test('a unit without any figure has zero where the whole scheme does not renormalise', () => {
  const scheme = documentOf(
    { renormalise: false, parts: [itemOf(0, { weight: 60, method: asIs }), itemOf(1, { weight: 40, method: asIs })] },
    { missing: 'rebase' },
  );
  expect(totals(assess(scheme, inputsOf({ A: [80, null], B: [80, null] })))).toEqual({ u0: '80.00', u1: '0.00' });
});

test.each([
  ['sum', true, '93.00'],
  ['arithmetic', true, '93.00'],
  ['sum', false, '57.00'],
] as const)(
  'a bonus keeps its points when a sibling is missing: %s, renormalise %s',
  (aggregation, renormalise, shown) => {
    const inner = blockOf('x', {
      weight: 100,
      aggregation,
      renormalise,
      parts: [itemOf(0, { weight: 60, method: asIs }), itemOf(1, { weight: 40, method: asIs })],
    });
    const entries = [entryOf(0, 'bonus', { node: 'a', points: 2 }), entryOf(0, 'bonus', { node: 'x', points: 1 })];
    const result = assess(
      documentOf({ parts: [inner] }, { missing: 'rebase' }),
      inputsOf({ A: [90], B: [null] }, { entries }),
    );
    expect(totals(result)).toEqual({ u0: shown });
  },
);

test('a unit with less data never scores higher where what is missing earns nothing', () => {
  const column = fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 3 }), { minLength: 4, maxLength: 4 });
  const draft = fc.record({
    values: column,
    less: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    aggregations: fc.array(
      fc.constantFrom('sum' as const, 'arithmetic' as const, 'geometric' as const, 'harmonic' as const),
      { minLength: 3, maxLength: 3 },
    ),
    missing: fc.constantFrom('zero' as const, 'rebase' as const),
  });
  fc.assert(
    fc.property(draft, ({ values, less, aggregations: [root, one, other], missing }) => {
      // A zero policy needs no block rule; a rebase is kept from the blocks.
      const rule = { renormalise: missing === 'zero', weight: 50 };
      const scheme = documentOf(
        {
          ...(root && { aggregation: root }),
          renormalise: missing === 'zero',
          parts: [
            blockOf('x', {
              ...rule,
              ...(one && { aggregation: one }),
              parts: [itemOf(0, { weight: 25, method: asIs }), itemOf(1, { weight: 25, method: asIs })],
            }),
            blockOf('y', {
              ...rule,
              ...(other && { aggregation: other }),
              parts: [itemOf(2, { weight: 25, method: asIs }), itemOf(3, { weight: 25, method: asIs })],
            }),
          ],
        },
        { missing },
      );
      const columns = values.map((value, at) => [value, less[at] ? null : value]);
      const result = assess(
        scheme,
        inputsOf({ A: columns[0] ?? [], B: columns[1] ?? [], C: columns[2] ?? [], D: columns[3] ?? [] }),
      );
      const totalOf = (code: string) => result.units.find(({ unit }) => unit === code)?.total ?? Number.NaN;
      expect(totalOf('u1')).toBeLessThanOrEqual(totalOf('u0') + 1e-9);
    }),
    { numRuns: many(5000, 1000) },
  );
});

test.each([
  ['sum', 60, 45],
  ['arithmetic', 60, 45],
  ['geometric', 48, 0],
  ['harmonic', 38.4, 0],
] as const)('a block by %s', (aggregation, score, withZero) => {
  const scheme = documentOf({
    aggregation,
    parts: [itemOf(0, { weight: 50, method: asIs }), itemOf(1, { weight: 50, method: asIs })],
  });
  const result = assess(scheme, inputsOf({ A: [96, 0], B: [24, 90] }));
  expect(result.units[0]?.total).toBeCloseTo(score, 9);
  expect(result.units[1]?.total).toBeCloseTo(withZero, 9);
});

test('two halves of a hundred points each make a hundred or two hundred', () => {
  const half = (key: string, at: number, weight: number) =>
    blockOf(key, { weight, full: 100, parts: [itemOf(at, { weight: 100, method: asIs })] });
  const inputs = inputsOf({ A: [80], B: [60] });
  const shared = assess(documentOf({ parts: [half('process', 0, 40), half('result', 1, 60)] }), inputs);
  const added = assess(documentOf({ weight: 200, parts: [half('process', 0, 100), half('result', 1, 100)] }), inputs);
  expect(shared.units[0]?.blocks.map(({ score, full }) => [score, full])).toEqual([
    [68, 100],
    [80, 100],
    [60, 100],
  ]);
  expect(added.units[0]?.total).toBe(140);
});

test('a unit without any score has no total', () => {
  const result = assess(two({ missing: 'rebase' }), inputsOf({ A: [null, 1, 2], B: [null, 1, 2] }));
  expect(result.units.at(-1)).toMatchObject({ unit: 'u0', total: null, shown: null, rank: null });
});

test('one unit alone is scored and not ranked', () => {
  const result = assess(two(), inputsOf({ A: [80], B: [90] }));
  expect(result.units[0]).toMatchObject({ shown: '84.00', rank: null });
  expect(result.notes).toEqual([{ kind: 'oneUnit' }]);
});
