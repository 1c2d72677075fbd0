import { growthOver } from '@/lib/catalogue/comparing/comparable-base';
import { isRedefined } from '@/lib/catalogue/comparing/redefined';
import type { OtherBase } from '@/lib/catalogue/comparing/words';
import { parsePeriod, periodSortKey, yearEarlier } from '@/lib/catalogue/periods/period';
import {
  type IndicatorFigures,
  leadIndicators,
  type MeasuredIndicator,
  type PeriodLine,
  type StatedGrowth,
  type TopicFigures,
  type UnitFigure,
  type UnitPlace,
} from '@/lib/catalogue/units/words';
import type { Named } from '@/lib/i18n/words';
import type { FigureView, PublishedRankView } from '@/lib/observations/words';
import { compareDecimals, roundHalfUp } from '@/lib/statistics/numbers';
import type { Growth } from '@/lib/statistics/words';

/** A unit's rows from the database. Figures come in the order of topics and indicators, newest first inside each. */
export type PortraitRows = {
  readonly figures: readonly UnitFigure[];
  readonly topics: readonly Named[];
  readonly places: readonly UnitPlace[];
  readonly ranks: readonly PublishedRankView[];
  /** What stands in place of the unit's figure of a year earlier, since units merged or split. */
  readonly otherOf?: (figure: FigureView) => OtherBase | null;
};

/** The rows by their key, in the order of their first rows. */
export function groupRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

const pair = (row: { indicatorCode: string; periodCode: string }) => `${row.indicatorCode}\n${row.periodCode}`;

/**
 * A unit's figures by topic and indicator, the latest first, each with its growth and place, and the ranks that sources
 * state. With a `period` only that period is left, and its places are the standings.
 */
export function portraitOf(rows: PortraitRows, period: string | null): TopicFigures[] {
  const tellingPlaces = new Map(rows.places.filter(isTelling).map((place) => [pair(place), place]));
  const growth = growthIn(rows);
  const bases = new Map(rows.figures.map(({ figure }) => [pair(figure), figure]));
  /** Whether a growth rate equals the 同比 that is shown at its base. */
  const besideBase = (growthOf: string | null, { periodCode, value }: FigureView) => {
    const base = growthOf === null ? undefined : bases.get(pair({ indicatorCode: growthOf, periodCode }));
    return base !== undefined && (base.reportedYoy === null || compareDecimals(base.reportedYoy, value) === 0);
  };
  const lines = [...groupRows(rows.figures, ({ indicator }) => indicator.code).values()].flatMap(
    (all): IndicatorFigures[] => {
      const shown = period === null ? all : all.filter(({ figure }) => figure.periodCode === period);
      const indicator = shown[0]?.indicator;
      if (!indicator) return [];
      const own = rows.places.filter(
        (place) => place.indicatorCode === indicator.code && (period === null || place.periodCode === period),
      );
      return [
        {
          indicator,
          periods: shown.map(
            ({ figure }): PeriodLine => ({
              figure,
              ...growth(figure, all),
              place: tellingPlaces.get(pair(figure)) ?? null,
            }),
          ),
          ranks: rows.ranks.filter(
            (rank) => rank.indicatorCode === indicator.code && (period === null || rank.periodCode === period),
          ),
          course: longestCourse(all),
          standing: standingOf(own),
          isBeside: shown.every(({ figure }) => besideBase(indicator.growthOf, figure)),
        },
      ];
    },
  );
  return rows.topics
    .map((topic) => ({ topic, indicators: lines.filter(({ indicator }) => indicator.topicCode === topic.code) }))
    .filter(({ indicators }) => indicators.length > 0);
}

/** Finds the growth of a figure: stated with it, stated as an indicator of its own, else computed. */
function growthIn({ figures, otherOf }: PortraitRows) {
  const stated = new Map<string, FigureView>(
    figures.flatMap(({ indicator, figure }) =>
      indicator.growthOf ? [[`${indicator.growthOf}\n${figure.periodCode}`, figure] as const] : [],
    ),
  );
  return (
    figure: FigureView,
    all: readonly UnitFigure[],
  ): { reported: StatedGrowth | null; computed: Growth | null } => {
    if (figure.reportedYoy !== null) {
      return { reported: { change: figure.reportedYoy, citation: figure.citation, stated: figure }, computed: null };
    }
    const other = stated.get(pair(figure));
    if (other) {
      const change = roundHalfUp(other.value, other.decimals);
      return { reported: { change, citation: other.citation, stated: other }, computed: null };
    }
    return { reported: null, computed: computedGrowth(figure, all, otherOf?.(figure) ?? null) };
  };
}

/** Growth between two exact figures only: a bound or an estimate leaves the last digits of a growth rate unknown. */
function computedGrowth(figure: FigureView, all: readonly UnitFigure[], other: OtherBase | null): Growth | null {
  const period = parsePeriod(figure.periodCode);
  const earlier = period && yearEarlier(period);
  const base = all.find((one) => one.figure.periodCode === earlier);
  const indicator = all.find((one) => one.figure === figure)?.indicator ?? base?.indicator;
  if (!indicator || !earlier || figure.qualifier !== 'exact') return null;
  if (!other && base?.figure.qualifier !== 'exact') return null;
  if (isRedefined(indicator.redefined, earlier, figure.periodCode)) return null;
  return growthOver(indicator.measure, figure.value, base?.figure.value ?? null, other);
}

/** Whether at least half of the group is ranked: a place among fewer means little. */
const isTelling = ({ of, members }: UnitPlace) => of * 2 >= members;

/** The latest place among at least half of the group, from verified figures where there are any. */
function standingOf(places: readonly UnitPlace[]): UnitPlace | null {
  const fit = places.filter(isTelling);
  return fit.find(({ isWeak }) => !isWeak) ?? fit[0] ?? null;
}

function longestCourse(figures: readonly UnitFigure[]): UnitFigure[] {
  const dated = figures.filter(({ periodKind }) => periodKind !== 'undated');
  const kinds = [...groupRows(dated, ({ periodKind }) => periodKind).values()];
  return [...(kinds.sort((a, b) => b.length - a.length)[0] ?? [])].reverse();
}

/** Years before the unit's newest figure; older figures are not among the lead figures. */
const oldest = 4;

/**
 * The lead figures of a portrait: at most six main indicators, each with its last verified figure that is not too old.
 */
export function leadLines(lines: readonly IndicatorFigures[]): { indicator: MeasuredIndicator; period: PeriodLine }[] {
  const yearOf = ({ figure }: PeriodLine) => parsePeriod(figure.periodCode)?.year ?? 0;
  const newest = Math.max(...lines.flatMap(({ periods }) => periods.map(yearOf)));
  return leadIndicators
    .flatMap((code) => {
      const line = lines.find(({ indicator }) => indicator.code === code);
      const period = line && leadPeriod(line);
      return line && period && yearOf(period) >= newest - oldest ? [{ indicator: line.indicator, period }] : [];
    })
    .slice(0, 6);
}

/** The last verified figure of the usual kind of period. */
function leadPeriod({ course, periods }: IndicatorFigures): PeriodLine | undefined {
  const firm = course.findLast(({ isWeak }) => !isWeak) ?? course.at(-1);
  return periods.find(({ figure }) => figure.periodCode === firm?.figure.periodCode) ?? periods[0];
}

/** An indicator with the unit's standing. */
export type Placed = { readonly line: IndicatorFigures; readonly place: UnitPlace };

/** The indicators on which the unit is in the first and in the last third of its peers; best and worst first. */
export function strongAndWeak(lines: readonly IndicatorFigures[]): { strong: Placed[]; weak: Placed[] } {
  const placed = lines.flatMap((line) =>
    line.standing ? [{ line, place: line.standing, share: line.standing.place / line.standing.of }] : [],
  );
  return {
    strong: placed.filter(({ share }) => share <= 1 / 3).sort((a, b) => a.share - b.share),
    weak: placed.filter(({ share }) => share > 2 / 3).sort((a, b) => b.share - a.share),
  };
}

/** A place compared with that by the benchmark indicator. */
export type Match = Placed & {
  readonly benchmark: UnitPlace;
  /** The number of places before the benchmark's: 高于; below zero 低于. */
  readonly ahead: number;
};

/**
 * 位次匹配: each place compared with the unit's place by the benchmark indicator in the same period, else in the last one.
 * Only places among equally many peers are comparable.
 */
export function rankMatch(
  lines: readonly IndicatorFigures[],
  places: readonly UnitPlace[],
  benchmarkCode: string,
): Match[] {
  const benchmarks = places.filter(({ indicatorCode }) => indicatorCode === benchmarkCode);
  const last = standingOf(benchmarks);
  return lines
    .flatMap((line): Match[] => {
      const place = line.standing;
      if (!place || line.indicator.code === benchmarkCode) return [];
      const benchmark = benchmarks.find(({ periodCode }) => periodCode === place.periodCode) ?? last;
      if (!benchmark || benchmark.of !== place.of) return [];
      return [{ line, place, benchmark, ahead: benchmark.place - place.place }];
    })
    .sort((a, b) => b.ahead - a.ahead);
}

/** The dated periods of the figures, newest first. */
export function periodsOf(figures: readonly UnitFigure[]): string[] {
  const periods = [...new Set(figures.map(({ figure }) => figure.periodCode))].flatMap(
    (code) => parsePeriod(code) ?? [],
  );
  return periods
    .filter(({ kind }) => kind !== 'undated')
    .sort((a, b) => periodSortKey(b) - periodSortKey(a))
    .map(({ code }) => code);
}
