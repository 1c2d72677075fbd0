/** A place in a document: names and numbers of list entries. */
export type Path = readonly (string | number)[];

/** A change to a draft as it is being designed; what stands in a field need not be right yet. */
export type Edit =
  | { readonly do: 'set'; readonly path: Path; readonly value: unknown }
  /** At the end of the list at `path`. */
  | { readonly do: 'add'; readonly path: Path; readonly value: unknown }
  | { readonly do: 'remove'; readonly path: Path }
  /** Changes places with the entry before it (−1) or after it (1); at the end of the list nothing happens. */
  | { readonly do: 'move'; readonly path: Path; readonly by: -1 | 1 }
  /** To the end of the parts of another block. */
  | { readonly do: 'place'; readonly path: Path; readonly into: Path };

/** The document after an edit. What is not on the way to the change is the same object as before. */
export function edited(document: unknown, edit: Edit): unknown {
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
      return changedAt(document, edit.path.slice(0, -1), (list) => swapped(listOf(list), from, from + edit.by));
    }
    case 'place': {
      const node = at(document, edit.path);
      if (isWithin(edit.into, edit.path)) return document;
      // Added first: the removal may shift the place that the target has.
      const grown = edited(document, { do: 'add', path: [...edit.into, 'parts'], value: node });
      return edited(grown, { do: 'remove', path: edit.path });
    }
  }
}

/** Where a node is after an edit that moved it; null when it is gone. */
export function pathAfter(document: unknown, path: Path, edit: Edit): Path | null {
  const node = at(document, path);
  return findNode(edited(document, edit), (other) => other === node);
}

/** What stands at a path; undefined for nothing. */
export function at(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    document,
  );
}

/** A key of the form `item3` that no block, item or rule of the draft has. */
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

function swapped(list: readonly unknown[], from: number, to: number): readonly unknown[] {
  if (to < 0 || to >= list.length) return list;
  return list.map((entry, nth) => (nth === from ? list[to] : nth === to ? list[from] : entry));
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((step, nth) => path[nth] === step);
}
