import { keyOf } from '@/lib/reporting/figure-key';
import { type EntryField, entryFields } from '@/lib/reporting/words';
import { type Cells, type Step, step } from './cells';

/** One field of one figure before and after a change of the typist. */
type Line = {
  readonly key: string;
  readonly field: EntryField;
  readonly before: string;
  readonly after: string;
};

/** What one undo takes back: the typing in one field, or everything that a paste filled in. */
export type Change = { readonly kind: Step['kind']; readonly lines: readonly Line[]; readonly isOpen: boolean };

/** The cells with the changes that may be undone, the last at the end, and those that may be redone. */
export type Sheet = { readonly cells: Cells; readonly past: readonly Change[]; readonly future: readonly Change[] };

/** A change of the cells, or: undo, redo, and the end of the typing in a field. */
export type SheetStep = Step | { readonly kind: 'undo' } | { readonly kind: 'redo' } | { readonly kind: 'left' };

const mostChanges = 200;

export function sheetOf(cells: Cells): Sheet {
  return { cells, past: [], future: [] };
}

/**
 * The sheet after a step. Undo and redo change only fields that still hold what the change made of them, and forget
 * every change of a figure whose text came from the server since.
 */
export function stepSheet(sheet: Sheet, one: SheetStep): Sheet {
  switch (one.kind) {
    case 'left':
      return { ...sheet, past: sheet.past.map((change) => (change.isOpen ? { ...change, isOpen: false } : change)) };
    case 'undo':
      return travel(sheet, 'past');
    case 'redo':
      return travel(sheet, 'future');
    case 'write':
    case 'fill':
    case 'revert':
      return recorded(sheet, one);
    default: {
      const cells = step(sheet.cells, one);
      return forgotten({ ...sheet, cells }, new Set(overtaken(sheet.cells, cells, one)));
    }
  }
}

/** The first field that an undo or a redo would change, to show it; undefined when there is nothing. */
export function nextLine(sheet: Sheet, kind: 'undo' | 'redo'): Line | undefined {
  return (kind === 'undo' ? sheet.past : sheet.future).at(-1)?.lines[0];
}

/** The figures whose text another person or the server changed, or may change by a decision. */
function overtaken(before: Cells, after: Cells, one: Step): string[] {
  if (one.kind === 'resolve') return [one.key];
  const conflicting = one.kind === 'saved' ? one.conflicts.map(keyOf).filter((key) => after.get(key)?.conflict) : [];
  const differing = [...after]
    .filter(([key, { entry }]) => entryFields.some((field) => entry[field] !== before.get(key)?.entry[field]))
    .map(([key]) => key);
  return [...conflicting, ...differing];
}

function forgotten(sheet: Sheet, keys: ReadonlySet<string>): Sheet {
  if (keys.size === 0) return sheet;
  const without = (changes: readonly Change[]) =>
    changes
      .map((change) => ({ ...change, lines: change.lines.filter(({ key }) => !keys.has(key)) }))
      .filter(({ lines }) => lines.length > 0);
  return { ...sheet, past: without(sheet.past), future: without(sheet.future) };
}

function recorded(sheet: Sheet, one: Step): Sheet {
  const cells = step(sheet.cells, one);
  const lines = [...cells].flatMap(([key, { entry }]) => {
    const earlier = sheet.cells.get(key)?.entry;
    if (!earlier || earlier === entry) return [];
    return entryFields
      .filter((field) => earlier[field] !== entry[field])
      .map((field) => ({ key, field, before: earlier[field], after: entry[field] }));
  });
  const [line] = lines;
  if (!line) return { ...sheet, cells };
  const last = sheet.past.at(-1);
  const [typed] = last?.lines ?? [];
  if (last?.isOpen && one.kind === 'write' && typed && typed.key === line.key && typed.field === line.field) {
    const merged = { ...last, lines: [{ ...typed, after: line.after }] };
    return { cells, past: [...sheet.past.slice(0, -1), merged], future: [] };
  }
  const change = { kind: one.kind, lines, isOpen: one.kind === 'write' };
  return { cells, past: [...sheet.past, change].slice(-mostChanges), future: [] };
}

/** Takes the last change of a list back, or does it again, and moves it to the other list. */
function travel(sheet: Sheet, from: 'past' | 'future'): Sheet {
  const change = sheet[from].at(-1);
  if (!change) return sheet;
  const [had, becomes] = from === 'past' ? (['after', 'before'] as const) : (['before', 'after'] as const);
  const lines = change.lines.filter((line) => sheet.cells.get(line.key)?.entry[line.field] === line[had]);
  const entries = new Map<string, Partial<Record<EntryField, string>>>();
  for (const line of lines) entries.set(line.key, { ...entries.get(line.key), [line.field]: line[becomes] });
  const moved = lines.length === 0 ? [] : [{ ...change, lines, isOpen: false }];
  return {
    cells: step(sheet.cells, { kind: 'fill', entries }),
    past: from === 'past' ? sheet.past.slice(0, -1) : [...sheet.past, ...moved],
    future: from === 'past' ? [...sheet.future, ...moved] : sheet.future.slice(0, -1),
  };
}
