/** The typed texts of a cell, by field. */
export type Texts = Readonly<Record<string, string>>;

/** The text of another person, or of one's own other window, in place of the one that was read. */
export type Theirs<Entry> = { readonly version: number; readonly entry: Entry };

/** A cell in the browser: what is typed, what is stored at which version, and another person's change. */
export type GridCell<Entry extends Texts, Conflict extends Theirs<Entry>> = {
  readonly entry: Entry;
  readonly saved: Entry;
  readonly version: number;
  readonly conflict: Conflict | null;
  /** The entry that this page sent last: should its answer be lost, the stored text is still known as our own. */
  readonly sent?: Entry;
};

/** An entry that was not stored, with the version that it was typed over. */
export type KeptEntry<Entry> = { readonly entry: Entry; readonly version: number };

export type GridStep<Entry extends Texts, Conflict extends Theirs<Entry>> =
  | { readonly kind: 'write'; readonly key: string; readonly field: keyof Entry & string; readonly text: string }
  | { readonly kind: 'fill'; readonly entries: ReadonlyMap<string, Partial<Entry>> }
  | { readonly kind: 'revert'; readonly key: string; readonly field: keyof Entry & string }
  | {
      readonly kind: 'saved';
      readonly sent: ReadonlyMap<string, Entry>;
      readonly versions: ReadonlyMap<string, number>;
      readonly conflicts: readonly Conflict[];
    }
  | { readonly kind: 'sending'; readonly sent: ReadonlyMap<string, Entry> }
  | { readonly kind: 'restore'; readonly kept: ReadonlyMap<string, KeptEntry<Entry>> }
  | { readonly kind: 'resolve'; readonly key: string; readonly keep: 'mine' | 'theirs' };

/** Whether two entries have different texts. */
export const differs = <Entry extends Texts>(one: Entry, other: Entry): boolean =>
  Object.keys(one).some((field) => one[field] !== other[field]);

type Any<Entry extends Texts> = GridCell<Entry, Theirs<Entry>>;

export function isDirty<Entry extends Texts>({ entry, saved, conflict }: Any<Entry>): boolean {
  return conflict === null && differs(entry, saved);
}

/** The cells that are not stored yet, without those in an undecided conflict. */
export function dirtyCells<Cell extends Any<Texts>>(cells: ReadonlyMap<string, Cell>): [string, Cell][] {
  return [...cells].filter(([, cell]) => isDirty(cell));
}

/** The cells that would be left unsaved: those not stored yet, and those in a conflict that nobody decided. */
export function unsavedCells<Cell extends Any<Texts>>(cells: ReadonlyMap<string, Cell>): [string, Cell][] {
  return [...cells].filter(([, cell]) => cell.conflict !== null || isDirty(cell));
}

/** Whether a stored text is our own, of which the answer was lost. */
function isOwn<Entry extends Texts>(cell: Any<Entry>, stored: Entry): boolean {
  return !differs(stored, cell.entry) || (cell.sent !== undefined && !differs(stored, cell.sent));
}

/** A cell with what the server has now. What is not stored yet stays, and meets a change of another person on saving. */
export function refreshed<Entry extends Texts, Cell extends Any<Entry>, More extends KeptEntry<Entry>>(
  cell: Cell,
  { entry, version, ...more }: More,
): Cell {
  if (version < cell.version || cell.conflict) return cell;
  if (!isDirty(cell)) return { ...cell, ...more, entry, saved: entry, version };
  return version === cell.version || isOwn(cell, entry) ? { ...cell, ...more, saved: entry, version } : cell;
}

/** The cells after a step; `keyOf` tells the cell of a conflict. */
export function stepCells<Entry extends Texts, Conflict extends Theirs<Entry>, Cell extends GridCell<Entry, Conflict>>(
  cells: ReadonlyMap<string, Cell>,
  one: GridStep<Entry, Conflict>,
  keyOf: (conflict: Conflict) => string,
): ReadonlyMap<string, Cell> {
  const next = new Map(cells);
  const change = (key: string, to: (cell: Cell) => Cell) => {
    const cell = next.get(key);
    if (cell) next.set(key, to(cell));
  };
  switch (one.kind) {
    case 'write':
      change(one.key, (cell) => ({ ...cell, entry: { ...cell.entry, [one.field]: one.text } }));
      break;
    case 'fill':
      for (const [key, entry] of one.entries) {
        change(key, (cell) => ({ ...cell, entry: { ...cell.entry, ...entry } }));
      }
      break;
    case 'revert':
      change(one.key, (cell) => ({ ...cell, entry: { ...cell.entry, [one.field]: cell.saved[one.field] } }));
      break;
    case 'saved':
      for (const [key, version] of one.versions) {
        change(key, (cell) => ({ ...cell, version, saved: one.sent.get(key) ?? cell.saved }));
      }
      for (const conflict of one.conflicts) {
        change(keyOf(conflict), (cell) =>
          isOwn(cell, conflict.entry)
            ? { ...cell, version: conflict.version, saved: conflict.entry }
            : { ...cell, conflict },
        );
      }
      break;
    case 'sending':
      for (const [key, sent] of one.sent) change(key, (cell) => ({ ...cell, sent }));
      break;
    case 'restore':
      for (const [key, { entry, version }] of one.kept) {
        // With the earlier version, so that the server reports what another person has changed since.
        change(key, (cell) => ({ ...cell, entry, version: Math.min(version, cell.version), conflict: null }));
      }
      break;
    case 'resolve':
      change(one.key, (cell) => {
        if (!cell.conflict) return cell;
        const { entry: theirs, version } = cell.conflict;
        return { ...cell, saved: theirs, version, conflict: null, entry: one.keep === 'mine' ? cell.entry : theirs };
      });
      break;
  }
  return next;
}
