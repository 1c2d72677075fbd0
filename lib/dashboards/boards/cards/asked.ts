import { choosePeriod } from '@/lib/catalogue/indicators/choose-period';
import type { Coverage, IndicatorView } from '@/lib/catalogue/indicators/words';
import { monthsWithin, parsePeriod, periodSortKey } from '@/lib/catalogue/periods/period';
import type { BoardCard, BoardFilter } from '@/lib/dashboards/boards/words';
import type { LampSpan } from '@/lib/monitoring/lamps/shown/queries';
import { pageLength } from '@/lib/paging';

/** A card under the filter of its reader: another unit for what shows a unit, another group for what shows a group. */
export function filtered(card: BoardCard, { unit, group }: BoardFilter): BoardCard {
  if (card.kind === 'trend') return unit ? { ...card, units: [unit] } : card;
  if ('unit' in card) return unit ? { ...card, unit } : card;
  if ('group' in card) return group ? { ...card, group } : card;
  return card;
}

type Kinds<Kind extends BoardCard['kind']> = Extract<BoardCard, { kind: Kind }>;

/** The cards of some kinds. */
export function ofKinds<Kind extends BoardCard['kind']>(
  cards: readonly BoardCard[],
  ...kinds: readonly Kind[]
): Kinds<Kind>[] {
  return cards.filter((card): card is Kinds<Kind> => kinds.some((kind) => kind === card.kind));
}

/** The indicators of a card. */
export function indicatorsOf(card: BoardCard): readonly string[] {
  if ('indicators' in card) return card.indicators;
  return 'indicator' in card ? [card.indicator] : [];
}

/** The units that a card shows as such. */
export function unitsOf(card: BoardCard): readonly string[] {
  if ('units' in card) return card.units;
  return 'unit' in card ? [card.unit] : [];
}

export type Covered = Coverage & { readonly indicatorCode: string };

/** The periods of an indicator in a group: the one that is shown, and those around it where a course is drawn. */
export type GroupPeriods = {
  readonly period: string | null;
  readonly course: readonly string[];
  readonly isLarge: boolean;
};

/** The most periods of a course, and of one of years to date, as on the page of an indicator. */
const courseLength = 16;
const courseOfYears = 24;
/** The most figures of a course: of more units the places are not drawn. */
const mostInCourse = pageLength * courseOfYears;

/**
 * The period that the page of the indicator would open with for the group, or the one that is asked for; null where units of
 * the group have no figures.
 */
export function groupPeriods(
  { code, measure }: Pick<IndicatorView, 'code' | 'measure'>,
  group: string,
  coverage: readonly Covered[],
  asked: string,
): GroupPeriods {
  const own = coverage.filter((row) => row.indicatorCode === code && row.groupCode === group);
  const named = { code: group, nameZh: '', nameEn: '', noteZh: '', noteEn: '', members: 0 };
  const chosen = choosePeriod(own, [named], { group }, measure)?.period;
  const period = asked === '' ? chosen : own.find(({ periodCode }) => periodCode === asked);
  if (!period) return { period: null, course: [], isLarge: false };
  const near = own
    .filter(({ kind }) => kind === period.kind)
    .toSorted((a, b) => Math.abs(a.sortKey - period.sortKey) - Math.abs(b.sortKey - period.sortKey))
    .slice(0, period.kind === 'yearToDate' ? courseOfYears : courseLength);
  const isLarge = near.reduce((sum, { units }) => sum + units, 0) > mostInCourse;
  return { period: period.periodCode, course: isLarge ? [] : near.map(({ periodCode }) => periodCode), isLarge };
}

/** The months of a period, of which lamps are asked for; null for any. */
export function lampSpan(periodCode: string): LampSpan | null {
  const period = parsePeriod(periodCode);
  const months = period ? monthsWithin(period).flatMap((code) => parsePeriod(code) ?? []) : [];
  const [from, to] = [months[0], months.at(-1)];
  if (!period || !from || !to) return null;
  // Lamps of a year to date are those of its last month.
  const first = period.kind === 'yearToDate' ? to : from;
  return { from: { year: first.year, month: first.index }, to: { year: to.year, month: to.index } };
}

/** The run that a ranking shows: of its scheme, in the asked period and group, else the newest; null for none. */
export function runOf<Run extends { schemeCode: string; periodCode: string; group: { code: string } }>(
  runs: readonly Run[],
  scheme: string,
  { period, group }: BoardFilter,
): Run | null {
  const own = runs.filter(({ schemeCode }) => schemeCode === scheme);
  const fits = own.filter((run) => group === '' || run.group.code === group);
  return (period === '' ? fits[0] : fits.find(({ periodCode }) => periodCode === period)) ?? null;
}

/** The key of the periods of an indicator in a group. */
export const groupKey = (indicatorCode: string, group: string) => `${indicatorCode} ${group}`;

/** The dated periods of some rows, each once, the newest first. */
export function offeredPeriods(rows: readonly { readonly periodCode: string }[]): string[] {
  const key = (code: string) => {
    const period = parsePeriod(code);
    return period && period.kind !== 'undated' ? periodSortKey(period) : null;
  };
  const keys = new Map([...new Set(rows.map(({ periodCode }) => periodCode))].map((code) => [code, key(code)]));
  return [...keys]
    .filter((one): one is [string, number] => one[1] !== null)
    .toSorted(([, a], [, b]) => b - a)
    .map(([code]) => code);
}
