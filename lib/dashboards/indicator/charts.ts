import { bumpOf, type PointRow, type SeriesHead, trendOf } from '@/lib/dashboards/series/period-series';
import { rankedBars } from '@/lib/dashboards/series/ranked-bars';
import { timeTicks } from '@/lib/dashboards/series/spaced-periods';
import type { BarsSpec, BumpSpec, TrendSpec } from '@/lib/dashboards/series/words';
import { yearsAgainst, yearToDateOf } from '@/lib/dashboards/series/year-to-date';
import { nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import type { PeerUnit, RankedUnit, Ranking } from '@/lib/observations/ranking/words';
import { isBound, writtenText } from '@/lib/observations/written';
import { placesOf } from '@/lib/statistics/places';

/** The most bars or lines that can be told apart. */
export const mostDrawn = 36;

type Focal = ReadonlySet<string>;
type View = { readonly ranking: Ranking; readonly focal: Focal; readonly locale: Locale };

/** The lines of a trend whose courses are not all read. */
export const leadingDrawn = 10;

/** The drawn units: all, or of many the first ones and the focal ones. */
function drawnUnits({ ranking, focal }: View, most = mostDrawn): RankedUnit[] {
  return ranking.rows.filter(({ unit }, at) => at < most || focal.has(unit.code));
}

/** The units whose courses the charts draw: of a large group the leading ones and the focal ones. */
export function unitsOverTime(view: View): RankedUnit[] {
  return drawnUnits(view, view.ranking.hasCourses ? mostDrawn : leadingDrawn);
}

/** Ranked bars of the period; null where fewer than two units have a figure. */
export function rankingBars(view: View): BarsSpec | null {
  const { ranking, focal, locale } = view;
  const { direction, measure } = ranking.indicator;
  // The length of a bar would not show how good a place or a grade is.
  if (ranking.reported < 2 || (measure !== 'amount' && measure !== 'rate')) return null;
  const rows = drawnUnits(view).map(({ unit, figure }) => ({
    key: unit.code,
    label: nameOf(unit, locale),
    value: figure?.value ?? null,
    text: figure ? writtenText(figure, locale, measure) : '',
    bound: figure ? isBound(figure) : false,
    focal: focal.has(unit.code),
  }));
  return rankedBars(rows, direction).spec;
}

/** Lines of all units; null unless a focal unit has three periods, or three units or all of them have two. */
export function rankingTrend(view: View): TrendSpec | null {
  const { ranking, focal, locale } = view;
  const { measure } = ranking.indicator;
  if (measure !== 'amount' && measure !== 'rate') return null;
  const units = unitsOverTime(view);
  const lengthOf = (row: RankedUnit) => row.course.filter((point) => point !== null).length;
  const long = units.some((row) => focal.has(row.unit.code) && lengthOf(row) >= 3);
  const many = units.filter((row) => lengthOf(row) >= 2).length;
  if (!long && many < Math.min(3, units.length)) return null;
  if (yearToDateOf(ranking.periodCode) !== null) return yearsToDate(view, units);
  const points = pointsOf(units, ranking, locale);
  const spec = trendOf(points, heads(units, view), timeTicks(ranking.periods, ranking.indicator.redefined, locale));
  return spec.ticks.length >= 2 ? spec : null;
}

/** The most units whose two years are drawn against each other. */
const mostCompared = 3;

/** This year against the last one of the focal units, or else of the first one. */
function yearsToDate(view: View, units: readonly RankedUnit[]): TrendSpec | null {
  const { ranking, focal, locale } = view;
  const own = units.filter(({ unit }) => focal.has(unit.code));
  const compared = own.length > 0 ? own.slice(0, mostCompared) : units.slice(0, 1);
  const spec = yearsAgainst(pointsOf(compared, ranking, locale), heads(compared, view), ranking.periodCode, locale);
  return spec.ticks.length >= 2 ? spec : null;
}

/**
 * Places over periods: those that the indicator itself states, else computed among the members of the time, in the periods
 * in which every member that ever reported has a figure. Null with fewer than two periods.
 */
export function rankingBump(view: View): BumpSpec | null {
  const { ranking, locale } = view;
  const { direction, measure } = ranking.indicator;
  if (measure === 'rank') return statedPlaces(view);
  // More units have figures in some period than can be drawn.
  if (!ranking.hasCourses) return null;
  const reporting = new Set(
    ranking.ofTheTime.periods.flatMap(({ units }) =>
      units.flatMap(({ unit, value }) => (value === null ? [] : unit.code)),
    ),
  );
  const full = ranking.ofTheTime.periods.flatMap(({ periodCode, units }) => {
    const ranked = units.filter(({ unit }) => reporting.has(unit.code));
    return ranked.length >= 2 && ranked.every(({ value }) => value !== null) ? [{ periodCode, ranked }] : [];
  });
  const drawn = new Map(full.flatMap(({ ranked }) => ranked.map(({ unit }) => [unit.code, unit] as const)));
  const most = Math.max(0, ...full.map(({ ranked }) => ranked.length));
  if (full.length < 2 || most < 3 || drawn.size > mostDrawn || measure === 'flag' || direction === 'none') return null;
  const points = full.flatMap(({ periodCode, ranked }) => {
    const places = placesOf(
      ranked.map(({ value }) => value),
      direction,
    );
    return ranked.map(({ unit }, row) => {
      const place = places[row] ?? null;
      return {
        seriesKey: unit.code,
        tickKey: periodCode,
        value: place === null ? null : `${place}`,
        text: `${place ?? ''}`,
      };
    });
  });
  const shown = ranking.rows.flatMap(({ unit }) => drawn.get(unit.code) && [unit]).filter((unit) => unit !== undefined);
  const former = [...drawn.values()].filter(({ code }) => !shown.some((unit) => unit.code === code));
  const ticks = timeTicks(
    full.map(({ periodCode }) => periodCode),
    [],
    locale,
    [...ranking.ofTheTime.reorganised.values()].flat().sort(),
  );
  const spec = bumpOf(most, points, headsOf([...shown, ...former], view), ticks);
  return spec.series.length > 0 ? spec : null;
}

function statedPlaces(view: View): BumpSpec | null {
  const { ranking, locale } = view;
  const units = unitsOverTime(view).filter(({ course }) => course.filter((point) => point !== null).length >= 2);
  const points = pointsOf(units, ranking, locale);
  const spec = bumpOf(0, points, heads(units, view), timeTicks(ranking.periods, ranking.indicator.redefined, locale));
  return spec.ticks.length >= 2 ? spec : null;
}

function pointsOf(units: readonly RankedUnit[], { indicator }: Ranking, locale: Locale): PointRow[] {
  return units.flatMap(({ unit, course }) =>
    course
      .filter((point) => point !== null)
      .map((point) => ({
        seriesKey: unit.code,
        tickKey: point.periodCode,
        value: point.value,
        text: writtenText(point, locale, indicator.measure),
        bound: isBound(point),
      })),
  );
}

/** The lines of units, each broken where its unit merged or was split. */
function heads(units: readonly RankedUnit[], view: View): SeriesHead[] {
  const { reorganised } = view.ranking.ofTheTime;
  return headsOf(
    units.map(({ unit }) => unit),
    view,
  ).map((head) => ({ ...head, reorganised: reorganised.get(head.key) }));
}

function headsOf(units: readonly PeerUnit[], { focal, locale }: View): SeriesHead[] {
  return units.map((unit) => ({ key: unit.code, label: nameOf(unit, locale), focal: focal.has(unit.code) }));
}

/** Whether every unit keeps its place in all periods, which a sentence says better than a chart. */
export function nothingMoves(spec: BumpSpec): boolean {
  return spec.series.every(({ points }) => new Set(points.map((point) => point?.value)).size === 1);
}
