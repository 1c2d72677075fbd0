import type { Method } from '@/lib/assessment/schemes/document/methods';
import type { Outcome, Prepared } from './peers';

type Tiered = Extract<Method, { kind: 'tieredEfficacy' }>;
type Banded = Extract<Method, { kind: 'banded' }>;

/** Methods by a table of values, which need nothing but the value. */
export function tabled(method: Tiered | Banded): Prepared {
  const sorted = method.kind === 'banded' ? { ...method, bands: ascendingBands(method) } : method;
  const of =
    sorted.kind === 'banded'
      ? (_: number, x: number) => inBand(sorted, x)
      : (_: number, x: number) => tieredOutcome(sorted, x);
  return { basis: { terms: {}, setBy: {}, notes: [] }, usesExtremes: false, of };
}

/** 分档功效系数: W k_a + (x − a)/(b − a) (W k_b − W k_a). Tiers run from the worst to the best, upwards or downwards. */
export function tieredOutcome({ tiers, below }: Tiered, x: number): Outcome {
  const [worst, best] = [tiers[0], tiers.at(-1)];
  if (!worst || !best) return { share: null };
  const sign = best.value >= worst.value ? 1 : -1;
  if (sign * x >= sign * best.value) {
    const terms = { lower: best.value, lowerCoefficient: best.coefficient };
    const cap = best.coefficient * 100;
    return x === best.value
      ? { share: cap, terms }
      : { share: cap, terms, notes: [{ kind: 'clampedHigh', values: { cap } }] };
  }
  if (sign * x < sign * worst.value) {
    const floor = below === 'zero' ? 0 : worst.coefficient * 100;
    return {
      share: floor,
      terms: { upper: worst.value, upperCoefficient: worst.coefficient },
      notes: [{ kind: 'clampedLow', values: { floor } }],
    };
  }
  const at = tiers.findLastIndex(({ value }) => sign * x >= sign * value);
  const [lower, upper] = [tiers[at] ?? worst, tiers[at + 1] ?? best];
  const part = (x - lower.value) / (upper.value - lower.value);
  return {
    share: 100 * (lower.coefficient + part * (upper.coefficient - lower.coefficient)),
    terms: {
      lower: lower.value,
      upper: upper.value,
      lowerCoefficient: lower.coefficient,
      upperCoefficient: upper.coefficient,
    },
  };
}

/** 分档计分: bands by their least value, in whatever order they are listed. */
export function bandedOutcome(method: Banded, x: number): Outcome {
  return inBand({ ...method, bands: ascendingBands(method) }, x);
}

function ascendingBands({ bands }: Banded): Banded['bands'] {
  return [...bands].sort((a, b) => a.atLeast - b.atLeast);
}

function inBand({ bands: ascending, below, interpolate }: Banded, x: number): Outcome {
  const at = ascending.findLastIndex(({ atLeast }) => x >= atLeast);
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
