import { isRedefined } from '@/lib/catalogue/comparing/redefined';
import type { OtherBase, Reorganisation } from '@/lib/catalogue/comparing/words';
import type { Measure } from '@/lib/catalogue/words';
import { growthOf } from '@/lib/statistics/growth';
import { sumOfDecimals } from '@/lib/statistics/numbers';
import type { Growth } from '@/lib/statistics/words';

/** Two periods of a unit that are compared; `sums` where figures of its indicator add up. */
export type Pair = { readonly unit: string; readonly earlier: string; readonly later: string; readonly sums: boolean };

/** The reorganisations of a unit between the ends of two periods. */
export function between(all: readonly Reorganisation[], { unit, earlier, later }: Omit<Pair, 'sums'>) {
  return all.filter((one) => one.unit === unit && isRedefined([one.happenedOn], earlier, later));
}

/**
 * What an earlier figure of a unit is replaced by, since units merged into it or split between the two periods; null for
 * its own figure. A sum stands where the office said that the figures add up, and every unit has an exact one;
 * `exactOf` gives it by unit.
 */
export function otherBase(
  all: readonly Reorganisation[],
  pair: Pair,
  exactOf: (unit: string) => string | null,
): OtherBase | null {
  const parts = partsOf(all, pair);
  if (parts === null) return { kind: 'split', value: null };
  if (between(all, pair).length === 0) return null;
  const values = parts.codes.map(exactOf);
  return pair.sums && parts.addUp && values.every((value) => value !== null)
    ? { kind: 'sum', value: sumOfDecimals(values), units: parts.codes }
    : { kind: 'merged', value: null };
}

/** The units that a unit was in the earlier period; null where one of them split since. */
export function partsOf(
  all: readonly Reorganisation[],
  pair: Omit<Pair, 'sums'>,
): { codes: string[]; addUp: boolean } | null {
  const codes = new Set<string>();
  const seen = new Set<string>();
  let addUp = true;
  for (const open = [pair.unit]; open.length > 0; ) {
    const unit = open.pop() ?? '';
    if (seen.has(unit)) continue;
    seen.add(unit);
    const changes = between(all, { ...pair, unit });
    if (changes.some(({ isMerged }) => !isMerged)) return null;
    if (changes.every(({ wasThere }) => wasThere)) codes.add(unit);
    addUp &&= changes.every((one) => one.addsUp);
    open.push(...changes.map(({ predecessor }) => predecessor));
  }
  return { codes: [...codes], addUp };
}

/** Growth over a unit's own earlier figure, or over what stands in its place; a word where there is nothing to compare. */
export function growthOver(
  measure: Measure,
  value: string,
  own: string | null,
  other: OtherBase | null,
): Growth | null {
  if (other === null) return own === null ? null : growthOf(measure, value, own);
  if (other.kind !== 'sum')
    return measure === 'amount' || measure === 'rate' ? { kind: other.kind, change: null } : null;
  const growth = growthOf(measure, value, other.value);
  return growth && { ...growth, summed: other.value };
}
