import type { EntryState } from '@/lib/assessment/words';

const order: readonly EntryState[] = ['provisional', 'proposed', 'reviewed', 'confirmed'];

/** 预扣 → 拟定 → 复核 → 确定: the state after one; null at the end and for what was revoked. */
export function stateAfter(state: EntryState): EntryState | null {
  const at = order.indexOf(state);
  return at < 0 ? null : (order[at + 1] ?? null);
}
