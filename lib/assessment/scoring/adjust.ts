import type { Note } from '@/lib/assessment/words';
import type { InputEntry } from './inputs';
import type { Adjustment } from './words';

/**
 * The sum of bonuses and of deductions about one node, each limited by the node's cap. Points are on the node's own
 * scale.
 */
export function adjustmentOf(
  node: string,
  entries: readonly InputEntry[],
  capKind: 'itemCap' | 'blockCap',
  cap: number | null,
): { readonly up: number; readonly down: number; readonly adjustment: Adjustment } | null {
  const counted = entries.filter(({ kind }) => kind === 'bonus' || kind === 'deduction');
  if (counted.length === 0) return null;
  const asked = { up: sumOf(counted, 'bonus'), down: sumOf(counted, 'deduction') };
  const [up, down] = cap === null ? [asked.up, asked.down] : [Math.min(asked.up, cap), Math.min(asked.down, cap)];
  const notes: Note[] = [];
  if (up > 0) notes.push({ kind: 'bonus', values: { points: up } });
  if (down > 0) notes.push({ kind: 'deduction', values: { points: down } });
  if (cap !== null && (up < asked.up || down < asked.down)) notes.push({ kind: capKind, values: { cap } });
  const ids = counted.map(({ id }) => id);
  return { up, down, adjustment: { node, points: up - down, asked: asked.up - asked.down, entries: ids, notes } };
}

function sumOf(entries: readonly InputEntry[], of: 'bonus' | 'deduction'): number {
  return entries.reduce((sum, { kind, points }) => (kind === of ? sum + points : sum), 0);
}
