import { and, asc, desc, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, orgUnit, orgUnitFormer, peerGroup, peerGroupMember, period, source } from '@/db/schema/catalogue';
import { observation } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { publishedRuns } from '@/lib/assessment/rankings/queries';
import type { RunChoice } from '@/lib/assessment/rankings/result-run';
import { leadingRows } from '@/lib/assessment/rankings/several/queries';
import type { RankedRow } from '@/lib/assessment/rankings/several/words';
import { chartNotes } from '@/lib/catalogue/annotations/queries';
import type { Annotation } from '@/lib/catalogue/annotations/words';
import { reorganisedOn } from '@/lib/catalogue/comparing/queries';
import { coverageOf } from '@/lib/catalogue/indicators/covered/queries';
import { indicatorColumns } from '@/lib/catalogue/indicators/queries';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import { memberInPeriod } from '@/lib/catalogue/periods/queries';
import type { PeriodKind } from '@/lib/catalogue/periods/words';
import { asThen, formerOn } from '@/lib/catalogue/units/former/queries';
import { type BoardCard, type BoardFilter, limits } from '@/lib/dashboards/boards/words';
import type { Named } from '@/lib/i18n/words';
import { newestLamps, seesLamps } from '@/lib/monitoring/lamps/shown/queries';
import { citedSource, figureColumns, nested } from '@/lib/observations/queries';
import type { PeerUnit, ReorganisedOn } from '@/lib/observations/ranking/words';
import type { FigureView } from '@/lib/observations/words';
import {
  filtered,
  type GroupPeriods,
  groupKey,
  groupPeriods,
  indicatorsOf,
  lampSpan,
  offeredPeriods,
  ofKinds,
  runOf,
  unitsOf,
} from './asked';
import type { BoardLamp } from './card-view';

/** A figure of a unit with what orders its period. */
export type UnitRow = FigureView & {
  readonly periodKind: PeriodKind;
  readonly sortKey: number;
  readonly isWeak: boolean;
};

/** A member of a group in a period, in the official order. */
export type Member = { readonly group: string; readonly period: string; readonly unit: PeerUnit };

/** What all cards of a board show, read at once. */
export type BoardData = {
  readonly indicators: ReadonlyMap<string, IndicatorView>;
  readonly units: ReadonlyMap<string, Named>;
  /** All groups, in their order. */
  readonly groups: ReadonlyMap<string, Named>;
  /** Figures of the units that cards name, newest first. */
  readonly ofUnits: readonly UnitRow[];
  /** The periods of groups, by `groupKey`. */
  readonly periods: ReadonlyMap<string, GroupPeriods>;
  readonly members: readonly Member[];
  readonly ofGroups: readonly FigureView[];
  readonly runs: readonly RunChoice[];
  readonly rows: readonly RankedRow[];
  readonly lamps: readonly BoardLamp[];
  readonly seesLamps: boolean;
  readonly reorganised: ReorganisedOn;
  readonly notes: readonly Annotation[];
  /** The periods in which any card has something to show, newest first. */
  readonly offered: readonly string[];
};

const array = (codes: Iterable<string>) => sql`${sql.param([...new Set(codes)])}::text[]`;
const byCode = <Row extends { readonly code: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.code, row]));

/**
 * What the cards of a board show to somebody, under their filter: cards of one kind in one statement, whatever their number.
 * Reads what the pages read, by the same conditions.
 */
export async function boardData(
  principal: Principal,
  stored: readonly BoardCard[],
  filter: BoardFilter,
): Promise<BoardData> {
  const cards = stored.map((card) => filtered(card, filter));
  const ofGroups = ofKinds(cards, 'bars', 'bump', 'heat');
  const lampUnits = ofKinds(cards, 'lamps', 'progress').map(({ unit }) => unit);
  const rankings = ofKinds(cards, 'ranking');
  const [indicators, units, groups, ofUnits, coverage, runs, lamps] = await Promise.all([
    db()
      .select(indicatorColumns)
      .from(indicator)
      .where(sql`${indicator.code} = any(${array(cards.flatMap(indicatorsOf))})`),
    namedUnits(principal, [...cards.flatMap(unitsOf), filter.unit]),
    allGroups(),
    figuresOfUnits(principal, ofKinds(cards, 'figure', 'trend')),
    coverageOf(principal, [...new Set(ofGroups.flatMap(indicatorsOf))]),
    rankings.length > 0 ? publishedRuns(principal) : [],
    newestLamps(principal, lampUnits, lampSpan(filter.period)),
  ]);
  const known = byCode(indicators);
  const periods = new Map(
    ofGroups.flatMap((card) =>
      indicatorsOf(card).flatMap((code) => {
        const of = known.get(code);
        return of ? [[groupKey(code, card.group), groupPeriods(of, card.group, coverage, filter.period)] as const] : [];
      }),
    ),
  );
  const bumped = new Set(ofKinds(cards, 'bump').map((card) => groupKey(card.indicator, card.group)));
  const wanted = [...periods].flatMap(([key, { period: shown, course }]) => [
    ...(shown === null ? [] : [shown]),
    ...(bumped.has(key) ? course : []),
  ]);
  const shownRuns = rankings.flatMap(({ scheme }) => runOf(runs, scheme, filter)?.id ?? []);
  const codes = [...new Set(ofGroups.map(({ group }) => group))];
  const [members, figures, rows] = await Promise.all([
    membersOf(principal, codes, wanted),
    figuresOfGroups(principal, codes, ofGroups.flatMap(indicatorsOf), wanted),
    leadingRows(principal, shownRuns, { most: limits.rows, units: filter.unit ? [filter.unit] : [] }),
  ]);
  const drawn = [...new Set([...ofKinds(cards, 'trend').flatMap(unitsOf), ...members.map(({ unit }) => unit.code)])];
  const [reorganised, notes] = await Promise.all([
    reorganisedOn(drawn),
    chartNotes(principal, { indicators: [...known.keys()], units: drawn }),
  ]);
  return {
    ...{
      indicators: known,
      units: byCode(units),
      groups: byCode(groups),
      ofUnits,
      periods,
      members,
      runs,
      rows,
      lamps,
    },
    ...{ ofGroups: figures, seesLamps: seesLamps(principal), reorganised, notes },
    offered: offeredPeriods([
      ...coverage.filter(({ groupCode }) => codes.includes(groupCode)),
      ...ofUnits,
      ...runs.filter(({ schemeCode }) => rankings.some(({ scheme }) => scheme === schemeCode)),
    ]),
  };
}

const named = (table: typeof orgUnit | typeof peerGroup) => ({
  ...{ code: table.code, nameZh: table.nameZh, nameEn: table.nameEn },
});

/** The units of some codes of which somebody may read. */
async function namedUnits(principal: Principal, codes: readonly string[]): Promise<Named[]> {
  return db()
    .select(named(orgUnit))
    .from(orgUnit)
    .where(sql`${orgUnit.code} = any(${array(codes)}) and ${readable(principal, orgUnit.code)}`);
}

const allGroups = () => db().select(named(peerGroup)).from(peerGroup).orderBy(asc(peerGroup.sortOrder));

async function figuresOfUnits(principal: Principal, cards: readonly BoardCard[]): Promise<UnitRow[]> {
  const pairs = cards.flatMap((card) =>
    indicatorsOf(card).flatMap((code) => unitsOf(card).map((unit) => [code, unit])),
  );
  if (pairs.length === 0) return [];
  const column = (at: 0 | 1) => sql`${sql.param(pairs.map((pair) => `${pair[at]}`))}::text[]`;
  const rows = await db()
    .select({
      ...figureColumns,
      periodKind: period.kind,
      sortKey: period.sortKey,
      isWeak: sql<boolean>`${source.reliability} = 'unverified'`,
    })
    .from(observation)
    .innerJoin(source, citedSource)
    .innerJoin(period, sql`${period.code} = ${observation.periodCode}`)
    .where(
      sql`(${observation.indicatorCode}, ${observation.orgUnitCode}) in (select * from unnest(${column(0)}, ${column(1)}))
        and ${readable(principal, observation.orgUnitCode)}`,
    )
    .orderBy(desc(period.sortKey));
  return rows.map(nested);
}

/** The members of groups in periods, under their names of the time. */
async function membersOf(
  principal: Principal,
  groups: readonly string[],
  periods: readonly string[],
): Promise<Member[]> {
  if (periods.length === 0) return [];
  return db()
    .selectDistinct({
      group: peerGroupMember.peerGroupCode,
      period: period.code,
      unit: { code: orgUnit.code, ...asThen, sortOrder: orgUnit.sortOrder, validTo: orgUnit.validTo },
      position: peerGroupMember.position,
    })
    .from(peerGroupMember)
    .innerJoin(period, and(sql`${period.code} = any(${array(periods)})`, memberInPeriod))
    .innerJoin(orgUnit, sql`${orgUnit.code} = ${peerGroupMember.orgUnitCode}`)
    .leftJoin(orgUnitFormer, formerOn(period.endsOn))
    .where(and(inArray(peerGroupMember.peerGroupCode, [...groups]), readable(principal, orgUnit.code)))
    .orderBy(sql`${peerGroupMember.position} nulls last`, asc(orgUnit.sortOrder), asc(orgUnit.code));
}

async function figuresOfGroups(
  principal: Principal,
  groups: readonly string[],
  indicators: readonly string[],
  periods: readonly string[],
): Promise<FigureView[]> {
  if (periods.length === 0) return [];
  const rows = await db()
    .select(figureColumns)
    .from(observation)
    .innerJoin(source, citedSource)
    .where(
      sql`${observation.indicatorCode} = any(${array(indicators)}) and ${observation.periodCode} = any(${array(periods)})
        and ${observation.orgUnitCode} in (
          select org_unit_code from peer_group_member where peer_group_code = any(${array(groups)}))
        and ${readable(principal, observation.orgUnitCode)}`,
    );
  return rows.map(nested);
}
