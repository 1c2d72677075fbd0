import { type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import { type Principal, readsNothing } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import type { Named } from '@/lib/i18n/words';
import { lastDay, monthText } from '@/lib/monitoring/lamps/month-text';
import type { LampIndicator } from '@/lib/monitoring/lamps/rule-sets/trial/words';
import {
  type LampChoice,
  type LampMonth,
  type LampTable,
  mostListed,
  type ShownLamp,
  type UnlitTarget,
} from '@/lib/monitoring/lamps/shown/words';
import type { LampColour } from '@/lib/monitoring/lamps/words';
import { pageLength } from '@/lib/paging';

/** Whether somebody may see lamps. */
export const seesLamps = (principal: Principal) => !readsNothing(principal) && maySee(principal.role, 'lamps');

/** The sequences that have lamps, or rules that light them. */
export async function lampGroups(principal: Principal): Promise<Named[]> {
  if (!seesLamps(principal)) return [];
  return db().execute<Named>(sql`
    select g.code, g.name_zh as "nameZh", g.name_en as "nameEn" from peer_group g
    where exists (select from lamp_rule_set s where s.peer_group_code = g.code and s.adopted_at is not null)
    order by g.sort_order, g.code`);
}

/** The months in which units of a sequence have lamps, the newest first; three years at most. */
export async function lampMonths(principal: Principal, group: string): Promise<LampMonth[]> {
  if (!seesLamps(principal)) return [];
  return db().execute<LampMonth>(sql`
    select year, month from generate_series((select min(year)::int from lamp), (select max(year)::int from lamp)) year
    cross join generate_series(1, 12) month
    where exists (select from peer_group_member m join lamp l on l.org_unit_code = m.org_unit_code
      where m.peer_group_code = ${group} and l.year = year.year and l.month = month.month and l.colour is not null
        and ${readable(principal, sql`l.org_unit_code`)})
    order by 1 desc, 2 desc limit 36`);
}

/** The members of a sequence at the end of a month, when lamps are judged, of which somebody may read, in its official order. */
export function membersIn(principal: Principal, { group, ...month }: LampMonth & { readonly group: string }): SQL {
  const day = lastDay(monthText(month));
  return sql`(
    select u.code, u.name_zh, u.name_en, row_number() over (order by m.position nulls last, u.sort_order, u.code) as at
    from peer_group_member m join org_unit u on u.code = m.org_unit_code
    where m.peer_group_code = ${group} and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date)
      and ${readable(principal, sql`u.code`)})`;
}

/** A `LampIndicator` of the indicator `i`. */
export const lampIndicator = sql`jsonb_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en,
  'unitZh', i.unit_zh, 'unitEn', i.unit_en, 'decimals', i.decimals, 'measure', i.measure, 'direction', i.direction)`;

/** A `ShownLamp` but for whether it is revised, of the tables below. */
export const lampColumns = sql`
  l.org_unit_code as unit, l.indicator_code as indicator, l.year, l.month, l.version, l.colour, l.judged,
  l.red_in_row as "redInRow", l.red_in_year as "redInYear", l.facts, s.rules,
  json_build_object('code', s.code, 'number', s.number, 'nameZh', s.name_zh) as "ruleSet",
  coalesce(by.name, l.set_by) as "setBy", l.set_reason as "setReason", l.told_at as "toldAt"`;
export const lampTables = sql`lamp l
  join lamp_rule_set s on s.code = l.rule_set_code and s.number = l.rule_set_number
  left join app_user by on by.id = l.set_by`;

/**
 * Which version of a lamp is shown: the one that counts, as told where it was told and else as it is; the newest; or the newest
 * of those that were told by a moment, with its indicators in the order of that time.
 */
export type WhichLamps = 'counting' | 'newest' | { readonly toldBy: Date; readonly order: readonly string[] };

/** Where an indicator stands in the catalogue, or stood when its lamps were told. */
export const placeIn = (which: WhichLamps): SQL =>
  typeof which === 'object'
    ? sql`0 as topic_at, array_position(${sql.param([...which.order])}::text[], i.code) as indicator_at`
    : sql`p.sort_order as topic_at, i.sort_order as indicator_at`;

/** The targets of members in a year, as `t`, for which some lamps show no colour. */
const withoutLamp = (members: SQL, { year }: LampMonth, lamps: SQL): SQL => sql`
  target t join ${members} m on m.code = t.org_unit_code
  where t.year = ${year} and not exists (select from ${lamps} lit
    where lit.unit = t.org_unit_code and lit.indicator = t.indicator_code and lit.colour is not null)`;

/** The members of whose targets in a year some lamps show no colour, with their number. */
export const unlitOf = (members: SQL, month: LampMonth, lamps: SQL): SQL => sql`(
  select t.org_unit_code as code, count(*)::int as unlit from ${withoutLamp(members, month, lamps)} group by 1)`;

const toldAmong = (which: WhichLamps): SQL =>
  typeof which === 'object' ? sql`l.told_at <= ${which.toldBy.toISOString()}::timestamptz` : sql`true`;
/** Which version of a lamp stands first, where one of them is shown. */
export const versionsBy = (which: WhichLamps): SQL =>
  which === 'counting' ? sql`l.told_at is null, l.version desc` : sql`l.version desc`;
const firstOf = (which: WhichLamps): SQL => sql`l.org_unit_code, l.indicator_code, ${versionsBy(which)}`;

/** The colours of members in a month, without what else a lamp says: for counting, and for choosing some of many. */
export const coloursIn = (members: SQL, { year, month }: LampMonth, which: WhichLamps = 'counting'): SQL => sql`(
  select distinct on (l.org_unit_code, l.indicator_code) l.org_unit_code as unit, l.indicator_code as indicator, l.colour,
    l.red_in_year as "redInYear", (l.facts->>'gapPoints')::double precision as "gapPoints", m.at as unit_at
  from ${members} m join lamp l on l.org_unit_code = m.code
  where l.year = ${year} and l.month = ${month} and ${toldAmong(which)}
  order by ${firstOf(which)})`;

/**
 * The lamps of members in a month, or those whose unit and indicator are among `some`; no lamp that was told by a moment is
 * told to be revised.
 */
export const lampsIn = (
  members: SQL,
  { year, month }: LampMonth,
  which: WhichLamps = 'counting',
  some: SQL | null = null,
): SQL => sql`(
  select distinct on (l.org_unit_code, l.indicator_code) ${lampColumns}, m.at as unit_at, m.name_zh as unit_zh,
    m.name_en as unit_en, ${placeIn(which)},
    max(l.version) over (partition by l.org_unit_code, l.indicator_code) > l.version and ${which === 'counting'}::boolean
      as "isRevised"
  from ${members} m join ${lampTables} on l.org_unit_code = m.code
  join indicator i on i.code = l.indicator_code join topic p on p.code = i.topic_code
  where l.year = ${year} and l.month = ${month} and ${toldAmong(which)}
    and ${some ? sql`(l.org_unit_code, l.indicator_code) in ${some}` : sql`true`}
  order by ${firstOf(which)})`;

const worstFirst = sql`array_position(array['red', 'yellow', 'green'], colour)`;

/** The lamps of a sequence in a month: a page of its units as a table, and the worst of all as a list. */
export async function lampTable(
  principal: Principal,
  choice: LampChoice,
  { page, most = mostListed }: { readonly page: number; readonly most?: number },
): Promise<LampTable> {
  return tableOf(principal, membersIn(principal, choice), choice, { page, most });
}

/** The lamps of members in a month, as `lampTable` gives them for a sequence. */
export async function tableOf(
  principal: Principal,
  members: SQL,
  choice: LampChoice & { readonly which?: WhichLamps },
  { page, most = mostListed }: { readonly page: number; readonly most?: number },
  on: Pick<Tx, 'execute'> = db(),
): Promise<LampTable> {
  const nothing = { units: [], total: 0, indicators: [], lamps: [], unlit: [], listed: [], listedOf: 0 };
  if (!seesLamps(principal)) return { ...nothing, counts: { red: 0, yellow: 0, green: 0, unlit: 0 } };
  const [lamps, colours] = [lampsIn(members, choice, choice.which), coloursIn(members, choice, choice.which)];
  const [units, indicators, counted, unlit, listed] = await Promise.all([
    on.execute<Named & { total: number }>(sql`
      select code, name_zh as "nameZh", name_en as "nameEn", (count(*) over ())::int as total from ${members} m
      order by at limit ${pageLength} offset ${(page - 1) * pageLength}`),
    on.execute<LampIndicator>(sql`
      select i.code, i.name_zh as "nameZh", i.name_en as "nameEn", i.unit_zh as "unitZh", i.unit_en as "unitEn",
        i.decimals, i.measure, i.direction
      from indicator i join topic p on p.code = i.topic_code
      where exists (select from target t join ${members} m on m.code = t.org_unit_code
          where t.indicator_code = i.code and t.year = ${choice.year})
        or exists (select from lamp l join ${members} m on m.code = l.org_unit_code
          where l.indicator_code = i.code and l.year = ${choice.year} and l.month = ${choice.month})
      order by p.sort_order, i.sort_order, i.code`),
    on.execute<{ colour: LampColour; count: number }>(sql`
      select colour, count(*)::int as count from ${colours} colours where colour is not null group by 1`),
    on.execute<{ count: number }>(sql`
      select coalesce(sum(unlit), 0)::int as count from ${unlitOf(members, choice, colours)} unlit`),
    on.execute<ShownLamp & { unitName: Named; total: number }>(sql`
      select lamps.*, json_build_object('code', unit, 'nameZh', unit_zh, 'nameEn', unit_en) as "unitName",
        (count(*) over ())::int as total
      from ${lamps} lamps where colour is not null and (${choice.only}::text = '' or colour = ${choice.only})
      order by ${worstFirst}, unit_at, topic_at, indicator_at, indicator limit ${most}`),
  ]);
  const codes = sql.param(units.map(({ code }) => code));
  const [onPage, unlitOnPage] = await Promise.all([
    on.execute<ShownLamp>(sql`select lamps.* from ${lamps} lamps where unit = any(${codes}::text[])`),
    on.execute<UnlitTarget>(sql`
      select t.org_unit_code as unit, t.indicator_code as indicator from ${withoutLamp(members, choice, colours)}
        and m.code = any(${codes}::text[])`),
  ]);
  const count = (colour: LampColour) => counted.find((one) => one.colour === colour)?.count ?? 0;
  return {
    units: units.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn })),
    total: units[0]?.total ?? 0,
    indicators,
    lamps: onPage,
    unlit: unlitOnPage,
    counts: { red: count('red'), yellow: count('yellow'), green: count('green'), unlit: unlit[0]?.count ?? 0 },
    listed,
    listedOf: listed[0]?.total ?? 0,
  };
}

/** Every stored version of the lamps of an indicator of a unit in a year, the oldest first. */
export async function lampVersions(
  principal: Principal,
  { unit, indicator, year }: { readonly unit: string; readonly indicator: string; readonly year: number },
): Promise<ShownLamp[]> {
  if (!seesLamps(principal)) return [];
  return db().execute<ShownLamp>(sql`
    select ${lampColumns}, false as "isRevised" from ${lampTables}
    where l.org_unit_code = ${unit} and l.indicator_code = ${indicator} and l.year = ${year}
      and ${readable(principal, sql`l.org_unit_code`)}
    order by l.month, l.version`);
}

/** The months of which lamps are asked for: from one to another, both counted. */
export type LampSpan = { readonly from: LampMonth; readonly to: LampMonth };

/** The lamps of some units as they count, each unit in its newest month that has any; with a span the newest in it. */
export async function newestLamps(
  principal: Principal,
  units: readonly string[],
  span: LampSpan | null,
): Promise<(ShownLamp & { readonly about: LampIndicator })[]> {
  if (!seesLamps(principal) || units.length === 0) return [];
  const ofUnits = sql`l.org_unit_code = any(${sql.param([...units])}::text[]) and ${readable(principal, sql`l.org_unit_code`)}`;
  const within = span
    ? sql`(l.year, l.month) between (${span.from.year}, ${span.from.month}) and (${span.to.year}, ${span.to.month})`
    : sql`true`;
  return db().execute<ShownLamp & { about: LampIndicator }>(sql`
    with newest as (
      select l.org_unit_code as unit, max(l.year * 12 + l.month) as at from lamp l
      where ${ofUnits} and ${within} and l.colour is not null group by 1),
    counting as (
      select distinct on (l.org_unit_code, l.indicator_code) ${lampColumns},
        max(l.version) over (partition by l.org_unit_code, l.indicator_code) > l.version as "isRevised",
        ${lampIndicator} as about, ${placeIn('counting')}
      from newest n join ${lampTables} on l.org_unit_code = n.unit and l.year * 12 + l.month = n.at
      join indicator i on i.code = l.indicator_code join topic p on p.code = i.topic_code
      order by ${firstOf('counting')})
    select * from counting where colour is not null order by unit, topic_at, indicator_at, indicator`);
}
