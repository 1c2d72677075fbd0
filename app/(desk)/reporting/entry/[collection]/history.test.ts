import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dirtyCells } from '@/app/ui/grid/cells';
import { emptyEntry } from '@/lib/reporting/entry/words';
import { figureKey } from '@/lib/reporting/figure-key';
import type { EntryField } from '@/lib/reporting/words';
import { many } from '@/lib/testing/many';
import type { Cells } from './cells';
import { nextLine, type Sheet, type SheetStep, sheetOf, stepSheet } from './history';

const keys = ['D1 2026-M10', 'D2 2026-M10', 'D3 2026-M10'] as const;
const fields = ['typed', 'typedYoy', 'explanation'] as const;
const fresh = (): Cells =>
  new Map(
    keys.map((key) => [key, { entry: emptyEntry, saved: emptyEntry, version: 0, evidence: null, conflict: null }]),
  );
const write = (key: string, text: string, field: EntryField = 'typed'): SheetStep => ({
  kind: 'write',
  key,
  field,
  text,
});
const fill = (texts: Record<string, string>): SheetStep => ({
  kind: 'fill',
  entries: new Map(Object.entries(texts).map(([key, typed]) => [key, { typed }])),
});
const play = (...steps: SheetStep[]) => steps.reduce(stepSheet, sheetOf(fresh()));
const typedIn = ({ cells }: Sheet) => keys.map((key) => cells.get(key)?.entry.typed);
const [one, two, three] = keys;

/** The answer of a server at which another person had written into a figure. */
const conflict = (key: string, theirs: string, version = 3): SheetStep => ({
  kind: 'saved',
  sent: new Map(),
  versions: new Map(),
  conflicts: [
    {
      ...(figureKey(key) ?? { indicatorCode: '', periodCode: '' }),
      version,
      entry: { ...emptyEntry, typed: theirs },
      state: 'draft',
      isOwn: false,
      by: '乙',
      at: new Date(0),
    },
  ],
});

describe('undo', () => {
  test('after a paste takes the paste back and leaves what was typed before', () => {
    const pasted = play(
      write(one, '199.0'),
      write(one, '199.02'),
      { kind: 'left' },
      fill({ [two]: '7', [three]: '8' }),
    );
    const once = stepSheet(pasted, { kind: 'undo' });
    expect(typedIn(once)).toEqual(['199.02', '', '']);
    const twice = stepSheet(once, { kind: 'undo' });
    expect(typedIn(twice)).toEqual(['', '', '']);
    const again = [{ kind: 'redo' }, { kind: 'redo' }] as const;
    expect(typedIn(again.reduce(stepSheet, twice))).toEqual(['199.02', '7', '8']);
  });

  test('takes back the typing in one field at a time, and shows which', () => {
    const sheet = play(write(one, '1'), write(one, '12'), { kind: 'left' }, write(two, '5'), write(two, '50'));
    expect(nextLine(sheet, 'undo')).toMatchObject({ key: two, field: 'typed' });
    expect(typedIn(stepSheet(sheet, { kind: 'undo' }))).toEqual(['12', '', '']);
    expect(nextLine(sheet, 'redo')).toBeUndefined();
  });

  test('of a stored figure is sent again', () => {
    const sent = new Map([[one, { ...emptyEntry, typed: '5' }]]);
    const stored = play(write(one, '5'), { kind: 'saved', sent, versions: new Map([[one, 1]]), conflicts: [] });
    expect(dirtyCells(stored.cells)).toEqual([]);
    expect(dirtyCells(stepSheet(stored, { kind: 'undo' }).cells).map(([key]) => key)).toEqual([one]);
  });

  test('does not cross what another person wrote, and still takes back the rest of the paste', () => {
    const sheet = play(fill({ [one]: '5', [two]: '6' }), conflict(one, '9'), {
      kind: 'resolve',
      key: one,
      keep: 'theirs',
    });
    expect(typedIn(stepSheet(sheet, { kind: 'undo' }))).toEqual(['9', '', '']);
    expect(typedIn(stepSheet(stepSheet(sheet, { kind: 'undo' }), { kind: 'redo' }))).toEqual(['9', '6', '']);
  });

  test('is not stopped by an answer that brings our own text', () => {
    expect(typedIn(stepSheet(play(write(one, '5'), conflict(one, '5')), { kind: 'undo' }))).toEqual(['', '', '']);
  });
});

const key = fc.constantFrom(...keys);
const text = fc.constantFrom('', '1', '2', '3', '未报');
const steps = fc.array(
  fc.oneof(
    { arbitrary: fc.tuple(key, text, fc.constantFrom(...fields)).map(([k, t, f]) => write(k, t, f)), weight: 5 },
    { arbitrary: fc.dictionary(key, text).map(fill), weight: 2 },
    { arbitrary: fc.constantFrom<SheetStep>({ kind: 'undo' }, { kind: 'redo' }, { kind: 'left' }), weight: 6 },
    fc.tuple(key, fc.constantFrom(...fields)).map(([k, field]): SheetStep => ({ kind: 'revert', key: k, field })),
    fc.tuple(key, text, fc.integer({ min: 1, max: 9 })).map(([k, t, version]) => conflict(k, `${t}乙`, version)),
    fc
      .tuple(key, fc.constantFrom('mine' as const, 'theirs' as const))
      .map(([k, keep]): SheetStep => ({ kind: 'resolve', key: k, keep })),
  ),
  { maxLength: 40 },
);

const written = ({ cells }: Sheet) => JSON.stringify([...cells].map(([k, { entry }]) => [k, entry]));

describe('in any order of typing, pasting, undo, redo and answers of the server', () => {
  test('redo after undo restores what was there', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const sheet = play(...list);
        if (sheet.past.length === 0) return;
        const back = stepSheet(stepSheet(sheet, { kind: 'undo' }), { kind: 'redo' });
        expect(written(back)).toBe(written(sheet));
      }),
      { numRuns: many(5000, 300) },
    );
  });

  test('undoing everything leaves each figure as the server last gave it, or as it was', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const given = new Map<string, string>(keys.map((k) => [k, JSON.stringify(emptyEntry)]));
        let sheet = sheetOf(fresh());
        for (const each of list) {
          const before = sheet;
          sheet = stepSheet(sheet, each);
          const asks = each.kind === 'resolve' ? [each.key] : keys.filter((k) => newConflict(before, sheet, k));
          for (const k of asks) given.set(k, JSON.stringify(sheet.cells.get(k)?.entry));
        }
        while (sheet.past.length > 0) sheet = stepSheet(sheet, { kind: 'undo' });
        for (const k of keys) expect(JSON.stringify(sheet.cells.get(k)?.entry)).toBe(given.get(k));
      }),
      { numRuns: many(5000, 300) },
    );
  });

  test('no undo or redo changes a figure that no change of the typist had reached', () => {
    fc.assert(
      fc.property(steps, (list) => {
        let sheet = sheetOf(fresh());
        for (const each of list) {
          const before = sheet;
          sheet = stepSheet(sheet, each);
          if (each.kind !== 'undo' && each.kind !== 'redo') continue;
          const change = (each.kind === 'undo' ? before.past : before.future).at(-1);
          const reached = new Set(change?.lines.map((line) => line.key));
          for (const k of keys.filter((k) => !reached.has(k))) expect(sheet.cells.get(k)).toEqual(before.cells.get(k));
        }
      }),
      { numRuns: many(5000, 300) },
    );
  });
});

const newConflict = (before: Sheet, after: Sheet, k: string) =>
  after.cells.get(k)?.conflict !== null && after.cells.get(k)?.conflict !== before.cells.get(k)?.conflict;
