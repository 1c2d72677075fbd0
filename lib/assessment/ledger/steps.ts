import type { EntryState } from '@/lib/assessment/words';

const order: readonly EntryState[] = ['provisional', 'proposed', 'reviewed', 'confirmed'];

/** The states whose next step is for another person than the recorder: a check or confirmation by oneself is none. */
export const awaitsAnother: readonly EntryState[] = ['proposed', 'reviewed'];

/** The next state along 预扣 → 拟定 → 复核 → 确定; null after the last and for a revoked entry. */
export function stateAfter(state: EntryState): EntryState | null {
  const at = order.indexOf(state);
  return at < 0 ? null : (order[at + 1] ?? null);
}
