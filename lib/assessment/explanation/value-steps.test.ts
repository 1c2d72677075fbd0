import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { resultRun } from '@/lib/assessment/rankings/queries';
import { assess } from '@/lib/assessment/scoring/assess';
import { type ItemDraft, inputsOf, schemeOf } from '@/lib/assessment/scoring/testing';
import { inventedDocument, inventedFigures, inventedRun, storedScheme } from '@/lib/testing/invented-run';
import { betweenTransforms, itemValueColumns } from './queries';
import { scoredPlace, stepValues, valueSteps, valuesBetween } from './value-steps';

const { database } = await testDatabase();
const visitor = anonymousPrincipal();
const measures: Readonly<Record<string, { unitZh: string; unitEn: string }>> = {
  A: { unitZh: '亿元', unitEn: '100 million yuan' },
  B: { unitZh: '亿元', unitEn: '100 million yuan' },
};
const asIs = { kind: 'minMax' as const, bounds: { from: 'given' as const, low: 0, high: 100 } };
const share = { kind: 'ratio' as const, indicator: 'B', factor: 100 };

/** The values of each unit at each step, written with their units. */
function written(draft: ItemDraft, values: Parameters<typeof inputsOf>[0]) {
  const scheme = schemeOf([draft]);
  const [item] = scheme.root.parts;
  if (item?.kind !== 'item') throw new Error('no item');
  const inputs = inputsOf(values);
  const { units } = assess(scheme, inputs);
  const scores = new Map(units.flatMap(({ unit, items: [own] }) => (own ? [[unit, own] as const] : [])));
  const between = valuesBetween(scheme, inputs)(item, scores);
  const byPlace = [...scores.values()].some((score) => scoredPlace(item, score) !== null);
  const steps = valueSteps(item, byPlace, (code) => measures[code]);
  return Object.fromEntries(
    [...scores].map(([unit, score]) => [
      unit,
      stepValues(item, score, between.get(unit) ?? [], byPlace).map((value, at) =>
        value === null ? null : `${Number(value.toFixed(2))}${steps[at]?.measure.unitZh}`,
      ),
    ]),
  );
}

test('the value is known after each of several transforms, with its unit', () => {
  // 南通市: 5,258.5 of 11,379.6 亿元 is 46.21 %, after 45.80 % the year before: 0.41 percentage points more.
  const draft = {
    method: asIs,
    transforms: [share, { kind: 'change' as const, against: 'yearEarlier' as const }, { kind: 'rank' as const }],
  };
  const values = {
    ...{ A: [5258.5, 60], B: [11379.6, 100] },
    ...{ 'A@2023': [5000, 50], 'B@2023': [10917, 100] },
  };
  expect(written(draft, values)).toEqual({
    u0: ['5258.5亿元', '46.21%', '0.41个百分点', '2位'],
    u1: ['60亿元', '60%', '10个百分点', '1位'],
  });
});

test('a value carried from an earlier period is followed at that period', () => {
  const draft = {
    method: asIs,
    missing: 'carryLast' as const,
    transforms: [share, { kind: 'log' as const, base: '10' as const }],
  };
  expect(written(draft, { A: [null, 60], B: [null, 100], 'A@2023': [10, 50], 'B@2023': [100, 100] }).u0).toEqual([
    ...['10亿元', '10%', '1'],
  ]);
});

test('where a method scores the place of a value, the place is the last step, not the value', () => {
  const draft = { method: { kind: 'rankLadder' as const, step: 5, stepIn: 'percent' as const } };
  expect(written(draft, { A: [142, 147] })).toEqual({ u0: ['142亿元', '2位'], u1: ['147亿元', '1位'] });
});

test('files have the values of a stored run at each step, computed from its frozen figures', async () => {
  await inventedFigures(database, { units: 3 });
  const document = inventedDocument(2);
  const transforms = [{ kind: 'ratio' as const, indicator: 'M2', factor: 100 }, { kind: 'rank' as const }];
  const parts = document.root.parts.map((block) =>
    block.kind === 'block' && block.key === 'economy'
      ? { ...block, parts: block.parts.map((item) => ({ ...item, transforms })) }
      : block,
  );
  await storedScheme(database, { ...document, root: { ...document.root, parts: parts as typeof document.root.parts } });
  const run = await resultRun(visitor, await inventedRun(database));
  if (!run) throw new Error('no run');
  const { headings, of } = await itemValueColumns(visitor, run, 'zh-CN');
  expect(headings).toEqual([
    ...[
      '演示指标1 · 报送数据（%）',
      '演示指标1 · 除以另一指标（%）',
      '演示指标1 · 位次（位）',
      '演示指标2 · 数值（%）',
    ],
  ]);
  for (const [, [value, ratio, , other]] of of) expect(ratio).toBeCloseTo(((value ?? 0) / (other ?? 0)) * 100, 9);
  const ratios = [...of.values()].map(([, ratio]) => ratio ?? 0);
  expect([...of.values()].map(([, , place]) => place)).toEqual(
    ratios.map((ratio) => 1 + ratios.filter((one) => one > ratio).length),
  );
  const items = run.scheme.root.parts.flatMap((block) => (block.kind === 'block' ? block.parts : []));
  const known = items.flatMap((item) => (item.kind === 'item' ? [item] : []));
  expect([...(await betweenTransforms(visitor, run, { items: known, codes: ['U1'] })).keys()]).toEqual(['m1']);
});
