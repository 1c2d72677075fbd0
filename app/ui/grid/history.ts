import type { Texts } from './cells';

/** One field of one cell before and after a change of the typist. */
type Line = { readonly key: string; readonly field: string; readonly before: string; readonly after: string };

/** What one undo takes back: the typing in one field, or everything that a paste filled in. */
type Change = { readonly kind: string; readonly lines: readonly Line[]; readonly isOpen: boolean };

/** The cells with the changes that may be undone, the last at the end, and those that may be redone. */
export type Sheet<Cells> = {
  readonly cells: Cells;
  readonly past: readonly Change[];
  readonly future: readonly Change[];
};

/** Undo, redo, and the end of the typing in a field. */
export type HistoryStep = { readonly kind: 'undo' } | { readonly kind: 'redo' } | { readonly kind: 'left' };

const mostChanges = 200;

export function sheetOf<Cells>(cells: Cells): Sheet<Cells> {
  return { cells, past: [], future: [] };
}

/** The first field that an undo or a redo would change, to show it; undefined when there is nothing. */
export function nextLine(sheet: Sheet<unknown>, kind: 'undo' | 'redo'): Line | undefined {
  return (kind === 'undo' ? sheet.past : sheet.future).at(-1)?.lines[0];
}

type Cells<Entry> = ReadonlyMap<string, { readonly entry: Entry; readonly conflict: unknown }>;
type Fill<Entry> = { readonly kind: 'fill'; readonly entries: ReadonlyMap<string, Partial<Entry>> };

/** How the cells of a grid change: by a step, and whose text a step may replace by another person's. */
export type CellRules<Entry extends Texts, All extends Cells<Entry>, Step extends { readonly kind: string }> = {
  readonly step: (cells: All, one: Step | Fill<Entry>) => All;
  /** The keys of the cells that a step finds changed by another person. */
  readonly conflicting: (one: Step) => readonly string[];
};

const typing: readonly string[] = ['write', 'fill', 'revert'];
const isHistory = (one: { readonly kind: string }): one is HistoryStep =>
  one.kind === 'undo' || one.kind === 'redo' || one.kind === 'left';

/**
 * The sheet after a step. Undo and redo change only fields that still hold what the change made of them, and forget
 * every change of a cell whose text came from the server since.
 */
export function stepSheetBy<
  Entry extends Texts,
  All extends Cells<Entry>,
  Step extends { readonly kind: string; readonly key?: string },
>(rules: CellRules<Entry, All, Step>, sheet: Sheet<All>, one: Step | HistoryStep): Sheet<All> {
  if (isHistory(one)) {
    if (one.kind !== 'left') return travel(rules, sheet, one.kind === 'undo' ? 'past' : 'future');
    return { ...sheet, past: sheet.past.map((change) => (change.isOpen ? { ...change, isOpen: false } : change)) };
  }
  const cells = rules.step(sheet.cells, one);
  if (typing.includes(one.kind)) return recorded(sheet, cells, one.kind);
  return forgotten({ ...sheet, cells }, new Set(overtaken(rules, sheet.cells, cells, one)));
}

/** The cells whose text another person or the server changed, or may change by a decision. */
function overtaken<Entry extends Texts, All extends Cells<Entry>, Step extends { kind: string; key?: string }>(
  rules: CellRules<Entry, All, Step>,
  before: All,
  after: All,
  one: Step,
): string[] {
  if (one.kind === 'resolve') return one.key === undefined ? [] : [one.key];
  const conflicting = rules.conflicting(one).filter((key) => after.get(key)?.conflict);
  const differing = [...after].flatMap(([key, { entry }]) => {
    const earlier = before.get(key)?.entry;
    return earlier === entry || !Object.keys(entry).some((field) => entry[field] !== earlier?.[field]) ? [] : [key];
  });
  return [...conflicting, ...differing];
}

function forgotten<All>(sheet: Sheet<All>, keys: ReadonlySet<string>): Sheet<All> {
  if (keys.size === 0) return sheet;
  const without = (changes: readonly Change[]) =>
    changes
      .map((change) => ({ ...change, lines: change.lines.filter(({ key }) => !keys.has(key)) }))
      .filter(({ lines }) => lines.length > 0);
  return { ...sheet, past: without(sheet.past), future: without(sheet.future) };
}

function recorded<Entry extends Texts, All extends Cells<Entry>>(
  sheet: Sheet<All>,
  cells: All,
  kind: string,
): Sheet<All> {
  const lines = [...cells].flatMap(([key, { entry }]) => {
    const earlier = sheet.cells.get(key)?.entry;
    if (!earlier || earlier === entry) return [];
    return Object.keys(entry)
      .filter((field) => earlier[field] !== entry[field])
      .map((field) => ({ key, field, before: earlier[field] ?? '', after: entry[field] ?? '' }));
  });
  const [line] = lines;
  if (!line) return { ...sheet, cells };
  const last = sheet.past.at(-1);
  const [typed] = last?.lines ?? [];
  if (last?.isOpen && kind === 'write' && typed && typed.key === line.key && typed.field === line.field) {
    const merged = { ...last, lines: [{ ...typed, after: line.after }] };
    return { cells, past: [...sheet.past.slice(0, -1), merged], future: [] };
  }
  const change = { kind, lines, isOpen: kind === 'write' };
  return { cells, past: [...sheet.past, change].slice(-mostChanges), future: [] };
}

/** Takes the last change of a list back, or does it again, and moves it to the other list. */
function travel<Entry extends Texts, All extends Cells<Entry>, Step extends { readonly kind: string }>(
  rules: CellRules<Entry, All, Step>,
  sheet: Sheet<All>,
  from: 'past' | 'future',
): Sheet<All> {
  const change = sheet[from].at(-1);
  if (!change) return sheet;
  const [had, becomes] = from === 'past' ? (['after', 'before'] as const) : (['before', 'after'] as const);
  const lines = change.lines.filter((line) => sheet.cells.get(line.key)?.entry[line.field] === line[had]);
  const entries = new Map<string, Partial<Entry>>();
  for (const line of lines) {
    entries.set(line.key, { ...entries.get(line.key), [line.field]: line[becomes] } as Partial<Entry>);
  }
  const moved = lines.length === 0 ? [] : [{ ...change, lines, isOpen: false }];
  return {
    cells: rules.step(sheet.cells, { kind: 'fill', entries }),
    past: from === 'past' ? sheet.past.slice(0, -1) : [...sheet.past, ...moved],
    future: from === 'past' ? [...sheet.future, ...moved] : sheet.future.slice(0, -1),
  };
}
