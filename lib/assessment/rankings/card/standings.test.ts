import { describe, expect, test } from 'vitest';
import { rankMatch } from '@/lib/assessment/rankings/grid/rank-match';
import { itemParts } from '@/lib/assessment/rankings/result-run';
import { chartFacts } from '@/lib/dashboards/series/chart-facts';
import { inventedDocument } from '@/lib/testing/invented-run';
import { profileChart } from './profile-chart';
import { standingsAmong } from './standings';
import { strengthsOf } from './strengths';

const peers = [
  { code: 'A', blocks: [90], items: [100, 10, 50, null] },
  { code: 'B', blocks: [80], items: [80, 40, 50, null] },
  { code: 'C', blocks: [70], items: [60, 70, null, null] },
  { code: 'D', blocks: [60], items: [40, 100, 20, null] },
];
const scored = peers[0]?.items.map(() => ({ state: 'scored' as const })) ?? [];
const of = (code: string) => peers.find((peer) => peer.code === code) ?? { code, blocks: [75], items: [70, 5, 5, 5] };

test('a place counts the better units, equal shares share it, and a unit without a score has none', () => {
  const places = (code: string) => standingsAmong(peers, of(code)).map(({ kind, at, place }) => [kind, at, place]);
  expect(places('B')).toEqual([
    ['block', 0, 2],
    ['item', 0, 2],
    ['item', 1, 3],
    ['item', 2, 1],
  ]);
  expect(places('C').at(-1)).toEqual(['item', 2, null]);
});

test('an unranked unit is compared with the ranked ones, without a place', () => {
  const standings = standingsAmong(peers, of('X'));
  expect(standings.every(({ place }) => place === null)).toBe(true);
  expect(standings[0]).toMatchObject({ of: 4, median: 75, best: 90 });
  expect(standings[3]).toMatchObject({ of: 3, median: 50, best: 50 });
});

describe('the profile of a unit', () => {
  const labels = { unit: '甲区', median: '中位数' };
  const drawn = (shares: readonly (number | null)[], medians: readonly number[]) =>
    profileChart({
      scheme: inventedDocument(shares.length),
      unit: {
        blocks: [],
        items: shares.map((share) => ({
          ...{ state: 'scored' as const, value: null, transformed: null, points: null },
          share,
        })),
      },
      standings: medians.map((median, at) => ({ kind: 'item' as const, at, median })),
      labels,
      locale: 'zh-CN',
    });

  test('has no axis for a part that is not scored yet, which a radar chart would draw as zero', () => {
    const spec = drawn([90, 80, null, 60, 50, 40], [70, 60, 50, 40, 30, 20]);
    expect(spec?.kind === 'radar' && spec.series.map(({ points }) => points.map((one) => one?.value))).toEqual([
      [70, 60, 40, 30, 20],
      [90, 80, 60, 50, 40],
    ]);
    expect(drawn([90, 80, null], [70, 60, 50])).toBeNull();
  });

  test('is points on lines for few parts, and where no difference would be seen', () => {
    const few = drawn([90, 80, 70, 60], [70, 60, 50, 40]);
    expect(few).toMatchObject({ kind: 'match', placeLabel: '甲区', benchmarkLabel: '中位数' });
    expect(few && chartFacts(few)).toEqual({ kind: 'share', count: 4, better: 4, worse: 0 });
    const close = drawn([99, 98, 97, 96, 95], [99, 98.5, 96, 96, 94]);
    expect(close?.kind === 'match' && close.scale?.domain[0]).toBeGreaterThan(50);
    expect(close && chartFacts(close)).toEqual({ kind: 'share', count: 5, better: 2, worse: 1 });
    expect(drawn([99, 98, 97, 96, 95], [99, 98.5, 96, 96, 92])?.kind).toBe('radar');
  });
});

test('the best and the worst places are disjoint', () => {
  const scheme = inventedDocument(3);
  const { strong, weak } = strengthsOf(itemParts(scheme), standingsAmong(peers, of('A')), scored);
  expect(strong.map(({ part }) => part.key)).toEqual(['m1']);
  expect(weak.map(({ part }) => part.key)).toEqual(['m2']);
  expect(strengthsOf(itemParts(scheme), [], scored)).toEqual({ strong: [], weak: [] });
});

test('a place that most units share is neither a strength nor a weakness, nor is an item without a figure', () => {
  const scheme = inventedDocument(3);
  const codes = Array.from({ length: 13 }, (_, at) => `U${at}`);
  // All but the last share the first place of m1; m2 has no figure of anybody; in m3 the first is alone.
  const group = codes.map((code, at) => ({ code, blocks: [], items: [at === 12 ? 90 : 100, 0, at === 0 ? 100 : 50] }));
  const partsOf = (code: string, states: ('scored' | 'missing')[]) => {
    const own = group.find((peer) => peer.code === code) ?? { code, blocks: [], items: [] };
    const { strong, weak } = strengthsOf(
      itemParts(scheme),
      standingsAmong(group, own),
      states.map((state) => ({ state })),
    );
    return [strong, weak].map((list) => list.map(({ part }) => part.key));
  };
  expect(partsOf('U0', ['scored', 'missing', 'scored'])).toEqual([['m3'], []]);
  expect(partsOf('U5', ['scored', 'missing', 'scored'])).toEqual([[], []]);
  expect(partsOf('U12', ['scored', 'missing', 'scored'])).toEqual([[], ['m1']]);
  expect(partsOf('U12', ['missing', 'missing', 'scored'])).toEqual([[], []]);
});

test('a rank match lists first the item farthest ahead of the rank by total', () => {
  const scheme = inventedDocument(3);
  const item = (share: number | null) => ({ state: 'scored' as const, value: 1, transformed: 1, share, points: share });
  const match = (rank: number | null) =>
    rankMatch({ scheme }, { rank, items: of('D').items.map(item) }, standingsAmong(peers, of('D')));
  expect(match(4).map(({ part, place, ahead }) => [part.key, place, ahead])).toEqual([
    ['m2', 1, 3],
    ['m3', 3, 1],
    ['m1', 4, 0],
  ]);
  expect(match(null).every(({ ahead }) => ahead === null)).toBe(true);
});
