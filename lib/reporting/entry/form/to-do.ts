import type { ReturnHead } from '@/lib/reporting/entry/form/words';

/** Whether the reporter has work to do on a return now. */
export function isToDo({ state, isOpen }: Pick<ReturnHead, 'state' | 'isOpen'>): boolean {
  return state === 'returned' || ((state === 'empty' || state === 'draft') && isOpen);
}

/** Whether the office reminded of a return that is still not submitted. */
export function isReminded({ state, reminder }: Pick<ReturnHead, 'state' | 'reminder'>): boolean {
  return reminder !== '' && (state === 'empty' || state === 'draft');
}
