import { describe, expect, test } from 'vitest';
import { sheetOf } from '@/app/ui/grid/history';
import type { GridIndicator, TargetGrid } from '@/lib/monitoring/targets/grid/words';
import { cellsOf, sendable, stepSheet, type TargetSheet, type TargetSheetStep } from './cells';
import { copied, fillBlock, fillGrown, fillReaching, leads } from './filling';
import { only, type Selection } from './selection';

const indicator = (code: string): GridIndicator => ({
  ...{ code, nameZh: code, nameEn: code, unitZh: '亿元', unitEn: 'units', decimals: 1 },
  ...{ measure: 'amount', direction: 'higher', basis: 'yearToDate' },
});
const empty = { b: '', s: '', v: 0, k: 'empty', c: [], o: [] } as const;
const grid: TargetGrid = {
  ...{ year: 2026, group: null, left: { units: 0, indicators: 0 } },
  indicators: [indicator('X'), indicator('Y')],
  rows: [
    {
      unit: { code: 'A', nameZh: 'A', nameEn: 'A' },
      cells: [
        { ...empty, c: ['100', '80'] },
        { ...empty, b: '7', k: 'issued' },
      ],
    },
    { unit: { code: 'B', nameZh: 'B', nameEn: 'B' }, cells: [{ ...empty, c: ['110', '100'] }, empty] },
    { unit: { code: 'C', nameZh: 'C', nameEn: 'C' }, cells: [empty, empty] },
  ],
};
const codes = { units: ['A', 'B', 'C'], indicators: ['X', 'Y'] };
const cells = cellsOf(grid);
const all: Selection = { at: { row: 0, column: 0 }, from: { row: 2, column: 2 } };
const textsOf = (filling: { entries: ReadonlyMap<string, object> } | null) =>
  Object.fromEntries(filling?.entries ?? []);

describe('filling the chosen cells', () => {
  test('takes last year’s figure, and counts the issued and those without one', () => {
    const filling = fillGrown(all, 10, codes, cells);
    expect(textsOf(filling)).toEqual({
      'X A': { base: '110.0', stretch: '110.0' },
      'X B': { base: '121.0', stretch: '121.0' },
    });
    expect(filling).toMatchObject({ filled: 4, locked: 1, without: 4, over: 0 });
  });

  test('takes the sum of the units that merged, and nothing where last year is not comparable', () => {
    const withOther = (value: string | null) =>
      cellsOf({
        ...grid,
        rows: [
          {
            unit: { code: 'A', nameZh: 'A', nameEn: 'A' },
            cells: [
              {
                ...empty,
                c: ['120.6'],
                o: [value === null ? { kind: 'merged', value } : { kind: 'sum', value, units: [] }],
              },
              empty,
            ],
          },
          ...grid.rows.slice(1),
        ],
      });
    const one = only({ row: 0, column: 0 });
    // 134.8 × 1.06 = 142.888
    expect(textsOf(fillGrown(one, 6, codes, withOther('134.8')))).toEqual({ 'X A': { base: '142.9' } });
    expect(fillGrown(one, 6, codes, withOther(null))).toMatchObject({ filled: 0, without: 1 });
  });

  test('knows the unit that is first already', () => {
    const isAhead = (row: number) => {
      const place = { row, column: 0 };
      const cell = cells.get(`X ${codes.units[row]}`);
      return cell && leads(place, codes, cells, cell);
    };
    // Last year A had 100, B 110, C nothing.
    expect([isAhead(0), isAhead(1), isAhead(2)]).toEqual([false, true, false]);
  });

  test('takes what reaches a place among the others', () => {
    // B goes on to 121; A, by 25 %, to 125.
    const column: Selection = { at: { row: 0, column: 0 }, from: { row: 2, column: 0 } };
    expect(textsOf(fillReaching(column, 1, codes, cells))).toEqual({
      'X A': { base: '121.0' },
      'X B': { base: '125.0' },
      'X C': { base: '125.0' },
    });
  });

  test('takes a block of a spreadsheet, and leaves out what is beyond the grid', () => {
    const filling = fillBlock('1\t2\t3\n4\t5\t6\n', only({ row: 1, column: 2 }), codes, cells);
    expect(textsOf(filling)).toEqual({ 'Y B': { base: '1', stretch: '2' }, 'Y C': { base: '4', stretch: '5' } });
    expect(filling).toMatchObject({ over: 2, overTexts: ['3', '6'] });
    const named = { ...codes, named: grid.rows.map(({ unit }) => unit) };
    const byName = fillBlock('单位\t目标\nC\t7\nA\t8\t9\n其他区\t5', only({ row: 1, column: 0 }), named, cells);
    expect(textsOf(byName)).toEqual({ 'X C': { base: '7' }, 'X A': { base: '8', stretch: '9' } });
    expect(byName?.unnamed).toEqual(['单位 目标', '其他区 5']);
    expect(fillBlock('5', only({ row: 0, column: 0 }), codes, cells)).toBeNull();
    expect(fillBlock('5', all, codes, cells)?.filled).toBe(8);
    expect(copied({ at: { row: 0, column: 2 }, from: { row: 0, column: 3 } }, codes, cells)).toBe('7\t');
  });
});

describe('the sheet', () => {
  const play = (...steps: TargetSheetStep[]) => steps.reduce<TargetSheet>(stepSheet, sheetOf(cells));
  const write = (text: string, key = 'X A'): TargetSheetStep => ({ kind: 'write', key, field: 'base', text });

  test('undoes by cell, and a filling as a whole', () => {
    const typed = play(
      write('1'),
      write('12'),
      { kind: 'left' },
      { kind: 'fill', entries: fillGrown(all, 10, codes, cells).entries },
    );
    const once = stepSheet(typed, { kind: 'undo' });
    expect(once.cells.get('X A')?.entry).toEqual({ base: '12', stretch: '' });
    expect(once.cells.get('X B')?.entry.base).toBe('');
    expect(stepSheet(once, { kind: 'undo' }).cells.get('X A')?.entry.base).toBe('');
  });

  test('sends what is a number, and keeps what is none', () => {
    const { cells: typed } = play(write('12'), write('一百', 'X B'));
    expect(sendable(typed).map(({ key }) => key)).toEqual(['X A']);
  });

  test('sends the good half of a pair, and the other half once it is a number', () => {
    const stretch = (text: string): TargetSheetStep => ({ kind: 'write', key: 'X A', field: 'stretch', text });
    const half = { base: '2800', stretch: '' };
    const { cells: typed } = play(write('2800'), stretch('约2900'));
    expect(sendable(typed)).toMatchObject([{ key: 'X A', entry: half }]);
    const saved: TargetSheetStep = {
      ...{ kind: 'saved', sent: new Map([['X A', half]]), versions: new Map([['X A', 1]]), conflicts: [] },
    };
    const { cells: after } = play(write('2800'), stretch('约2900'), saved);
    expect(after.get('X A')).toMatchObject({ saved: half, entry: { base: '2800', stretch: '约2900' }, version: 1 });
    expect(sendable(after)).toEqual([]);
    const { cells: mended } = play(write('2800'), stretch('约2900'), saved, stretch('2900'));
    expect(sendable(mended)).toMatchObject([{ entry: { base: '2800', stretch: '2900' } }]);
  });

  test('shows what was issued meanwhile in place of what was typed', () => {
    const [first, ...others] = grid.rows;
    const issued = { ...empty, b: '9', k: 'issued' } as const;
    const fresh = { ...grid, rows: [{ ...first, cells: [issued, first?.cells[1]] }, ...others] } as TargetGrid;
    const { cells: after } = play(write('12'), { kind: 'refreshed', grid: fresh });
    expect(after.get('X A')).toMatchObject({ state: 'issued', entry: { base: '9' }, saved: { base: '9' } });
  });
});
