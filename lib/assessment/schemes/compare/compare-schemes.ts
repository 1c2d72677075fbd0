import { valuesOf } from '@/lib/assessment/schemes/compare/values-of';
import { blocksOf, itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';

/** A value of a scheme before and after; undefined where there is none. `path` begins with the name of its part. */
export type SchemeChange = {
  readonly path: string;
  readonly before: string | number | boolean | null | undefined;
  readonly after: string | number | boolean | null | undefined;
};

/**
 * The changes in one part of a scheme: its settings, a block, an item, a veto, the grades, the units apart or promoted.
 */
export type PartChanges = {
  readonly part: 'settings' | 'block' | 'item' | 'veto' | 'grade' | 'apart' | 'promotion';
  readonly key: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly changes: readonly SchemeChange[];
};

/** Every value that differs, by a path that does not depend on the order of lists: `item/gdp/weight`. */
export function changesBetween(before: Scheme, after: Scheme): SchemeChange[] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  return (
    [...new Set([...was.keys(), ...is.keys()])]
      .map((path) => ({ path, before: was.get(path), after: is.get(path) }))
      // Null and undefined count as equal.
      .filter((change) => (change.before ?? null) !== (change.after ?? null))
  );
}

/** The changes part by part: settings, then blocks and items in the order of the newer version, removed ones last. */
export function compareSchemes(before: Scheme, after: Scheme): PartChanges[] {
  const parts = new Map<string, SchemeChange[]>();
  for (const change of changesBetween(before, after)) {
    const [part, key] = change.path.split('/');
    const of = part === 'settings' ? 'settings/' : `${part}/${key}`;
    parts.set(of, [...(parts.get(of) ?? []), change]);
  }
  const [was, is] = [partsOf(before), partsOf(after)];
  const order = [...new Set([...is, ...was])];
  return order.flatMap((of) => {
    const changes = parts.get(of);
    if (!changes) return [];
    const [part = 'settings', key = ''] = of.split('/') as [PartChanges['part'], string];
    const kind = !was.includes(of) ? 'added' : is.includes(of) ? 'changed' : 'removed';
    return [{ part, key, kind, changes }];
  });
}

function partsOf(scheme: Scheme): string[] {
  const grades = scheme.grades.by === 'none' ? [] : scheme.grades.grades;
  return [
    'settings/',
    ...blocksOf(scheme).map(({ key }) => `block/${key}`),
    ...itemsOf(scheme).map(({ key }) => `item/${key}`),
    ...grades.map(({ key }) => `grade/${key}`),
    ...scheme.vetoes.map(({ key }) => `veto/${key}`),
    ...scheme.apart.map((unit) => `apart/${unit}`),
    ...scheme.promotions.map(({ unit }) => `promotion/${unit}`),
  ];
}
