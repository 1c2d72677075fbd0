'use client';

import type { KeyboardEvent } from 'react';
import { moved, only, type Place, type Selection } from './selection';

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -10, column: 0 },
  PageDown: { row: 10, column: 0 },
};

/** Whether the cursor of a field stands so that the key leaves it: its whole text is marked, or it is at that end. */
function leaves({ selectionStart: start, selectionEnd: end, value, readOnly }: HTMLInputElement, key: string): boolean {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return true;
  if (readOnly || (start === 0 && end === value.length)) return true;
  return start === end && start === (key === 'ArrowLeft' ? 0 : value.length);
}

/**
 * Where a key leads: arrows move, with Shift they select; Enter goes down and Tab to the right, until the row ends and
 * Tab leaves the grid. Null for a key that does something else.
 */
export function ledBy(event: KeyboardEvent<HTMLElement>, selection: Selection, size: Place): Selection | null {
  const { key, shiftKey, altKey, ctrlKey, metaKey, target } = event;
  // 229 is the key of an input method, which some of them send after the composition.
  if (event.nativeEvent.isComposing || event.keyCode === 229 || altKey || ctrlKey || metaKey) return null;
  const { at, from } = selection;
  if (key === 'Enter') return only(moved(at, { row: shiftKey ? -1 : 1, column: 0 }, size));
  if (key === 'Tab') {
    const next = moved(at, { row: 0, column: shiftKey ? -1 : 1 }, size);
    return next.column === at.column ? null : only(next);
  }
  const step = steps[key];
  if (!step || (target instanceof HTMLInputElement && !shiftKey && !leaves(target, key))) return null;
  const next = moved(at, step, size);
  return shiftKey ? { at: next, from } : only(next);
}
