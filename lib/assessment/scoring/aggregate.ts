import { fullOf } from '@/lib/assessment/schemes/document/nodes';
import type { SchemeBlock } from '@/lib/assessment/schemes/document/scheme';
import { noise } from '@/lib/statistics/noise';

/** A part of a block: its share in percent, null for none; a pending part never counts as zero. */
export type Part = { readonly weight: number; readonly share: number | null; readonly isPending: boolean };

export type Aggregated = {
  /** In points of the block's full score; null when no part has a score. */
  readonly score: number | null;
  /** The weight that was passed on to other parts. */
  readonly rebased: number;
};

/**
 * Aggregates the parts of a block to one score. The weight of parts without a score goes to the others where the block
 * renormalises, and always while they are pending; else they count as zero.
 */
export function aggregate(block: SchemeBlock, parts: readonly Part[]): Aggregated {
  const full = fullOf(block);
  let [all, kept, dropped, scored] = [0, 0, 0, 0];
  for (const { weight, share, isPending } of parts) {
    all += weight;
    if (share !== null) scored += 1;
    if (share === null && (isPending || block.renormalise)) dropped += weight;
    else kept += weight;
  }
  if (scored === 0) return { score: null, rebased: 0 };
  const counted = parts.filter(({ share, isPending }) => share !== null || !(isPending || block.renormalise));
  if (block.aggregation === 'sum') {
    const points = counted.reduce((sum, { weight, share }) => sum + (weight * (share ?? 0)) / 100, 0);
    return { score: dropped === 0 ? points : points * (all / kept), rebased: dropped };
  }
  return { score: (full * meanShare(block.aggregation, counted, kept)) / 100, rebased: dropped };
}

function meanShare(by: 'arithmetic' | 'geometric' | 'harmonic', parts: readonly Part[], weights: number): number {
  if (by === 'arithmetic') return parts.reduce((sum, { weight, share }) => sum + weight * (share ?? 0), 0) / weights;
  // A geometric or harmonic mean is zero when any part is. A share that ought to be nothing may be a few
  // last digits above it, and its logarithm would be far from that of nothing.
  if (parts.some(({ share }) => (share ?? 0) <= noise)) return 0;
  if (by === 'geometric') {
    return Math.exp(parts.reduce((sum, { weight, share }) => sum + weight * Math.log(share ?? 0), 0) / weights);
  }
  return weights / parts.reduce((sum, { weight, share }) => sum + weight / (share ?? 0), 0);
}
