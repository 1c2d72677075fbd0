import type { Outcome, Prepared } from '@/lib/assessment/methods/kit/peers';
import { reaches } from '@/lib/statistics/noise';
import type { Banded } from './schema';

/**
 * 分档计分: bands by their least value, listed in any order. Letters of the unit: lower, lowerShare, and with interpolation
 * upper, upperShare.
 */
export function prepareBanded(method: Banded): Prepared {
  const sorted = { ...method, bands: ascendingBands(method) };
  return { basis: { terms: {}, setBy: {}, notes: [] }, usesExtremes: false, of: (_, x) => inBand(sorted, x) };
}

export function bandedOutcome(method: Banded, x: number): Outcome {
  return inBand({ ...method, bands: ascendingBands(method) }, x);
}

function ascendingBands({ bands }: Banded): Banded['bands'] {
  return [...bands].sort((a, b) => a.atLeast - b.atLeast);
}

function inBand({ bands: ascending, below, interpolate }: Banded, x: number): Outcome {
  const at = ascending.findLastIndex(({ atLeast }) => reaches(x, atLeast, 'higher'));
  const lower = ascending[at];
  if (!lower) return { share: below };
  const upper = ascending[at + 1];
  const terms = { lower: lower.atLeast, lowerShare: lower.share };
  if (!interpolate || !upper) return { share: lower.share, terms };
  const part = (x - lower.atLeast) / (upper.atLeast - lower.atLeast);
  return {
    share: lower.share + part * (upper.share - lower.share),
    terms: { ...terms, upper: upper.atLeast, upperShare: upper.share },
  };
}
