import { expect, test } from 'vitest';
import { rankMatch } from '@/lib/assessment/rankings/grid/rank-match';
import { itemParts } from '@/lib/assessment/rankings/result-run';
import { inventedDocument } from '@/lib/testing/invented-run';
import { radarOf } from './radar';
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

test('a part that is not scored yet has no axis of a radar chart, which would draw it as zero', () => {
  const scheme = inventedDocument(4);
  const items = [90, 80, null, 60].map((share) => ({
    ...{ state: 'scored' as const, value: null, transformed: null, points: null },
    share,
  }));
  const standings = [70, 60, 50, 40].map((median, at) => ({ kind: 'item' as const, at, median }));
  const labels = { unit: '甲区', median: '中位数' };
  const drawn = (unit: typeof items, medians = standings) =>
    radarOf({ scheme, unit: { blocks: [], items: unit }, standings: medians, labels, locale: 'zh-CN' });
  expect(drawn(items)?.series.map(({ points }) => points.map((one) => one?.value))).toEqual([
    [70, 60, 40],
    [90, 80, 60],
  ]);
  expect(drawn(items, standings.slice(1))).toBeNull();
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
