import { fullOf } from '@/lib/assessment/schemes/document/nodes';
import type { SchemeBlock } from '@/lib/assessment/schemes/document/scheme';
import { noise } from '@/lib/statistics/noise';

/** A part of a block: its share in percent, null for none; pending ones are waited for, others may earn nothing. */
export type Part = { readonly weight: number; readonly share: number | null; readonly isPending: boolean };

export type Aggregated = {
  /** Of the block's full score; null when no part has a score. */
  readonly score: number | null;
  /** The weight that was given to the other parts. */
  readonly rebased: number;
};

/**
 * One score of the parts of a block. Parts without a score give their weight to the others where the block says so, and
 * always while they are pending; else they count as nothing.
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
  // A geometric or harmonic mean with a part that earned nothing is nothing. A share that ought to be nothing may be a few
  // last digits above it, and its logarithm would be far from that of nothing.
  if (parts.some(({ share }) => (share ?? 0) <= noise)) return 0;
  if (by === 'geometric') {
    return Math.exp(parts.reduce((sum, { weight, share }) => sum + weight * Math.log(share ?? 0), 0) / weights);
  }
  return weights / parts.reduce((sum, { weight, share }) => sum + weight / (share ?? 0), 0);
}
