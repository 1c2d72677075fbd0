import { asc, inArray, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import { indicator as indicatorTable, orgUnit } from '@/db/schema/catalogue';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { addsUp } from '@/lib/catalogue/comparing/adds-up';
import { otherBase, partsOf } from '@/lib/catalogue/comparing/comparable-base';
import { reorganisationsOf } from '@/lib/catalogue/comparing/queries';
import { isRedefined } from '@/lib/catalogue/comparing/redefined';
import type { OtherBase } from '@/lib/catalogue/comparing/words';
import { indicatorColumns } from '@/lib/catalogue/indicators/queries';
import type { Named } from '@/lib/i18n/words';
import type { YearlyCourse } from '@/lib/monitoring/targets/grid/words';
import {
  courseYears,
  type GridCell,
  type GridChoice,
  type GridChoices,
  type GridIndicator,
  type TargetGrid,
} from '@/lib/monitoring/targets/grid/words';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { levelBases, wholeYear } from '@/lib/monitoring/targets/plans/year-periods';
import { noCourse } from '@/lib/monitoring/targets/propose';
import { mostIndicators, mostUnits, type TargetPlace, type TargetState } from '@/lib/monitoring/targets/words';

type CellRow = TargetPlace & {
  readonly base: string | null;
  readonly stretch: string | null;
  readonly version: number;
  readonly state: TargetState;
};
type YearRow = TargetPlace & {
  readonly years: Readonly<Record<string, string>>;
  readonly exact: Readonly<Record<string, boolean>>;
};

/**
 * The targets of a choice, issued and drafted, with the yearly figures before them. A draft of an issued target is a
 * change that waits, and the issued values are shown. Null for principals who set no targets.
 */
export async function targetGrid(
  principal: Principal,
  choice: GridChoice,
  database: Database | Tx = db(),
): Promise<TargetGrid | null> {
  if (!maySee(principal.role, 'manageTargets')) return null;
  const { year } = choice;
  const [found] = await database.execute<{ units: Named[]; indicators: GridIndicator[]; groups: Named[] }>(sql`
    select coalesce((select json_agg(u) from (
        select u.code, u.name_zh as "nameZh", u.name_en as "nameEn" from org_unit u
        left join lateral (
          select m.position from peer_group_member m
          where m.peer_group_code = ${choice.group} and m.org_unit_code = u.code
            and m.valid_from <= ${`${year}-12-31`}::date and (m.valid_to is null or m.valid_to >= ${`${year}-01-01`}::date)
          order by m.valid_from desc limit 1) m on true
        where u.code = any(${sql.param([...choice.units])}::text[])
          or (${choice.group}::text <> '' and exists (select from peer_group_member g
            where g.peer_group_code = ${choice.group} and g.org_unit_code = u.code
              and g.valid_from <= ${`${year}-12-31`}::date
              and (g.valid_to is null or g.valid_to >= ${`${year}-01-01`}::date)))
        order by m.position nulls last, u.sort_order, u.code) u), '[]') as units,
      coalesce((select json_agg(i) from (
        select i.code, i.name_zh as "nameZh", i.name_en as "nameEn", i.unit_zh as "unitZh", i.unit_en as "unitEn",
          i.decimals, i.measure, i.direction, i.basis
        from indicator i join topic t on t.code = i.topic_code
        where i.code = any(${sql.param([...choice.indicators])}::text[])
        order by t.sort_order, i.sort_order, i.code) i), '[]') as indicators,
      coalesce((select json_agg(g) from (select code, name_zh as "nameZh", name_en as "nameEn" from peer_group
        where code = ${choice.group}) g), '[]') as groups`);
  const units = found?.units.slice(0, mostUnits) ?? [];
  const indicators = found?.indicators.slice(0, mostIndicators) ?? [];
  const asked = { year, units: units.map(({ code }) => code), indicators: indicators.map(({ code }) => code) };
  const [cells, courses] = await Promise.all([cellsOf(database, asked), coursesOf(principal, database, asked)]);
  const empty: GridCell = { b: '', s: '', v: 0, k: 'empty', c: [], o: [] };
  return {
    year,
    group: found?.groups[0] ?? null,
    indicators,
    rows: units.map((unit) => ({
      unit,
      cells: indicators.map((indicator) => {
        const key = targetKey({ unit: unit.code, indicator: indicator.code });
        const [cell, course] = [cells.get(key), courses.get(key) ?? noCourse];
        const told = { c: course.values, o: course.others };
        if (!cell) return { ...empty, ...told };
        return { b: cell.base ?? '', s: cell.stretch ?? '', v: cell.version, k: cell.state, ...told };
      }),
    })),
    left: {
      units: (found?.units.length ?? 0) - units.length,
      indicators: (found?.indicators.length ?? 0) - indicators.length,
    },
  };
}

type Asked = { readonly year: number; readonly units: readonly string[]; readonly indicators: readonly string[] };

async function cellsOf(database: Database | Tx, { year, units, indicators }: Asked) {
  const within = (alias: string) => sql`${sql.raw(alias)}.year = ${year}
    and ${sql.raw(alias)}.org_unit_code = any(${sql.param([...units])}::text[])
    and ${sql.raw(alias)}.indicator_code = any(${sql.param([...indicators])}::text[])`;
  const rows = await database.execute<CellRow>(sql`
    select coalesce(t.org_unit_code, d.org_unit_code) as unit, coalesce(t.indicator_code, d.indicator_code) as indicator,
      case when t.year is null then d.base else t.base end::text as base,
      case when t.year is null then d.stretch else t.stretch end::text as stretch,
      coalesce(d.version, 0) as version,
      case when t.year is not null and d.year is not null then 'changing' when t.answer = 'none' then 'issued'
        when t.answer is not null then t.answer when d.base is null and d.stretch is null then 'empty'
        else 'draft' end as state
    from (select * from target t where ${within('t')}) t
    full join (select * from target_draft d where ${within('d')}) d
      using (org_unit_code, indicator_code, year)`);
  return new Map(rows.map((row) => [targetKey(row), row]));
}

/**
 * The yearly figures before a year that the principal may read, by target, the last year first, with what stands in their
 * place where units merged or split, or another definition began, since.
 */
export async function coursesOf(
  principal: Principal,
  database: Database | Tx,
  { year, units, indicators }: Asked,
): Promise<Map<string, YearlyCourse>> {
  const years = Array.from({ length: courseYears }, (_, at) => year - 1 - at);
  const changes = await reorganisationsOf(units, database);
  const pairOf = (unit: string, at: number) => ({ unit, earlier: `${at}`, later: `${at + 1}` });
  const before = units.flatMap((unit) => years.flatMap((one) => partsOf(changes, pairOf(unit, one))?.codes ?? []));
  const [figures, facts] = await Promise.all([
    yearlyFigures(principal, database, { years, units: [...new Set([...units, ...before])], indicators }),
    factsOf(database, indicators),
  ]);
  const courses = new Map<string, YearlyCourse>();
  for (const indicator of indicators) {
    const fact = facts.get(indicator);
    for (const unit of fact ? units : []) {
      const own = figures.get(targetKey({ unit, indicator }));
      const values = upToLast(years.map((one) => own?.years[one] ?? null));
      const others = years.map((one) => {
        const pair = pairOf(unit, one);
        if (isRedefined(fact?.redefined ?? [], pair.earlier, pair.later)) return redefinition;
        const exactOf = (part: string) => {
          const row = figures.get(targetKey({ unit: part, indicator }));
          return row?.exact[one] ? (row.years[one] ?? null) : null;
        };
        return otherBase(changes, { ...pair, sums: fact?.sums === true }, exactOf);
      });
      // An old change among years without figures is no course.
      const told = upToLast(others).slice(0, Math.max(1, values.length));
      if (values.length > 0 || told.some((one) => one !== null)) {
        courses.set(targetKey({ unit, indicator }), { values, others: told });
      }
    }
  }
  return courses;
}

const redefinition: OtherBase = { kind: 'redefined', value: null };

async function factsOf(database: Database | Tx, indicators: readonly string[]) {
  const rows = await database
    .select({
      code: indicatorTable.code,
      measure: indicatorTable.measure,
      basis: indicatorTable.basis,
      unitZh: indicatorTable.unitZh,
      redefined: indicatorColumns.redefined,
    })
    .from(indicatorTable)
    .where(inArray(indicatorTable.code, [...indicators]));
  return new Map(rows.map((row) => [row.code, { sums: addsUp(row), redefined: row.redefined }]));
}

async function yearlyFigures(
  principal: Principal,
  database: Database | Tx,
  { years, units, indicators }: { years: readonly number[]; units: readonly string[]; indicators: readonly string[] },
) {
  const periods = years.map(wholeYear);
  const all = periods.flatMap((one) => one.all);
  const levels = periods.flatMap((one) => one.levels);
  // The best period of a year comes last, so that it is the one that stays.
  const order = sql`order by array_position(${sql.param([...levels.toReversed(), ...all.toReversed()])}::text[],
    o.period_code)`;
  const rows = await database.execute<YearRow>(sql`
    select o.org_unit_code as unit, o.indicator_code as indicator,
      jsonb_object_agg(left(o.period_code, 4), o.value::text ${order}) as years,
      jsonb_object_agg(left(o.period_code, 4), o.qualifier = 'exact' ${order}) as exact
    from observation o join indicator i on i.code = o.indicator_code
    where o.indicator_code = any(${sql.param([...indicators])}::text[])
      and o.org_unit_code = any(${sql.param([...units])}::text[])
      and (o.period_code = any(${sql.param(all)}::text[]) or (o.period_code = any(${sql.param(levels)}::text[])
        and i.basis = any(${sql.param([...levelBases])}::text[])))
      and ${readable(principal, sql`o.org_unit_code`)}
    group by 1, 2`);
  return new Map(rows.map((row) => [targetKey(row), row]));
}

/** A list without the empty places behind the last one that is filled. */
const upToLast = <T>(list: readonly (T | null)[]) => list.slice(0, list.findLastIndex((one) => one !== null) + 1);

/** The units and indicators that a grid of a year may be made of. */
export async function gridChoices(principal: Principal, year: number): Promise<GridChoices | null> {
  if (!maySee(principal.role, 'manageTargets')) return null;
  const [groups, units, topics, usual] = await Promise.all([
    db().execute<GridChoices['groups'][number]>(sql`
      select g.code, g.name_zh as "nameZh", g.name_en as "nameEn", count(distinct m.org_unit_code)::int as members
      from peer_group g join peer_group_member m on m.peer_group_code = g.code
        and m.valid_from <= ${`${year}-12-31`}::date and (m.valid_to is null or m.valid_to >= ${`${year}-01-01`}::date)
      group by g.code order by g.sort_order, g.code`),
    db()
      .select({
        ...{ code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn, initials: orgUnit.initials },
      })
      .from(orgUnit)
      .orderBy(asc(orgUnit.sortOrder), asc(orgUnit.code)),
    db().execute<GridChoices['topics'][number]>(sql`
      select t.code, t.name_zh as "nameZh", t.name_en as "nameEn",
        json_agg(json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en, 'initials', i.initials)
          order by i.sort_order, i.code) as indicators
      from topic t join indicator i on i.topic_code = t.code
      where i.retired_on is null or i.retired_on >= ${`${year}-01-01`}::date
      group by t.code order by t.sort_order, t.code`),
    db().execute<GridChoices['usual'][number]>(sql`
      select distinct t.indicator_code as indicator, m.peer_group_code as "group"
      from (select org_unit_code, indicator_code from target where year = ${year}
        union select org_unit_code, indicator_code from target_draft where year = ${year} and base is not null) t
      join peer_group_member m on m.org_unit_code = t.org_unit_code`),
  ]);
  return { groups, units, topics, usual };
}
