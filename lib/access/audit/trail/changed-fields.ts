/** A value that is neither an object nor an array. */
export type Plain = string | number | boolean | null;

/** One field before and after; `undefined` where it did not exist. `path` has more than one step inside another value. */
export type ChangedField = {
  readonly path: readonly string[];
  readonly before: Plain | undefined;
  readonly after: Plain | undefined;
  readonly kind: 'added' | 'removed' | 'changed' | 'same';
};

/** The changed fields of a change: nested values are flattened, in the order in which they were written. */
export function changedFields({ before, after }: { before: unknown; after: unknown }): ChangedField[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].map((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    return {
      path: JSON.parse(key) as string[],
      before: old,
      after: now,
      kind: old === now ? 'same' : old === undefined ? 'added' : now === undefined ? 'removed' : 'changed',
    };
  });
}

/** The plain values inside a value, by their paths. Empty objects and arrays are left out. */
function leavesOf(value: unknown, path: readonly string[] = []): Map<string, Plain> {
  if (value === null || value === undefined) return path.length === 0 ? new Map() : new Map([[keyOf(path), null]]);
  if (typeof value === 'object')
    return new Map(Object.entries(value).flatMap(([step, inner]) => [...leavesOf(inner, [...path, step])]));
  return new Map([[keyOf(path), value as Plain]]);
}

const keyOf = (path: readonly string[]) => JSON.stringify(path);
