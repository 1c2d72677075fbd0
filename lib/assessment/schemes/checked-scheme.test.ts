import { describe, expect, test } from 'vitest';
import { blocksPublication, checkScheme } from '@/lib/assessment/schemes/check-scheme';
import { compareSchemes } from '@/lib/assessment/schemes/compare/compare-schemes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { readScheme, storedScheme } from '@/lib/assessment/schemes/read-scheme';
import { startingDocument } from '@/lib/assessment/schemes/starting-document';
import type { SchemeCatalogue } from '@/lib/assessment/schemes/words';
import { inventedDocument } from '@/lib/testing/invented-run';

const unit = (code: string) => ({ code, nameZh: code, nameEn: code });
const indicator = (code: string, direction: 'higher' | 'lower') => ({
  ...unit(code),
  topic: 'T',
  unitZh: '亿元',
  unitEn: '100 million yuan',
  decimals: 2,
  direction,
});
const catalogue: SchemeCatalogue = {
  group: 'DG',
  groups: [
    { ...unit('DG'), isDemonstration: true },
    { ...unit('EMPTY'), isDemonstration: true },
  ],
  topics: [unit('T')],
  indicators: [indicator('UP', 'higher'), indicator('DOWN', 'lower')],
  units: [unit('JIA'), unit('YI'), unit('BING')],
  withData: ['UP'],
  lacking: { UP: { base: { count: 0, units: [] }, stretch: { count: 1, units: ['YI'] } } },
  uncovered: [unit('DING')],
};

const item = {
  kind: 'item',
  key: 'up',
  nameZh: '正向',
  nameEn: 'Up',
  weight: 100,
  indicator: 'UP',
  direction: 'higher',
  method: { kind: 'efficacy', bounds: { from: 'peers' } },
};
const base = {
  format: 1,
  nameZh: '演示',
  nameEn: 'Demo',
  kind: 'special',
  peerGroup: 'DG',
  root: {
    kind: 'block',
    key: 'total',
    nameZh: '总分',
    nameEn: 'Total',
    weight: 100,
    aggregation: 'sum',
    parts: [item],
  },
};
const withItem = (change: object) => ({ ...base, root: { ...base.root, parts: [{ ...item, ...change }] } });
const withMethod = (method: object, change: object = {}) => withItem({ ...change, method });

function schemeOf(json: unknown): Scheme {
  const read = readScheme(json);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.scheme;
}
const keysOf = (json: unknown, against = catalogue) =>
  checkScheme(schemeOf(json), against).map(({ key, path }) => `${key} ${path}`);

describe('reading', () => {
  test.each<[string, unknown, string[]]>([
    ['nothing', null, ['object ']],
    ['a text for a number', withItem({ weight: '10' }), ['number root.parts[0].weight']],
    ['a field left empty', withItem({ weight: '' }), ['empty root.parts[0].weight']],
    ['no key', withItem({ key: '' }), ['empty root.parts[0].key']],
    ['a weight of zero', withItem({ weight: 0 }), ['tooSmall root.parts[0].weight']],
    ['no target', withMethod({ kind: 'completion', formula: 'ratio' }), ['missing root.parts[0].method.target']],
    ['an unknown method', withMethod({ kind: 'magic' }), ['notListed root.parts[0].method.kind']],
    ['an unknown kind of part', withItem({ kind: 'thing' }), ['notListed root.parts[0].kind']],
    ['an unknown field', { ...base, colour: 'red' }, ['unknownField colour']],
    ['half a place', { ...base, decimals: 1.5 }, ['whole decimals']],
    ['an empty name', { ...base, nameZh: ' ' }, ['empty nameZh']],
    ['a key with a space', withItem({ key: 'a b' }), ['code root.parts[0].key']],
    ['a block without parts', { ...base, root: { ...base.root, parts: [] } }, ['tooFew root.parts']],
    ['no document of ours', item, ['missing format']],
    ['a control character', { ...base, note: 'a\u0000b' }, ['characters note']],
    ['an unpaired surrogate', { ...base, note: '\ud800' }, ['characters note']],
    ['a blend within a blend', withMethod({ kind: 'blend', parts: [] }), ['tooFew root.parts[0].method.parts']],
  ])('%s', (_name, json, faults) => {
    const read = readScheme(json);
    const found = read.ok ? [] : read.faults.map(({ key, path }) => `${key} ${path}`);
    expect(found.slice(0, 1)).toEqual(faults);
  });

  test('blocks nested without end are refused before they are read', () => {
    let json: unknown = item;
    for (let depth = 0; depth < 20_000; depth += 1) json = { kind: 'block', parts: [json] };
    expect(readScheme({ ...base, root: json })).toMatchObject({ ok: false, faults: [{ key: 'tooDeep' }] });
  });

  test('the starting document is a scheme', () => {
    const head = { nameZh: '演示', nameEn: 'Demo', kind: 'special', peerGroup: 'DG' } as const;
    expect(readScheme(startingDocument(head)).ok).toBe(true);
  });
});

describe('the check list', () => {
  test('is empty for a finished scheme', () => {
    expect(keysOf(base)).toEqual([]);
  });

  const method = 'root.parts[0].method';
  test.each<[string, object, string[]]>([
    ['weights that do not sum', withItem({ weight: 90 }), ['weightSum root.parts']],
    ['a direction that is not set', withItem({ direction: null }), ['directionMissing root.parts[0].direction']],
    ['no indicator', withItem({ indicator: null }), ['indicatorMissing root.parts[0].indicator']],
    ['an unknown indicator', withItem({ indicator: 'NONE' }), ['unknownIndicator root.parts[0].indicator']],
    [
      'another direction than the catalogue’s',
      withItem({ indicator: 'DOWN' }),
      ['noData root.parts[0].indicator', 'directionDiffers root.parts[0].direction'],
    ],
    [
      'a stretch target that one unit lacks',
      withMethod({ kind: 'completion', formula: 'ratio', target: { from: 'stretch' } }),
      [`someTargets ${method}.target.from`],
    ],
    [
      'targets that no unit has',
      withMethod(
        { kind: 'completion', formula: 'linear', target: { from: 'base' } },
        { indicator: 'DOWN', direction: 'lower' },
      ),
      ['noData root.parts[0].indicator', `noTargets ${method}.target.from`],
    ],
    [
      'bounds the wrong way round',
      withMethod({ kind: 'minMax', bounds: { from: 'given', low: 5, high: 1 } }),
      [`boundsOrder ${method}.bounds.low`],
    ],
    [
      'one bound for both',
      withMethod({ kind: 'minMax', bounds: { from: 'given', low: 5, high: 5 } }),
      [`boundsEqual ${method}.bounds.low`],
    ],
    [
      'tiers out of order',
      withMethod({
        kind: 'tieredEfficacy',
        tiers: [
          { name: '差', value: 5, coefficient: 0.2 },
          { name: '好', value: 3, coefficient: 1 },
        ],
      }),
      [`tiersOrder ${method}.tiers`],
    ],
    [
      'bands out of order',
      withMethod({
        kind: 'banded',
        bands: [
          { atLeast: 5, share: 50 },
          { atLeast: 3, share: 100 },
        ],
      }),
      [`bandsOrder ${method}.bands`],
    ],
    [
      'parts that do not sum to 100',
      withMethod({
        kind: 'blend',
        parts: [
          { key: 'level', weight: 40, method: { kind: 'ratioToBest' } },
          { key: 'level', weight: 50, method: { kind: 'ratioToBest' } },
        ],
      }),
      [`blendSum ${method}.parts`, `keyTwice ${method}.parts[1].key`],
    ],
    ['a unit that is not of the group', { ...base, apart: ['WU'] }, ['unknownUnit apart[0]']],
    ['an unknown tie-breaker', { ...base, tieBreakers: ['none'] }, ['unknownNode tieBreakers[0]']],
    [
      'cut-offs out of order',
      {
        ...base,
        grades: {
          by: 'cutoff',
          grades: [
            { key: 'a', nameZh: '甲', nameEn: 'A', atLeast: 60 },
            { key: 'b', nameZh: '乙', nameEn: 'B', atLeast: 80 },
            { key: 'c', nameZh: '丙', nameEn: 'C', atLeast: null },
          ],
        },
      },
      ['cutoffOrder grades.grades[1].atLeast'],
    ],
    [
      'quotas beyond all units',
      {
        ...base,
        grades: {
          by: 'quota',
          rounding: 'down',
          line: 'above',
          grades: [
            { key: 'a', nameZh: '甲', nameEn: 'A', percent: 60, count: null },
            { key: 'b', nameZh: '乙', nameEn: 'B', percent: 50, count: null },
            { key: 'c', nameZh: '丙', nameEn: 'C', percent: null, count: null },
          ],
        },
      },
      ['quotaSum grades.grades'],
    ],
    [
      'a veto on an unknown block',
      {
        ...base,
        vetoes: [{ key: 'v', nameZh: '否决', nameEn: 'Veto', effect: { kind: 'blockZero', block: 'up' } }],
      },
      ['unknownBlock vetoes[0].effect.block'],
    ],
    ['a group without units for all units’ sake', { ...base, kind: 'comprehensive' }, ['uncovered peerGroup']],
    ['an unknown group', { ...base, peerGroup: 'NONE' }, ['unknownGroup peerGroup']],
  ])('%s', (_name, json, findings) => {
    expect(keysOf(json)).toEqual(findings);
  });

  test('knows which findings block publication', () => {
    const findings = checkScheme(schemeOf(withItem({ weight: 90, indicator: 'DOWN' })), catalogue);
    expect(findings.filter(blocksPublication).map(({ key }) => key)).toEqual(['weightSum']);
    expect(findings[0]?.values).toEqual({ sum: 90, total: 100 });
  });

  test('a block of means accepts the total it declares', () => {
    const root = { ...base.root, aggregation: 'arithmetic', weightTotal: 1, parts: [{ ...item, weight: 1 }] };
    expect(keysOf({ ...base, root })).toEqual([]);
  });
});

describe('two versions', () => {
  test('differ part by part, in any order of their lists', () => {
    const other = { ...item, key: 'other', nameZh: '另一项' };
    const before = schemeOf({ ...base, root: { ...base.root, parts: [item, { ...other, weight: 50 }] } });
    const after = schemeOf({
      ...base,
      decimals: 3,
      root: {
        ...base.root,
        parts: [
          { ...other, weight: 60 },
          { ...item, key: 'new' },
        ],
      },
    });
    const seen = compareSchemes(before, after).map(({ part, key, kind, changes }) => ({
      is: `${kind} ${part} ${key}`,
      paths: kind === 'changed' ? changes.map(({ path, before, after }) => `${path} ${before} → ${after}`) : [],
    }));
    expect(seen).toEqual([
      { is: 'changed settings ', paths: ['settings/decimals 2 → 3'] },
      { is: 'changed item other', paths: ['item/other/weight 50 → 60'] },
      { is: 'added item new', paths: [] },
      { is: 'removed item up', paths: [] },
    ]);
  });

  test('with the same content have no changes', () => {
    expect(compareSchemes(schemeOf(base), schemeOf(base))).toEqual([]);
  });
});

test('a document that was stored before a field existed gets its default', () => {
  const whole = inventedDocument(2);
  const { noTarget: _noTarget, leastCoverage: _leastCoverage, ...older } = structuredClone(whole);
  const strip = (node: object): void => {
    if ('periodRule' in node) delete node.periodRule;
    if ('parts' in node) for (const part of node.parts as object[]) strip(part);
  };
  strip(older.root);
  expect(storedScheme(older)).toEqual(whole);
});
