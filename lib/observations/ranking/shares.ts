import { addsUp } from '@/lib/catalogue/comparing/adds-up';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import type { PeerUnit, UnitFigure, Whole } from '@/lib/observations/ranking/words';
import type { FigureView } from '@/lib/observations/words';
import { shareOf } from '@/lib/statistics/growth';
import { decimalOf } from '@/lib/statistics/numbers';

type Part = { readonly unit: PeerUnit; readonly figure: FigureView | null };

/**
 * The whole that the group's shares refer to: the group's sum when every unit has an exact figure, else the exact
 * figure of the one unit that contains them all, else null. Only for measures that add up.
 */
export function wholeOf(
  indicator: IndicatorView,
  parts: readonly Part[],
  outside: readonly UnitFigure[],
): Whole | null {
  if (!addsUp(indicator) || parts.length < 2) return null;
  const figures = parts.flatMap(({ figure }) => (figure?.qualifier === 'exact' ? [figure] : []));
  if (figures.length === parts.length) return { kind: 'group', ...sumOf(figures) };
  const parent = parts[0]?.unit.parentCode;
  if (!parent || parts.some(({ unit }) => unit.parentCode !== parent)) return null;
  const figure = outside.find(({ orgUnitCode, qualifier }) => orgUnitCode === parent && qualifier === 'exact');
  return figure ? { kind: 'unit', unit: figure.unit, figure } : null;
}

/** An exact figure as a percentage of the whole; null for a bound or an estimate. */
export function shareIn(whole: Whole | null, figure: FigureView | null): string | null {
  if (!whole || figure?.qualifier !== 'exact') return null;
  return shareOf(figure.value, whole.kind === 'group' ? whole.value : whole.figure.value);
}

/** Adds figures as whole numbers of the smallest printed digit, to avoid errors of binary fractions. */
function sumOf(figures: readonly FigureView[]): { value: string; decimals: number } {
  const decimals = Math.max(0, ...figures.map((figure) => figure.decimals));
  const scale = 10 ** decimals;
  const sum = figures.reduce((total, { value }) => total + Math.round(Number(value) * scale), 0);
  return { value: decimalOf(sum / scale, decimals), decimals };
}
