import { expect, test } from 'vitest';
import { cardNotes } from '@/lib/assessment/rankings/card/card-notes';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { assess } from '@/lib/assessment/scoring/assess';

const words = { nameZh: '演示', nameEn: 'Demo' };
const item = (key: string) => ({
  ...{ kind: 'item', key, weight: 50, indicator: key, direction: 'higher', ...words },
  method: { kind: 'minMax', bounds: { from: 'given', low: 0, high: 100 } },
});

/** The total of a unit to which the second of two items does not apply, and the kinds of its notes. */
function without(more: object) {
  const root = { kind: 'block', key: 'all', weight: 100, aggregation: 'sum', ...words, parts: [item('A'), item('B')] };
  const scheme = Scheme.parse({
    ...{ format: 1, ...words, kind: 'comprehensive', isExample: true, peerGroup: 'G', root: { ...root, ...more } },
    notApplicable: 'rebase',
  });
  const entry = {
    kind: 'notApplicable' as const,
    node: 'B',
    rule: '',
    points: 0,
    incident: '',
    article: '',
    reason: '',
  };
  const { units } = assess(scheme, {
    period: '2024',
    deadlinePassed: true,
    units: [{ code: 'U1', ...words, order: 1 }],
    figures: [{ indicator: 'A', unit: 'U1', period: '2024', value: '100', qualifier: 'exact' }],
    targets: [],
    entries: [{ id: 'e', unit: 'U1', ...entry }],
  });
  const [unit] = units;
  if (!unit) throw new Error('no unit');
  const kinds = cardNotes(scheme, unit, { locale: 'zh-CN', total: '总分' }).map(({ note }) => note.kind);
  return { total: unit.total, kinds };
}

test('an item that is not applicable is said to pass its weight on only where its block does so', () => {
  const shared = without({});
  expect(shared.total).toBe(100);
  expect(shared.kinds).toContain('notApplicableRebased');
  const kept = without({ renormalise: false });
  expect(kept.total).toBe(50);
  expect(kept.kinds).toContain('notApplicableKept');
  expect(kept.kinds).not.toContain('notApplicableRebased');
});
