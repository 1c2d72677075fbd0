'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { sheetOf } from '@/app/ui/grid/history';
import type { TargetGrid } from '@/lib/monitoring/targets/grid/words';
import { cellsOf, isOpen, stepSheet, type TargetCells, type TargetSheet, type TargetSheetStep } from './cells';

/** The cells of the grid, begun with what is stored and renewed when the server sends it again. */
export function useTargetCells(grid: TargetGrid) {
  const [sheet, setSheet] = useState<TargetSheet>(() => sheetOf(cellsOf(grid)));
  const latest = useRef(sheet);
  const dispatch = useCallback((one: TargetSheetStep) => {
    latest.current = stepSheet(latest.current, one);
    setSheet(latest.current);
  }, []);
  const known = useRef(grid);
  useEffect(() => {
    if (known.current === grid) return;
    known.current = grid;
    dispatch({ kind: 'refreshed', grid });
  }, [grid, dispatch]);
  return { cells: sheet.cells, sheet, latest, dispatch };
}

/** The keys of the cells that may be typed in. */
export function useOpenCells(cells: TargetCells): ReadonlySet<string> {
  return useMemo(() => new Set([...cells].flatMap(([key, cell]) => (isOpen(cell) ? [key] : []))), [cells]);
}
