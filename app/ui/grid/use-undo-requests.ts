'use client';

import { type RefObject, useEffect } from 'react';

export type Direction = 'undo' | 'redo';

/** The direction of a key: Ctrl+Z, Ctrl+Y or Ctrl+Shift+Z, with the command key on a Mac. */
function directionOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): Direction | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : null;
}

/** Undo and redo of a grid in place of the browser's, which knows nothing of a paste and would change another field. */
export function useUndoRequests(grid: RefObject<HTMLElement | null>, travel: (direction: Direction) => void): void {
  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    const take = (event: Event, direction: Direction | null) => {
      if (!direction) return;
      event.preventDefault();
      travel(direction);
    };
    const onKey = (event: KeyboardEvent) => !event.isComposing && take(event, directionOf(event));
    // The menus of the browser and of telephones ask for the same without a key.
    const onInput = (event: InputEvent) =>
      take(event, event.inputType === 'historyUndo' ? 'undo' : event.inputType === 'historyRedo' ? 'redo' : null);
    element.addEventListener('keydown', onKey);
    element.addEventListener('beforeinput', onInput);
    return () => {
      element.removeEventListener('keydown', onKey);
      element.removeEventListener('beforeinput', onInput);
    };
  }, [grid, travel]);
}
