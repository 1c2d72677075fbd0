'use client';

import { type Dispatch, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { type Cells, cellsOf } from './cells';
import { type Sheet, type SheetStep, sheetOf, stepSheet } from './history';

export type CellStore = {
  readonly cells: Cells;
  readonly sheet: Sheet;
  /** The present sheet, also before the page is rendered again, for saving. */
  readonly latest: RefObject<Sheet>;
  readonly dispatch: Dispatch<SheetStep>;
};

/** The cells of the form, initialised with the stored figures and renewed when the server sends them again. */
export function useCells(figures: readonly FormFigure[]): CellStore {
  const [sheet, setSheet] = useState<Sheet>(() => sheetOf(cellsOf(figures)));
  const latest = useRef(sheet);
  const dispatch = useCallback((one: SheetStep) => {
    latest.current = stepSheet(latest.current, one);
    setSheet(latest.current);
  }, []);
  const known = useRef(figures);
  useEffect(() => {
    if (known.current === figures) return;
    known.current = figures;
    dispatch({ kind: 'refreshed', figures });
  }, [figures, dispatch]);
  return { cells: sheet.cells, sheet, latest, dispatch };
}
