import type { Coverage, GroupView } from '@/lib/catalogue/indicators/words';
import type { PeriodKind } from '@/lib/catalogue/periods/words';

/** A value of the address that was not followed: unknown here, or known but without a figure. */
export type Ignored = { readonly name: 'period' | 'group' | 'sort' | 'unit' | 'asof'; readonly value: string };

/** The peer group and the period that a page shows; null where the indicator has no ranked figure at all. */
export type Chosen = {
  readonly group: GroupView;
  readonly period: Coverage;
  /** The periods that any group has, newest first, with the units of the chosen group. */
  readonly periods: readonly Coverage[];
  readonly ignored: readonly Ignored[];
};

/** The part of the best covered period's units that a period must have to be shown before an older, fuller one. */
const nearlyFull = 2 / 3;

/**
 * Chooses by what the address wants, else by the figures: the group with most units (of equals the one it fills most),
 * the kind of period it has most figures in, and of these the latest with at least two thirds of the best one's units.
 * What comes from documents of unknown authority is shown of itself only when there is nothing else. `wanted` values
 * that lead nowhere are listed in `ignored`.
 */
export function choosePeriod(
  coverage: readonly Coverage[],
  groups: readonly GroupView[],
  wanted: { readonly period?: string | undefined; readonly group?: string | undefined },
): Chosen | null {
  const ignored: Ignored[] = [];
  const inGroup = (code: string) => coverage.filter((row) => row.groupCode === code);
  const wantedGroup = groups.find(({ code }) => code === wanted.group && inGroup(code).length > 0);
  if (wanted.group !== undefined && !wantedGroup) ignored.push({ name: 'group', value: wanted.group });
  const there = coverage.filter(({ periodCode }) => periodCode === wanted.period);
  const group = wantedGroup ?? fullest(there, groups) ?? fullest(coverage, groups);
  if (!group) return null;
  const own = inGroup(group.code);
  const wantedPeriod = own.find(({ periodCode }) => periodCode === wanted.period);
  if (wanted.period !== undefined && !wantedPeriod) ignored.push({ name: 'period', value: wanted.period });
  const period = wantedPeriod ?? latestFull(own, mainKind(own));
  return period ? { group, period, periods: periodsOf(coverage, group.code), ignored } : null;
}

function fullest(rows: readonly Coverage[], groups: readonly GroupView[]): GroupView | undefined {
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

/** The latest period of one group and, when given, one kind that is nearly as full as its fullest. */
export function latestFull(rows: readonly Coverage[], kind?: PeriodKind): Coverage | undefined {
  const own = firmOf(rows.filter((row) => kind === undefined || row.kind === kind));
  const most = Math.max(0, ...own.map(({ units }) => units));
  return [...own].sort((a, b) => b.sortKey - a.sortKey).find(({ units }) => units >= most * nearlyFull);
}

/** Each period once, newest first, with the units of `groupCode` in it, none included. */
function periodsOf(coverage: readonly Coverage[], groupCode: string): Coverage[] {
  const found = new Map<string, Coverage>();
  for (const row of coverage) {
    if (row.groupCode === groupCode) found.set(row.periodCode, row);
    else if (!found.has(row.periodCode)) found.set(row.periodCode, { ...row, groupCode, units: 0 });
  }
  return [...found.values()].sort((a, b) => b.sortKey - a.sortKey);
}
