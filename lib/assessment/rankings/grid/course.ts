import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { bumpOf } from '@/lib/dashboards/series/period-series';
import type { BumpSpec } from '@/lib/dashboards/series/words';
import { nameOf } from '@/lib/i18n/names';
import type { Locale, Named } from '@/lib/i18n/words';
import type { RankPoint } from './queries';

/** Ranks over the published periods as lines, the units in the order given; null with fewer than two periods. */
export function courseOf(props: {
  points: readonly RankPoint[];
  units: readonly Named[];
  focal: readonly string[];
  locale: Locale;
}): BumpSpec | null {
  const { points, units, focal, locale } = props;
  const periods = [...new Set(points.map(({ periodCode }) => periodCode))];
  if (periods.length < 2) return null;
  const spec = bumpOf(
    0,
    points.map(({ code, periodCode, rank }) => ({
      seriesKey: code,
      tickKey: periodCode,
      value: `${rank}`,
      text: `${rank}`,
    })),
    units.map((unit) => ({ key: unit.code, label: nameOf(unit, locale), focal: focal.includes(unit.code) })),
    periods.map((code) => ({ key: code, label: writtenPeriod(code, locale) })),
  );
  return spec.series.length > 0 ? spec : null;
}
