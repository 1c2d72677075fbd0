'use client';

import { type Dispatch, type RefObject, useCallback, useRef, useState } from 'react';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { type Cells, cellsOf, type Step, step } from './cells';

export type CellStore = {
  readonly cells: Cells;
  /** The present cells, also before the page is rendered again, for saving. */
  readonly latest: RefObject<Cells>;
  readonly dispatch: Dispatch<Step>;
};

/** The cells of the form, initialised with the stored figures. */
export function useCells(figures: readonly FormFigure[]): CellStore {
  const [cells, setCells] = useState<Cells>(() => cellsOf(figures));
  const latest = useRef(cells);
  const dispatch = useCallback((one: Step) => {
    latest.current = step(latest.current, one);
    setCells(latest.current);
  }, []);
  return { cells, latest, dispatch };
}
