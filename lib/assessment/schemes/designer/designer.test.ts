import { describe, expect, test } from 'vitest';
import { formOf, plainKinds } from '@/lib/assessment/methods/rooms';
import type { PlainKind } from '@/lib/assessment/methods/schemas';
import { applyEdit, findNode, freshKey, type Path, pathAfter } from '@/lib/assessment/schemes/designer/edit-document';
import { curveOf } from '@/lib/assessment/schemes/designer/method-curve';
import { SchemeItem } from '@/lib/assessment/schemes/document/scheme';

const item = (key: string) => ({ kind: 'item', key, weight: 10 });
const block = (key: string, ...parts: unknown[]) => ({ kind: 'block', key, weight: 10, parts });
const document = { decimals: 2, root: block('total', block('a', item('x'), item('y')), block('b', item('z'))) };
const shape = (node: unknown): unknown => {
  const { key, parts } = node as { key: string; parts?: unknown[] };
  return parts ? [key, ...parts.map(shape)] : key;
};
const rootOf = (of: unknown) => shape((of as { root: unknown }).root);
const first: Path = ['root', 'parts', 0];

describe('an edit', () => {
  test.each([
    [
      'adds at the end',
      { do: 'add', path: [...first, 'parts'], value: item('n') },
      ['total', ['a', 'x', 'y', 'n'], ['b', 'z']],
    ],
    ['removes', { do: 'remove', path: [...first, 'parts', 0] }, ['total', ['a', 'y'], ['b', 'z']]],
    ['moves down', { do: 'move', path: first, by: 1 }, ['total', ['b', 'z'], ['a', 'x', 'y']]],
    ['moves nothing off the end', { do: 'move', path: first, by: -1 }, ['total', ['a', 'x', 'y'], ['b', 'z']]],
    [
      'places into another block',
      { do: 'place', path: [...first, 'parts', 0], into: ['root', 'parts', 1] },
      ['total', ['a', 'y'], ['b', 'z', 'x']],
    ],
    ['places no block into itself', { do: 'place', path: first, into: first }, ['total', ['a', 'x', 'y'], ['b', 'z']]],
  ] as const)('%s', (_name, edit, expected) => {
    expect(rootOf(applyEdit(document, edit))).toEqual(expected);
  });

  test('does not change other parts', () => {
    const after = applyEdit(document, { do: 'set', path: [...first, 'parts', 0, 'weight'], value: '1.' });
    const second = (of: unknown) => (of as typeof document).root.parts[1];
    expect(second(after)).toBe(second(document));
    expect(document.root.parts[0]).toEqual(block('a', item('x'), item('y')));
  });

  test('returns the new place of a moved node', () => {
    const path = [...first, 'parts', 0];
    expect(pathAfter(document, path, { do: 'move', path, by: 1 })).toEqual([...first, 'parts', 1]);
    expect(pathAfter(document, path, { do: 'remove', path })).toBeNull();
    expect(findNode(document, (node) => (node as { key: string }).key === 'z')).toEqual([
      'root',
      'parts',
      1,
      'parts',
      0,
    ]);
  });

  test('gives a new node an unused key', () => {
    expect(freshKey({ root: block('item1', item('item2')) }, 'item')).toBe('item3');
  });
});

describe('a curve', () => {
  const of = (kind: PlainKind, direction: 'higher' | 'lower' = 'higher') =>
    curveOf(
      SchemeItem.parse({
        ...item('x'),
        nameZh: '项',
        nameEn: 'Item',
        indicator: null,
        direction,
        method: { kind, ...formOf({ kind }).blank },
      }),
    );

  test.each(plainKinds)('is drawn for %s', (kind) => {
    expect(of(kind)?.points.every(([x, points]) => Number.isFinite(x) && Number.isFinite(points))).toBe(true);
  });

  test('falls where less is better', () => {
    const points = of('efficacy', 'lower')?.points ?? [];
    expect([points[0], points.at(-1)]).toEqual([
      [0, 10],
      [100, 6],
    ]);
  });
});
