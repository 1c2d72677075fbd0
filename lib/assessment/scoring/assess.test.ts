import { expect, test } from 'vitest';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { assess } from './assess';

test('a run', () => {
  const scheme = Scheme.parse({
    format: 1,
    nameZh: '示例',
    nameEn: 'Example',
    kind: 'comprehensive',
    peerGroup: 'g',
    root: {
      kind: 'block',
      key: 'root',
      nameZh: '总',
      nameEn: 'Total',
      weight: 100,
      aggregation: 'sum',
      parts: [
        {
          kind: 'item',
          key: 'a',
          nameZh: 'a',
          nameEn: 'a',
          weight: 60,
          indicator: 'A',
          direction: 'higher',
          method: { kind: 'efficacy', bounds: { from: 'peers' } },
        },
        {
          kind: 'item',
          key: 'b',
          nameZh: 'b',
          nameEn: 'b',
          weight: 40,
          indicator: 'B',
          direction: 'lower',
          method: { kind: 'rankLadder', step: 5, stepIn: 'percent' },
        },
      ],
    },
  });
  const result = assess(scheme, {
    period: '2024',
    deadlinePassed: true,
    units: ['u1', 'u2', 'u3'].map((code, order) => ({ code, nameZh: code, nameEn: code, order })),
    figures: [
      ['A', 'u1', '4'],
      ['A', 'u2', '9'],
      ['A', 'u3', '12'],
      ['B', 'u1', '1'],
      ['B', 'u2', '2'],
      ['B', 'u3', '2'],
    ].map(([indicator = '', unit = '', value = '']) => ({
      indicator,
      unit,
      value,
      period: '2024',
      qualifier: 'exact' as const,
    })),
    targets: [],
    entries: [],
  });
  expect(result.units.map(({ shown }) => shown)).toEqual(['98.00', '89.00', '76.00']);
});
