import { describe, expect, test } from 'vitest';
import { dirtyCells, unsavedCells } from '@/app/ui/grid/cells';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { emptyEntry } from '@/lib/reporting/entry/words';
import { type Cells, type Step, step } from './cells';

const key = 'D1 2026-M10';
const figure = { indicatorCode: 'D1', periodCode: '2026-M10' };
const entry = (typed: string) => ({ ...emptyEntry, typed });
const fresh: Cells = new Map([
  [key, { entry: emptyEntry, saved: emptyEntry, version: 0, evidence: null, conflict: null }],
]);
const play = (...steps: Step[]) => steps.reduce(step, fresh).get(key);
const write = (text: string): Step => ({ kind: 'write', key, field: 'typed', text });
const sending = (typed: string): Step => ({ kind: 'sending', sent: new Map([[key, entry(typed)]]) });
const from = (typed: string, version: number): Step => ({
  kind: 'refreshed',
  figures: [{ ...figure, entry: entry(typed), version, evidence: null } as unknown as FormFigure],
});
const conflict = (typed: string, version: number): Step => ({
  kind: 'saved',
  sent: new Map(),
  versions: new Map(),
  conflicts: [{ ...figure, version, entry: entry(typed), state: 'draft', isOwn: false, by: '甲', at: new Date(0) }],
});

describe('a conflict with oneself', () => {
  test('is none: the answer to an earlier save was lost, and more was typed since', () => {
    const cell = play(write('5'), sending('5'), write('57'), conflict('5', 1));
    expect(cell).toMatchObject({ conflict: null, version: 1, saved: { typed: '5' }, entry: { typed: '57' } });
    expect(dirtyCells(new Map([[key, cell as never]]))).toHaveLength(1);
  });

  test('is still one where another person wrote', () => {
    expect(play(write('5'), sending('5'), write('57'), conflict('6', 1))?.conflict).not.toBeNull();
  });

  test('is not sent again before it is decided, and is unsaved all the same', () => {
    const cells = [write('147'), conflict('146', 1)].reduce(step, fresh);
    expect([dirtyCells(cells), unsavedCells(cells).map(([at]) => at)]).toEqual([[], [key]]);
    const decided = step(cells, { kind: 'resolve', key, keep: 'theirs' });
    expect(unsavedCells(decided)).toEqual([]);
  });
});

describe('what the server sends anew', () => {
  test('is shown where nothing was typed', () => {
    expect(play(from('77', 1))).toMatchObject({ entry: { typed: '77' }, saved: { typed: '77' }, version: 1 });
  });

  test('never replaces what is typed, which keeps its version and so meets the other’s change on saving', () => {
    expect(play(write('5'), from('77', 1))).toMatchObject({ entry: { typed: '5' }, version: 0 });
  });

  test('is our own where we had sent it', () => {
    expect(play(write('5'), sending('5'), write('57'), from('5', 1))).toMatchObject({
      saved: { typed: '5' },
      version: 1,
    });
  });

  test('is left where it is older than what was saved since', () => {
    const saved: Step = {
      kind: 'saved',
      sent: new Map([[key, entry('5')]]),
      versions: new Map([[key, 2]]),
      conflicts: [],
    };
    expect(play(write('5'), saved, from('', 1))).toMatchObject({ entry: { typed: '5' }, version: 2 });
  });
});

test('what was kept in the browser comes back with its version, so that no other text is overwritten', () => {
  const restore = (version: number): Step => ({
    kind: 'restore',
    kept: new Map([[key, { entry: entry('9'), version }]]),
  });
  expect(play(from('77', 3), restore(2))).toMatchObject({ entry: { typed: '9' }, saved: { typed: '77' }, version: 2 });
  expect(play(from('77', 3), restore(8))).toMatchObject({ version: 3 });
});
