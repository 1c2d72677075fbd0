import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gridDraftsLeft, isTakenUp, keepGridDraft, offeredCells } from '@/app/ui/grid/grid-drafts';
import { sheetOf } from '@/app/ui/grid/history';
import type { GridIndicator, TargetGrid } from '@/lib/monitoring/targets/grid/words';
import type { TargetEntry } from '@/lib/monitoring/targets/words';
import { memoryStorage } from '@/lib/testing/memory-storage';
import { cellsOf, stepSheet, type TargetSheet, type TargetSheetStep } from './cells';
import { saveTargetsOnce } from './send-targets';

const indicator = (code: string): GridIndicator => ({
  ...{ code, nameZh: code, nameEn: code, unitZh: '万元', unitEn: 'units', decimals: 1 },
  ...{ measure: 'amount', direction: 'higher', basis: 'yearToDate' },
});
const empty = { b: '', s: '', v: 0, k: 'empty', c: [], o: [] } as const;
const grid: TargetGrid = {
  ...{ year: 2026, group: null, left: { units: 0, indicators: 0 }, indicators: [indicator('X')] },
  rows: ['A', 'B'].map((code) => ({ unit: { code, nameZh: code, nameEn: code }, cells: [empty] })),
};
const form = { owner: 'OFFICE', name: 'targets 2026' };
const words = { offline: '', unexpected: '', unread: 'unread' };
const typed: TargetSheetStep[] = [
  { kind: 'write', key: 'X A', field: 'base', text: '2800' },
  { kind: 'write', key: 'X A', field: 'stretch', text: '约2900' },
];

beforeEach(() => vi.stubGlobal('localStorage', memoryStorage()));
afterEach(() => vi.unstubAllGlobals());

test('of a pair the number is stored, the other text is said to be no number, and a reload offers it', async () => {
  const sent: object[] = [];
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    const { cells } = JSON.parse(body);
    sent.push(...cells);
    return Response.json({ saved: [{ unit: 'A', indicator: 'X', version: 1 }], conflicts: [], savedAt: new Date(0) });
  });
  let sheet = typed.reduce<TargetSheet>(stepSheet, sheetOf(cellsOf(grid)));
  const note = (one: TargetSheetStep) => {
    sheet = stepSheet(sheet, one);
  };
  const answer = await saveTargetsOnce(
    { year: 2026, owner: 'OFFICE' },
    { present: () => sheet.cells, note },
    words,
    false,
  );
  expect(sent).toEqual([{ unit: 'A', indicator: 'X', version: 0, base: '2800', stretch: '' }]);
  expect(answer).toMatchObject({ reason: 'unread' });
  keepGridDraft(form, 'one/1', sheet.cells);
  const [first, ...others] = grid.rows;
  const reloaded = cellsOf({
    ...grid,
    rows: [{ unit: first?.unit, cells: [{ ...empty, b: '2800', v: 1, k: 'draft' }] }, ...others],
  } as TargetGrid);
  const [left] = gridDraftsLeft<TargetEntry>(form, 'one/2');
  expect(left && offeredCells(left, reloaded)).toEqual([
    ['X A', { entry: { base: '2800', stretch: '约2900' }, version: 1 }],
  ]);
});

test('what a grid of other units left is neither offered nor forgotten', () => {
  keepGridDraft(form, 'one/1', typed.reduce<TargetSheet>(stepSheet, sheetOf(cellsOf(grid))).cells);
  const others = cellsOf({ ...grid, rows: grid.rows.slice(1) });
  const [left] = gridDraftsLeft<TargetEntry>(form, 'one/2');
  expect(left && [offeredCells(left, others), isTakenUp(left, others)]).toEqual([[], false]);
});
