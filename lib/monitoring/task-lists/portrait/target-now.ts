import type { Basis } from '@/lib/catalogue/words';
import type { LampIndicator } from '@/lib/monitoring/lamps/rule-sets/trial/words';
import { progressOf } from '@/lib/monitoring/progress/progress-of';
import { yearCurve } from '@/lib/monitoring/progress/year-curve';
import { addsThroughYear } from '@/lib/monitoring/targets/plans/plan';
import type { TargetNow } from './portrait';

type Ends = readonly (string | null)[];

/** A target with where its indicator stands, by the ends of the months of its year and of the year before. */
export function targetNow(
  { indicator, target }: { readonly indicator: LampIndicator & { readonly basis: Basis }; readonly target: string },
  { ends, before }: { readonly ends: Ends; readonly before: Ends },
): TargetNow {
  const at = ends.findLastIndex((end) => end !== null);
  const actual = ends[at] ?? null;
  if (actual === null) return { indicator, target, actual, month: null, share: null, isReached: false };
  const last = before.at(-1) ?? null;
  const adds = addsThroughYear(indicator);
  const basis = { adds, target: Number(target), plan: null, last: last === null ? null : Number(last), earlier: [] };
  const curve = yearCurve(basis);
  const { direction } = indicator;
  const progress = curve && progressOf(curve, { actual: Number(actual), month: at + 1, direction });
  const share = progress?.actualShare ?? null;
  return {
    ...{ indicator, target, actual, month: at + 1 },
    share: share === null ? null : share * 100,
    isReached: progress?.isReached ?? false,
  };
}
