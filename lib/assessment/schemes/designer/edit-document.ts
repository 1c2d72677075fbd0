/** A place in a document: names and numbers of list entries. */
export type Path = readonly (string | number)[];

/** An edit of a draft in the designer; the values need not be valid yet. */
export type Edit =
  | { readonly do: 'set'; readonly path: Path; readonly value: unknown }
  /** Appends to the list at `path`. */
  | { readonly do: 'add'; readonly path: Path; readonly value: unknown }
  | { readonly do: 'remove'; readonly path: Path }
  /** Swaps an entry with the one before it (−1) or after it (1); at the end of the list nothing happens. */
  | { readonly do: 'move'; readonly path: Path; readonly by: -1 | 1 }
  /** Moves to the end of another block's parts. */
  | { readonly do: 'place'; readonly path: Path; readonly into: Path };

/** The document after an edit. Objects off the path of the change are kept, not copied. */
export function applyEdit(document: unknown, edit: Edit): unknown {
  switch (edit.do) {
    case 'set':
      return changedAt(document, edit.path, () => edit.value);
    case 'add':
      return changedAt(document, edit.path, (list) => [...listOf(list), edit.value]);
    case 'remove': {
      const at = edit.path.at(-1);
      return changedAt(document, edit.path.slice(0, -1), (list) => listOf(list).filter((_, nth) => nth !== at));
    }
    case 'move': {
      const from = Number(edit.path.at(-1));
      return changedAt(document, edit.path.slice(0, -1), (list) => swapEntries(listOf(list), from, from + edit.by));
    }
    case 'place': {
      const node = at(document, edit.path);
      if (isWithin(edit.into, edit.path)) return document;
      // The node is added before it is removed, since the removal may shift the index of the target.
      const grown = applyEdit(document, { do: 'add', path: [...edit.into, 'parts'], value: node });
      return applyEdit(grown, { do: 'remove', path: edit.path });
    }
  }
}

/** The path of a node after an edit; null when the node is gone. */
export function pathAfter(document: unknown, path: Path, edit: Edit): Path | null {
  const node = at(document, path);
  return findNode(applyEdit(document, edit), (other) => other === node);
}

/** The value at a path; undefined for none. */
export function at(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    document,
  );
}

/** An unused key of the form `item3`. */
export function freshKey(document: unknown, prefix: string): string {
  const written = JSON.stringify(document);
  for (let nth = 1; ; nth += 1) if (!written.includes(`"${prefix}${nth}"`)) return `${prefix}${nth}`;
}

/** The path of the first block or item that fits. */
export function findNode(document: unknown, fits: (node: unknown) => boolean): Path | null {
  const under = (node: unknown, path: Path): Path | null => {
    if (fits(node)) return path;
    for (const [nth, part] of listOf(at(node, ['parts'])).entries()) {
      const found = under(part, [...path, 'parts', nth]);
      if (found) return found;
    }
    return null;
  };
  return under(at(document, ['root']), ['root']);
}

function changedAt(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  const inner = changedAt(at(value, [step]), rest, change);
  if (Array.isArray(value)) return value.map((entry, nth) => (nth === step ? inner : entry));
  return { ...(typeof value === 'object' ? value : {}), [step]: inner };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function swapEntries(list: readonly unknown[], from: number, to: number): readonly unknown[] {
  if (to < 0 || to >= list.length) return list;
  return list.map((entry, nth) => (nth === from ? list[to] : nth === to ? list[from] : entry));
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((step, nth) => path[nth] === step);
}
