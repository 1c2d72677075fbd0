import type { Coverage, GroupView } from '@/lib/catalogue/indicators/words';
import type { PeriodKind } from '@/lib/catalogue/periods/words';
import type { Measure } from '@/lib/catalogue/words';

/** A parameter of the address that was ignored: unknown, or known but without a figure. */
export type Ignored = { readonly name: 'period' | 'group' | 'sort' | 'unit' | 'asof'; readonly value: string };

/** The peer group and the period of a page; null where the indicator has no ranked figure. */
export type Chosen = {
  readonly group: GroupView;
  readonly period: Coverage;
  /** The periods of all groups, newest first, with the number of units of the chosen group. */
  readonly periods: readonly Coverage[];
  readonly ignored: readonly Ignored[];
};

/** The least coverage of a period, relative to the best covered one, to be shown before an older, fuller one. */
const nearlyFull = 2 / 3;

/**
 * Chooses group and period by the address, else by the figures: the group with most units (of equals the one with most
 * figures), its most frequent kind of period, and the latest of these with at least two thirds of the best one's units.
 * Figures from unverified documents are chosen only when there are no others. `wanted` values without a figure are
 * listed in `ignored`. Places that a source published open on their newest period.
 */
export function choosePeriod(
  coverage: readonly Coverage[],
  groups: readonly GroupView[],
  wanted: { readonly period?: string | undefined; readonly group?: string | undefined },
  measure?: Measure,
): Chosen | null {
  const ignored: Ignored[] = [];
  const inGroup = (code: string) => coverage.filter((row) => row.groupCode === code);
  const wantedGroup = groups.find(({ code }) => code === wanted.group && inGroup(code).length > 0);
  if (wanted.group !== undefined && !wantedGroup) ignored.push({ name: 'group', value: wanted.group });
  const there = coverage.filter(({ periodCode }) => periodCode === wanted.period);
  const group = wantedGroup ?? fullestGroup(there, groups) ?? fullestGroup(coverage, groups);
  if (!group) return null;
  const own = inGroup(group.code);
  const wantedPeriod = own.find(({ periodCode }) => periodCode === wanted.period);
  if (wanted.period !== undefined && !wantedPeriod) ignored.push({ name: 'period', value: wanted.period });
  // Of published places any number of units is the whole list.
  const fallback =
    measure === 'rank' ? own.toSorted((a, b) => b.sortKey - a.sortKey)[0] : latestFull(own, mainKind(own));
  const period = wantedPeriod ?? fallback;
  return period ? { group, period, periods: periodsOf(coverage, group.code), ignored } : null;
}

function fullestGroup(rows: readonly Coverage[], groups: readonly GroupView[]): GroupView | undefined {
  const best = groups
    .map((group) => {
      const units = Math.max(0, ...rows.filter(({ groupCode }) => groupCode === group.code).map((row) => row.units));
      return { group, units, filled: group.members > 0 ? units / group.members : 0 };
    })
    .filter(({ units }) => units > 0)
    .sort((a, b) => b.units - a.units || b.filled - a.filled)[0];
  return best?.group;
}

const firmOf = (rows: readonly Coverage[]) => {
  const firm = rows.filter(({ isWeak }) => !isWeak);
  return firm.length > 0 ? firm : rows;
};

/** The kind of period in which one group has most figures. */
function mainKind(rows: readonly Coverage[]): PeriodKind | undefined {
  const figures = new Map<PeriodKind, number>();
  for (const { kind, units } of firmOf(rows)) figures.set(kind, (figures.get(kind) ?? 0) + units);
  return [...figures].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The latest period of one group and, when given, one kind, that is nearly as full as its fullest. */
export function latestFull(rows: readonly Coverage[], kind?: PeriodKind): Coverage | undefined {
  const own = firmOf(rows.filter((row) => kind === undefined || row.kind === kind));
  const most = Math.max(0, ...own.map(({ units }) => units));
  return [...own].sort((a, b) => b.sortKey - a.sortKey).find(({ units }) => units >= most * nearlyFull);
}

/** Each period once, newest first, with the number of units of `groupCode` in it, possibly 0. */
function periodsOf(coverage: readonly Coverage[], groupCode: string): Coverage[] {
  const found = new Map<string, Coverage>();
  for (const row of coverage) {
    if (row.groupCode === groupCode) found.set(row.periodCode, row);
    else if (!found.has(row.periodCode)) found.set(row.periodCode, { ...row, groupCode, units: 0 });
  }
  return [...found.values()].sort((a, b) => b.sortKey - a.sortKey);
}
