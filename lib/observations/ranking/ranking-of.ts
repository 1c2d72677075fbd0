import { growthOver } from '@/lib/catalogue/comparing/comparable-base';
import { isRedefined } from '@/lib/catalogue/comparing/redefined';
import type { OtherBase } from '@/lib/catalogue/comparing/words';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import { parsePeriod, periodSortKey, yearEarlier } from '@/lib/catalogue/periods/period';
import { rankUnits } from '@/lib/observations/ranking/rank-units';
import { shareIn, wholeOf } from '@/lib/observations/ranking/shares';
import type {
  CoursePoint,
  MembersThen,
  PeerUnit,
  RankedUnit,
  Ranking,
  ReportedGrowth,
  UnitFigure,
} from '@/lib/observations/ranking/words';
import type { FigureView, PublishedRankView } from '@/lib/observations/words';
import { compareDecimals, roundHalfUp } from '@/lib/statistics/numbers';
import type { Growth } from '@/lib/statistics/words';

/** The rows of the database for a ranking. */
export type RankingRows = {
  readonly indicator: IndicatorView;
  readonly periodCode: string;
  readonly peerGroupCode: string;
  /** The group's units in this period, in the official order. */
  readonly units: readonly PeerUnit[];
  /** Figures of this indicator and of its growth: this period's and undated ones. */
  readonly figures: readonly UnitFigure[];
  /** The group's figures in the periods around this one; of a large group only those of a year earlier. */
  readonly course: readonly CoursePoint[];
  /** The periods of the courses, where these are still to be read; else null. */
  readonly unread: readonly string[] | null;
  readonly publishedRanks: readonly PublishedRankView[];
  /** What stands in place of a unit's figure of a year earlier, since units merged or split; by unit. */
  readonly others?: ReadonlyMap<string, OtherBase>;
  readonly ofTheTime?: MembersThen;
};

/** Shapes the rows of the database into a ranking: places, growth, shares and the course of every unit. */
export function rankingOf(rows: RankingRows): Ranking {
  const { indicator, periodCode, units } = rows;
  const own = rows.figures.filter((figure) => figure.indicatorCode === indicator.code);
  const byUnit = (from: readonly UnitFigure[]) =>
    new Map(from.filter((figure) => figure.periodCode === periodCode).map((figure) => [figure.orgUnitCode, figure]));
  const now = byUnit(own);
  const growth = byUnit(rows.figures.filter((figure) => figure.indicatorCode !== indicator.code));
  const courses = coursesOf(rows.course);
  const periods = rows.unread === null ? courses.periods : inOrder(rows.unread);
  const base = baseOf(periodCode);
  const baseFigure = (code: string) => courses.points.get(`${code}\n${base}`) ?? null;
  const otherOf = (code: string) => rows.others?.get(code) ?? null;
  const earlierOf = (code: string) => {
    const other = otherOf(code);
    return other ? other.value : (baseFigure(code)?.value ?? null);
  };
  const standings = rankUnits(
    units.map(({ code }) => ({ code, value: now.get(code)?.value ?? null, earlier: earlierOf(code) })),
    // Places that a source published are not ranked anew among those that it names.
    indicator.measure === 'rank' ? 'none' : indicator.direction,
  );
  const inGroup = new Set(units.map(({ code }) => code));
  const outside = [...now.values()].filter(({ orgUnitCode }) => !inGroup.has(orgUnitCode));
  const whole = wholeOf(
    indicator,
    units.map((unit) => ({ unit, figure: now.get(unit.code) ?? null })),
    outside,
  );
  const ranks = new Map<string, PublishedRankView[]>();
  for (const rank of rows.publishedRanks) ranks.set(rank.orgUnitCode, [...(ranks.get(rank.orgUnitCode) ?? []), rank]);
  const table = units.map((unit): RankedUnit => {
    const figure = now.get(unit.code) ?? null;
    return {
      unit,
      figure,
      ...(standings.of.get(unit.code) ?? { place: null, tied: false, change: null }),
      publishedRanks: ranks.get(unit.code) ?? [],
      reported: reportedGrowth(indicator.measure === 'rate', figure, growth.get(unit.code)),
      computed: computedGrowth(rows, figure, baseFigure(unit.code), otherOf(unit.code)),
      share: shareIn(whole, figure),
      course: periods.map((period) =>
        rows.unread === null ? (courses.points.get(`${unit.code}\n${period}`) ?? null) : null,
      ),
    };
  });
  return {
    indicator,
    periodCode,
    peerGroupCode: rows.peerGroupCode,
    rows: [...table].sort(inOrderOf(indicator)),
    reported: table.filter(({ figure }) => figure !== null).length,
    isRanked: standings.isRanked,
    compared: standings.compared,
    whole,
    periods,
    ofTheTime: {
      periods: periods.map((code) => ({
        periodCode: code,
        units: (rows.ofTheTime?.members ?? [])
          .filter((one) => one.periodCode === code)
          .map(({ unit }) => ({ unit, value: courses.points.get(`${unit.code}\n${code}`)?.value ?? null })),
      })),
      reorganised: rows.ofTheTime?.reorganised ?? new Map(),
    },
    hasCourses: rows.unread === null,
    outside: outside.sort(byOfficialOrder),
    undated: own.filter((figure) => figure.periodCode === 'undated').sort(byOfficialOrder),
  };
}

function baseOf(periodCode: string): string | null {
  const period = parsePeriod(periodCode);
  return period && yearEarlier(period);
}

/** A ranking with the courses of more of its units. */
export function withCourses(ranking: Ranking, course: readonly CoursePoint[]): Ranking {
  const { points } = coursesOf(course);
  const has = new Set(course.map(({ orgUnitCode }) => orgUnitCode));
  const rows = ranking.rows.map((row) =>
    has.has(row.unit.code)
      ? { ...row, course: ranking.periods.map((period) => points.get(`${row.unit.code}\n${period}`) ?? null) }
      : row,
  );
  return { ...ranking, rows };
}

function coursesOf(course: readonly CoursePoint[]): { periods: string[]; points: Map<string, CoursePoint> } {
  return {
    periods: inOrder(new Set(course.map(({ periodCode }) => periodCode))),
    points: new Map(course.map((point) => [`${point.orgUnitCode}\n${point.periodCode}`, point])),
  };
}

function inOrder(periods: Iterable<string>): string[] {
  const key = (code: string) => {
    const period = parsePeriod(code);
    return period ? periodSortKey(period) : 0;
  };
  return [...periods].sort((a, b) => key(a) - key(b));
}

/** The growth that the same document states, else the unit's figure of the growth indicator. */
function reportedGrowth(
  points: boolean,
  figure: FigureView | null,
  stated: FigureView | undefined,
): ReportedGrowth | null {
  if (figure?.reportedYoy) {
    return { change: figure.reportedYoy, points, qualifier: 'exact', citation: figure.citation, stated: figure };
  }
  if (!stated) return null;
  const change = roundHalfUp(stated.value, stated.decimals);
  return { change, points, qualifier: stated.qualifier, citation: stated.citation, stated };
}

/** Growth between two exact figures only: a bound or an estimate leaves the last digits of a growth rate unknown. */
function computedGrowth(
  { indicator, periodCode }: RankingRows,
  figure: FigureView | null,
  base: CoursePoint | null,
  other: OtherBase | null,
): Growth | null {
  if (figure?.qualifier !== 'exact' || (!other && base?.qualifier !== 'exact')) return null;
  if (isRedefined(indicator.redefined, baseOf(periodCode) ?? '', periodCode)) return null;
  return growthOver(indicator.measure, figure.value, base?.value ?? null, other);
}

/** Compares by place; without places the larger figure first; without a figure last, in the official order. */
function inOrderOf({ direction }: Pick<IndicatorView, 'direction'>) {
  return (a: RankedUnit, b: RankedUnit) => byPlace(a, b, direction === 'lower' ? -1 : 1);
}

/** By place, else by figure, the better first; a unit without one last. */
function byPlace(a: RankedUnit, b: RankedUnit, sign: 1 | -1): number {
  if (a.figure === null || b.figure === null) {
    return Number(a.figure === null) - Number(b.figure === null) || a.unit.sortOrder - b.unit.sortOrder;
  }
  const order =
    a.place !== null && b.place !== null ? a.place - b.place : sign * compareDecimals(b.figure.value, a.figure.value);
  return order || a.unit.sortOrder - b.unit.sortOrder;
}

function byOfficialOrder(a: UnitFigure, b: UnitFigure): number {
  return a.unit.sortOrder - b.unit.sortOrder;
}
