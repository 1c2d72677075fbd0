import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { observation } from '@/db/schema/observations';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { otherBases } from '@/lib/catalogue/comparing/queries';
import { groupedBy } from '@/lib/grouped-by';
import { tryRule } from '@/lib/reporting/rules/dry-run/try-rule';
import {
  type DryRun,
  type FoundFigure,
  mostShown,
  mostTried,
  type PastFigure,
  triedPeriods,
} from '@/lib/reporting/rules/dry-run/words';
import { namedIndicators } from '@/lib/reporting/rules/named-indicators';
import { basesIn, comparisonsOf } from '@/lib/reporting/rules/other-bases';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import type { CheckedIndicator, KnownValues } from '@/lib/reporting/words';

type Row = Omit<PastFigure, 'unitCode'> & Pick<FoundFigure, 'unit' | 'indicator'>;

const nothing: DryRun = { tried: 0, found: 0, units: 0, lines: [], isCut: false };

/**
 * The findings of a rule in the figures of the latest periods of its indicators: those of every readable unit, 20,000
 * at most. Nothing is written; for principals who may write rules.
 */
export async function dryRun(principal: Principal, rule: CheckRule): Promise<DryRun> {
  if (!maySee(principal.role, 'manageRules')) return nothing;
  const [rows, groups] = await Promise.all([
    pastFigures(principal, namedIndicators(rule)),
    rule.kind === 'peerOutlier' ? peerGroups() : [],
  ]);
  const read = rows.slice(0, mostTried);
  const figures = read.map(({ unit, indicator: _, ...figure }): PastFigure => ({ ...figure, unitCode: unit.code }));
  const indicators = new Map(read.map(({ indicator }): [string, CheckedIndicator] => [indicator.code, indicator]));
  const units = new Map(read.map(({ unit }) => [unit.code, unit]));
  const bases = await basesOf(principal, figures, namedIndicators(rule));
  const { tried, found } = tryRule(rule, { figures, indicators, groups, bases });
  const lines = found.flatMap(([figure, finding]): FoundFigure[] => {
    const [unit, indicator] = [units.get(figure.unitCode), indicators.get(figure.indicatorCode)];
    return unit && indicator ? [{ unit, indicator, figure, finding }] : [];
  });
  const order = new Map(figures.map((figure, at) => [placeOf(figure), at]));
  const placeInOrder = (line: FoundFigure) => order.get(placeOf(line.figure)) ?? 0;
  return {
    tried,
    found: lines.length,
    units: new Set(lines.map(({ unit }) => unit.code)).size,
    lines: lines.sort((a, b) => placeInOrder(a) - placeInOrder(b)).slice(0, mostShown),
    isCut: rows.length > mostTried,
  };
}

/** What stands in place of earlier figures where units merged or split since, by unit, as in the checks of returns. */
async function basesOf(
  principal: Principal,
  figures: readonly PastFigure[],
  named: readonly string[],
): Promise<ReadonlyMap<string, KnownValues>> {
  const periods = new Map(figures.map((one) => [`${one.unitCode} ${one.periodCode}`, one]));
  const asked =
    named.length > 0
      ? [...periods.values()].flatMap(({ unitCode, periodCode }) => comparisonsOf(unitCode, named, periodCode))
      : figures.flatMap((one) => comparisonsOf(one.unitCode, [one.indicatorCode], one.periodCode));
  const otherOf = await otherBases(principal, asked);
  return new Map([...groupedBy(asked, ({ unit }) => unit)].map(([unit, its]) => [unit, basesIn(its, otherOf)]));
}

const placeOf = (figure: PastFigure) => `${figure.unitCode} ${figure.indicatorCode} ${figure.periodCode}`;

/** The figures of the latest periods and those for comparison, latest first. */
async function pastFigures(principal: Principal, codes: readonly string[]): Promise<Row[]> {
  const asked = JSON.stringify(codes);
  const isAsked =
    codes.length === 0 ? sql`true` : sql`indicator_code in (select jsonb_array_elements_text(${asked}::jsonb))`;
  const mayRead = readable(principal, observation.orgUnitCode);
  return db().execute<Row>(sql`
    with latest as (
      select p.code, p.previous, p.year_earlier from period p
      where p.kind <> 'undated' and exists (select from observation o where o.period_code = p.code and ${isAsked})
      order by p.sort_key desc limit ${triedPeriods}
    ),
    wide as (
      select code, true as tried from latest
      union
      select around.code, false from latest, lateral (values (previous), (year_earlier)) as around(code)
      where around.code not in (select code from latest)
    )
    select observation.indicator_code as "indicatorCode", observation.period_code as "periodCode",
      observation.value::text as value, observation.decimals, observation.qualifier,
      observation.reported_yoy::text as "reportedYoy", wide.tried as "isTried",
      json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
      json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en, 'unitZh', i.unit_zh, 'unitEn',
        i.unit_en, 'decimals', i.decimals, 'measure', i.measure, 'direction', i.direction, 'basis', i.basis) as indicator
    from observation
    join wide on wide.code = observation.period_code
    join period p on p.code = observation.period_code
    join org_unit u on u.code = observation.org_unit_code
    join indicator i on i.code = observation.indicator_code
    where ${isAsked} and ${mayRead}
    order by wide.tried desc, p.sort_key desc, i.sort_order, u.sort_order
    limit ${mostTried + 1}`);
}

/** The present members of each group of peers. */
async function peerGroups(): Promise<string[][]> {
  const rows = await db().execute<{ units: string[] }>(sql`
    select json_agg(org_unit_code) as units from peer_group_member where valid_to is null group by peer_group_code`);
  return rows.map(({ units }) => units);
}
