import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onTaken, placeOf } from '@/app/ui/forms/drafts';
import { differs, dirtyCells } from '@/app/ui/grid/cells';
import { type GridDraft, gridDraftsLeft, keepGridDraft, offeredCells, takeFromDraft } from '@/app/ui/grid/grid-drafts';
import { ownerHeader } from '@/lib/access/words';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { emptyEntry } from '@/lib/reporting/entry/words';
import { keyOf } from '@/lib/reporting/figure-key';
import type { FigureEntry } from '@/lib/reporting/words';
import { many } from '@/lib/testing/many';
import { memoryStorage } from '@/lib/testing/memory-storage';
import { cellsOf } from './cells';
import { draftedReturn } from './entry-drafts';
import { type Sheet, type SheetStep, sheetOf, stepSheet } from './history';
import { saveOnce } from './send-cells';

const units = ['JIA', 'YI'] as const;
type Unit = (typeof units)[number];
const codes = ['D1', 'D2', 'D3'] as const;
const figureOf = (indicatorCode: string) => ({ indicatorCode, periodCode: '2026-M10' });
const keys = codes.map((code) => keyOf(figureOf(code)));

/** A server with a return for each unit, of which one account is signed in, and the line to it. */
class World {
  session: Unit | null = 'JIA';
  line: 'up' | 'down' | 'losesAnswers' = 'up';
  /** Every stored entry by unit and figure; the version is its place, beginning with 1. */
  readonly log = new Map<string, FigureEntry[]>();

  stored(unit: Unit, key: string): FigureEntry[] {
    const name = `${unit} ${key}`;
    const list = this.log.get(name) ?? [];
    this.log.set(name, list);
    return list;
  }

  figures(unit: Unit): FormFigure[] {
    return codes.map((code) => {
      const list = this.stored(unit, keyOf(figureOf(code)));
      const entry = list.at(-1) ?? emptyEntry;
      return {
        ...figureOf(code),
        entry,
        version: list.length,
        evidence: null,
        canWrite: true,
      } as unknown as FormFigure;
    });
  }

  /** The door and the command, as `give-command.ts` and `save-figures.ts` have them. */
  readonly fetch = async (_path: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
    if (this.line === 'down') throw new Error('offline');
    const asked: { unitCode: Unit; cells: (ReturnType<typeof figureOf> & { version: number; entry: FigureEntry })[] } =
      JSON.parse(body);
    if (this.session === null)
      return new Response('请登录', { status: 403, headers: { 'content-type': 'text/plain' } });
    if (headers[ownerHeader] !== this.session || asked.unitCode !== this.session)
      return new Response('另一个账号', { status: 409, headers: { 'content-type': 'text/plain' } });
    const saved: object[] = [];
    const conflicts: object[] = [];
    for (const { version, entry, ...figure } of asked.cells) {
      const list = this.stored(asked.unitCode, keyOf(figure));
      if (list.length === version) {
        if (differs(entry, list.at(-1) ?? emptyEntry)) list.push(entry);
        saved.push({ ...figure, version: list.length });
      } else conflicts.push({ ...figure, version: list.length, entry: list.at(-1), state: 'draft', by: '', at: 0 });
    }
    if (this.line === 'losesAnswers') throw new Error('offline');
    return Response.json({ saved, conflicts, savedAt: new Date(0) });
  };
}

let visits = 0;

/** A tab with the form of the unit that was signed in when it was opened. */
class Tab {
  sheet: Sheet;
  left: GridDraft<FigureEntry>[];
  readonly visit: string;
  readonly form: { collectionId: string; unitCode: Unit; owner: string };

  readonly world: World;
  readonly unit: Unit;
  /** Ends the listening of this tab. */
  readonly end: () => void;

  constructor(world: World, unit: Unit) {
    this.world = world;
    this.unit = unit;
    this.form = { collectionId: 'c', unitCode: unit, owner: unit };
    this.sheet = sheetOf(cellsOf(world.figures(unit)));
    visits += 1;
    this.visit = `${visits}`;
    const grid = draftedReturn(this.form);
    this.left = gridDraftsLeft(grid, this.visit);
    this.end = onTaken(
      grid.owner,
      () => placeOf(grid.name, this.visit),
      () => this.keep(),
    );
  }

  keep(): void {
    keepGridDraft(draftedReturn(this.form), this.visit, this.sheet.cells);
  }

  act(one: SheetStep): void {
    this.sheet = stepSheet(this.sheet, one);
    this.keep();
  }

  async save(isLeaving = false): Promise<void> {
    if (dirtyCells(this.sheet.cells).length === 0) return;
    const cells = { present: () => this.sheet.cells, note: (one: SheetStep) => this.act(one) };
    await saveOnce(this.form, cells, { offline: '', unexpected: '' }, { isLeaving });
  }

  /** Puts back what the first of the earlier visits left. */
  restore(): void {
    const [first, ...others] = this.left.filter((left) => offeredCells(left, this.sheet.cells).length > 0);
    if (!first) return;
    this.act({ kind: 'restore', kept: new Map(offeredCells(first, this.sheet.cells)) });
    takeFromDraft(draftedReturn(this.form), first, new Set(this.sheet.cells.keys()));
    this.left = others;
  }
}

type Move =
  | { do: 'type'; key: string; field: 'typed' | 'note' }
  | { do: 'paste'; keys: string[] }
  | { do: 'undo' | 'redo' | 'left' | 'save' | 'back' | 'close' | 'crash' | 'refresh' | 'restore' | 'discard' }
  | { do: 'resolve'; key: string; keep: 'mine' | 'theirs' }
  | { do: 'signIn'; unit: Unit }
  | { do: 'signOut' }
  | { do: 'line'; is: World['line'] };
const key = fc.constantFrom(...keys);
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    arbitrary: fc.record({ do: fc.constant('type' as const), key, field: fc.constantFrom('typed', 'note') }),
    weight: 8,
  },
  { arbitrary: fc.record({ do: fc.constant('paste' as const), keys: fc.array(key, { maxLength: 3 }) }), weight: 2 },
  {
    arbitrary: fc.record({
      do: fc.constantFrom('undo', 'redo', 'left', 'save', 'back', 'close', 'crash', 'refresh', 'restore'),
    }),
    weight: 12,
  },
  {
    arbitrary: fc.record({ do: fc.constant('resolve' as const), key, keep: fc.constantFrom('mine', 'theirs') }),
    weight: 2,
  },
  { arbitrary: fc.record({ do: fc.constant('signIn' as const), unit: fc.constantFrom(...units) }), weight: 2 },
  fc.constant({ do: 'signOut' as const }),
  {
    arbitrary: fc.record({ do: fc.constant('line' as const), is: fc.constantFrom('up', 'up', 'down', 'losesAnswers') }),
    weight: 2,
  },
) as fc.Arbitrary<Move>;
const moves = fc.array(fc.tuple(fc.constantFrom(0, 1), move), { maxLength: 40 });

let typed = 0;
const newText = (unit: Unit) => {
  typed += 1;
  return `${unit}:${typed}`;
};

/** The texts that the tab holds and the server has not acknowledged. */
const openTexts = (tab: Tab) =>
  [...tab.sheet.cells]
    .filter(([, { entry, saved }]) => differs(entry, saved))
    .map(([k, { entry }]) => [k, entry] as const);

/** Fails where something typed is neither stored for its unit nor kept for its account. */
function expectNothingLost(world: World, tab: Tab, open: ReturnType<typeof openTexts>): void {
  const kept = gridDraftsLeft<FigureEntry>(draftedReturn(tab.form), '').map(({ draft }) => draft.content);
  for (const [k, entry] of open) {
    const isStored = world.stored(tab.unit, k).some((one) => !differs(one, entry));
    const isKept = kept.some((cells) => cells[k] && !differs(cells[k].entry, entry));
    expect(isStored || isKept, `${k} ${JSON.stringify(entry)}`).toBe(true);
  }
}

/** Fails where the server has in one unit what was typed in another, or a tab calls saved what the server has not. */
function expectTruth(world: World, tabs: readonly Tab[]): void {
  for (const unit of units)
    for (const k of keys)
      for (const { typed: text, note } of world.stored(unit, k))
        for (const each of [text, note]) expect(each === '' || each.startsWith(unit)).toBe(true);
  for (const tab of tabs)
    for (const [k, { saved, version }] of tab.sheet.cells) {
      const known = version === 0 ? emptyEntry : world.stored(tab.unit, k)[version - 1];
      // What was put back keeps the earlier version, so that the server compares it.
      const later = world.stored(tab.unit, k).slice(version);
      expect([known, ...later].some((one) => one && !differs(one, saved))).toBe(true);
    }
}

/** Tells the open tabs what was written to the store, as a browser does when the one that wrote has ended its work. */
let tell = () => {};

async function play(list: readonly (readonly [number, Move])[]): Promise<void> {
  const world = new World();
  vi.stubGlobal('fetch', world.fetch);
  const tabs = [new Tab(world, 'JIA'), new Tab(world, 'JIA')];
  for (const [at, one] of list) {
    const tab = tabs[at];
    if (!tab) continue;
    const open = openTexts(tab);
    if (one.do === 'type') tab.act({ kind: 'write', key: one.key, field: one.field, text: newText(tab.unit) });
    else if (one.do === 'paste')
      tab.act({ kind: 'fill', entries: new Map(one.keys.map((k) => [k, { typed: newText(tab.unit) }])) });
    else if (one.do === 'undo' || one.do === 'redo' || one.do === 'left') tab.act({ kind: one.do });
    else if (one.do === 'resolve') tab.act({ kind: 'resolve', key: one.key, keep: one.keep });
    else if (one.do === 'save') await tab.save();
    else if (one.do === 'refresh') {
      if (world.session === tab.unit) tab.act({ kind: 'refreshed', figures: world.figures(tab.unit) });
    } else if (one.do === 'restore') tab.restore();
    else if (one.do === 'signIn') world.session = one.unit;
    else if (one.do === 'signOut') world.session = null;
    else if (one.do === 'line') world.line = one.is;
    else {
      if (one.do !== 'crash') await tab.save(one.do === 'close');
      expectNothingLost(world, tab, open);
      tab.end();
      tabs[at] = new Tab(world, world.session ?? tab.unit);
    }
    tell();
    expectTruth(world, tabs);
  }
  for (const tab of tabs) tab.end();
}

beforeEach(() => {
  const [store, windows] = [memoryStorage(), new EventTarget()];
  const written: [string, string][] = [];
  vi.stubGlobal('localStorage', {
    ...store,
    get length() {
      return store.length;
    },
    setItem(key: string, newValue: string) {
      store.setItem(key, newValue);
      written.push([key, newValue]);
    },
  });
  vi.stubGlobal('addEventListener', windows.addEventListener.bind(windows));
  vi.stubGlobal('removeEventListener', windows.removeEventListener.bind(windows));
  tell = () => {
    for (const [key, newValue] of written.splice(0))
      windows.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
  };
});
afterEach(() => vi.unstubAllGlobals());

test('in any order of typing, undo, leaving, other accounts and lost lines nothing is lost or stored elsewhere', async () => {
  await fc.assert(
    fc.asyncProperty(moves, async (list) => {
      localStorage.clear();
      await play(list);
    }),
    { numRuns: many(5000, 500) },
  );
});

test('what an open tab typed after another one read it is not forgotten with what was put back there', async () => {
  const key = keyOf(figureOf('D1'));
  const type = { do: 'type', key, field: 'typed' } as const;
  await play([
    [0, type],
    [1, { do: 'close' }],
    [0, type],
    [1, { do: 'restore' }],
    [0, { do: 'crash' }],
  ]);
});

test('what was put back in another tab and typed over there is still kept for the tab that shows it', async () => {
  const key = keyOf(figureOf('D1'));
  const type = { do: 'type', key, field: 'typed' } as const;
  await play([
    [0, type],
    [1, { do: 'back' }],
    [1, { do: 'restore' }],
    [1, type],
    [0, { do: 'crash' }],
  ]);
});
