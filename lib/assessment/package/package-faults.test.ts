import { expect, test } from 'vitest';
import { blockOf, documentOf, entryOf, itemOf } from '@/lib/assessment/scoring/testing';
import type { RunPackage } from './package';
import { readPackage } from './read-package';

const asIs = { kind: 'minMax' as const, bounds: { from: 'given' as const, low: 0, high: 100 } };
const parts = [itemOf(0, { weight: 60, method: asIs }), itemOf(1, { weight: 40, method: asIs })];
const good = documentOf({ parts: [blockOf('x', { weight: 100, parts })] });
const unit = (code: string, order: number) => ({ code, nameZh: code, nameEn: code, order });
const packageOf = (more: Partial<RunPackage>, scheme: object = good): unknown => ({
  ...{ fingerprintForm: 2, scheme, period: '2024', deadlinePassed: true },
  ...{ units: [unit('u0', 1), unit('u1', 2)], targets: [], entries: [], ...more },
});
const faultsOf = (json: unknown, period: string | null = null) => {
  const read = readPackage(json, period);
  return 'length' in read ? read.map(({ path }) => path) : [];
};
const withParts = (...more: object[]) => ({ ...good, root: { ...good.root, parts: more } });
const target = (indicator: string, of: string) => ({ indicator, unit: of, base: '1', stretch: null });

test('a package of a run that could be is read', () => {
  const entries = [entryOf(0, 'bonus', { node: 'a', points: 1 })];
  expect(faultsOf(packageOf({ targets: [target('A', 'u0')], entries }))).toEqual([]);
});

const impossible: [string, unknown, string, (string | null)?][] = [
  ['weights that do not sum', packageOf({}, withParts({ ...parts[0], weight: 60 })), 'scheme.root.parts'],
  [
    'two items of one key',
    packageOf({}, withParts({ ...parts[0], weight: 50 }, { ...parts[0], weight: 50 })),
    'scheme.root.parts[1].key',
  ],
  [
    'an item and a block of one key',
    packageOf({}, withParts(blockOf('root', { weight: 100, parts }))),
    'scheme.root.parts[0].key',
  ],
  ['an unknown key of the scheme', packageOf({}, { ...good, bonus: 1 }), 'scheme.bonus'],
  ['a tie-breaker that is no node', packageOf({}, { ...good, tieBreakers: ['none'] }), 'scheme.tieBreakers[0]'],
  ['a unit apart that is not assessed', packageOf({}, { ...good, apart: ['u9'] }), 'scheme.apart[0]'],
  ['a doubled unit', packageOf({ units: [unit('u0', 1), unit('u0', 2)] }), 'units[1].code'],
  ['a doubled place', packageOf({ units: [unit('u0', 1), unit('u1', 1)] }), 'units[1].order'],
  ['a doubled target', packageOf({ targets: [target('A', 'u0'), target('A', 'u0')] }), 'targets[1]'],
  ['a target of nobody', packageOf({ targets: [target('A', 'u7')] }), 'targets[0].unit'],
  ['a target of an indicator that is not scored', packageOf({ targets: [target('Z', 'u0')] }), 'targets[0].indicator'],
  [
    'a doubled entry',
    packageOf({ entries: [entryOf(0, 'bonus', { id: 'e' }), entryOf(1, 'bonus', { id: 'e' })] }),
    'entries[1].id',
  ],
  ['an entry about nobody', packageOf({ entries: [entryOf(8, 'bonus', { node: 'a' })] }), 'entries[0].unit'],
  ['an entry about nothing', packageOf({ entries: [entryOf(0, 'bonus', { node: 'zz' })] }), 'entries[0].node'],
  ['a veto by no rule', packageOf({ entries: [entryOf(0, 'veto', { rule: 'none' })] }), 'entries[0].rule'],
  ['a bonus of no points', packageOf({ entries: [entryOf(0, 'bonus', { node: 'a' })] }), 'entries[0].points'],
  ['points of a veto rule', packageOf({ entries: [entryOf(0, 'bonus', { points: 1, rule: 'r' })] }), 'entries[0].rule'],
  [
    '不适用 with points',
    packageOf({ entries: [entryOf(0, 'notApplicable', { node: 'a', points: 1 })] }),
    'entries[0].points',
  ],
  ['不适用 of a block', packageOf({ entries: [entryOf(0, 'notApplicable', { node: 'x' })] }), 'entries[0].node'],
  ['a score by hand of a figure', packageOf({ entries: [entryOf(0, 'score', { node: 'a' })] }), 'entries[0].node'],
  ['another period than the package', packageOf({}), '--period', '2023'],
  ['a key that no package has', { ...(packageOf({}) as object), points: 1 }, ''],
];

test.each(impossible)('%s is refused with its path', (_, json, path, period = null) => {
  expect(faultsOf(json, period)).toContain(path);
});

test('a scheme alone is held to its check list, too', () => {
  expect(faultsOf(withParts({ ...parts[0], weight: 60 }), '2024')).toEqual(['root.parts']);
});
