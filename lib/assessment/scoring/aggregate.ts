import { fullOf } from '@/lib/assessment/schemes/document/nodes';
import type { SchemeBlock } from '@/lib/assessment/schemes/document/scheme';
import { noise } from '@/lib/statistics/noise';

/**
 * A part of a block: its share in percent without adjustments, null for none, and its adjustments in points of its
 * weight. A part that waits, or that has no target, never counts as zero; a missing one lacks a figure
 * that should be there.
 */
export type Part = {
  readonly weight: number;
  readonly share: number | null;
  readonly extra: number;
  readonly isPending: boolean;
  readonly isMissing: boolean;
};

export type Aggregated = {
  /** In points of the block's full score, without adjustments; null for no score. */
  readonly score: number | null;
  /** The adjustments of its parts, in points of the block's full score. A weight that is passed on moves none of them. */
  readonly extra: number;
  /** The weight that was passed on to other parts. */
  readonly rebased: number;
};

/**
 * Aggregates the parts of a block to one score. The weight of parts without a score goes to the others where the block
 * renormalises, and always while they are pending; else they count as zero, even if all of them are missing. A mean
 * that is not arithmetic has its adjustments in the shares of its parts.
 */
export function aggregate(block: SchemeBlock, parts: readonly Part[]): Aggregated {
  const full = fullOf(block);
  let [all, kept, dropped, extra] = [0, 0, 0, 0];
  let isScored = false;
  for (const { weight, share, isPending, isMissing, ...part } of parts) {
    all += weight;
    extra += part.extra;
    isScored ||= share !== null || (isMissing && !isPending && !block.renormalise);
    if (share === null && (isPending || block.renormalise)) dropped += weight;
    else kept += weight;
  }
  if (!isScored) return { score: null, extra: 0, rebased: 0 };
  const counted = parts.filter(({ share, isPending }) => share !== null || !(isPending || block.renormalise));
  if (block.aggregation === 'sum') {
    const points = counted.reduce((sum, { weight, share }) => sum + (weight * (share ?? 0)) / 100, 0);
    return { score: dropped === 0 ? points : points * (all / kept), extra, rebased: dropped };
  }
  if (block.aggregation === 'arithmetic') {
    const mean = counted.reduce((sum, { weight, share }) => sum + weight * (share ?? 0), 0) / kept;
    return { score: (full * mean) / 100, extra: extra * (full / all), rebased: dropped };
  }
  const adjusted = counted.map((part) => ({
    ...part,
    share: part.share === null ? null : part.share + (part.extra / part.weight) * 100,
  }));
  return { score: (full * meanShare(block.aggregation, adjusted, kept)) / 100, extra: 0, rebased: dropped };
}

function meanShare(by: 'geometric' | 'harmonic', parts: readonly Part[], weights: number): number {
  // A geometric or harmonic mean is zero when any part is. A share that ought to be nothing may be a few
  // last digits above it, and its logarithm would be far from that of nothing.
  if (parts.some(({ share }) => (share ?? 0) <= noise)) return 0;
  if (by === 'geometric') {
    return Math.exp(parts.reduce((sum, { weight, share }) => sum + weight * Math.log(share ?? 0), 0) / weights);
  }
  return weights / parts.reduce((sum, { weight, share }) => sum + weight / (share ?? 0), 0);
}
