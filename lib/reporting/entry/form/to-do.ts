import type { ReturnHead } from '@/lib/reporting/entry/form/words';

/** Whether the reporter has work to do on a return now. */
export function isToDo({ state, isOpen }: Pick<ReturnHead, 'state' | 'isOpen'>): boolean {
  return state === 'returned' || ((state === 'empty' || state === 'draft') && isOpen);
}
