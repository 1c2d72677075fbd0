'use client';

import { type Dispatch, type RefObject, useCallback } from 'react';
import { type Direction, useUndoRequests } from '@/app/ui/grid/use-undo-requests';
import { nextLine, type Sheet, type SheetStep } from './history';

/**
 * Undo and redo of the grid in place of the browser's, which knows nothing of a paste and would change another field.
 * Returns the function that does either, and moves the focus to what changed.
 */
export function useUndoKeys(
  grid: RefObject<HTMLElement | null>,
  parts: { latest: RefObject<Sheet>; dispatch: Dispatch<SheetStep>; look: () => void },
): (direction: Direction) => void {
  const { latest, dispatch, look } = parts;
  const travel = useCallback(
    (direction: Direction) => {
      const line = nextLine(latest.current, direction);
      if (!line) return;
      dispatch({ kind: direction });
      look();
      grid.current?.querySelector<HTMLElement>(`[name="${CSS.escape(`${line.field}:${line.key}`)}"]`)?.focus();
    },
    [grid, latest, dispatch, look],
  );
  useUndoRequests(grid, travel);
  return travel;
}
