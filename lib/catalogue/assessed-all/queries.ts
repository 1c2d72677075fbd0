import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { outStates } from '@/lib/assessment/words';
import {
  type GapCounts,
  neverAssessed,
  type UnansweredItem,
  type UnassessedUnit,
} from '@/lib/catalogue/assessed-all/words';
import { pageLength, pageWithin } from '@/lib/paging';

const texts = (words: readonly string[]) => sql`${sql.param([...words])}::text[]`;

/** The home units of the place with all that belong to them: peers elsewhere are compared, and not assessed here. */
const atHome = sql`(
  not exists (select from place where jsonb_array_length(settings -> 'homeUnits') > 0)
  or u.code in (
    with recursive home as (
      select h.code from place, jsonb_array_elements_text(settings -> 'homeUnits') as h (code)
      union select below.code from org_unit below join home on below.parent_code = home.code
    )
    select code from home))`;

/** The units of the place that exist on a day and can be assessed. */
const active = (today: string) => sql`org_unit u where u.kind <> all(${texts(neverAssessed)}) and ${atHome}
  and (u.valid_from is null or u.valid_from <= ${today}::date) and (u.valid_to is null or u.valid_to >= ${today}::date)`;

const inNoGroup = (today: string): SQL => sql`${active(today)} and not exists (select from peer_group_member m
  where m.org_unit_code = u.code and m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to >= ${today}::date))`;

/** Of them, those in no sequence of a published scheme in a year, and in no published run of a period of it. */
const inNoScheme = (year: number, today: string): SQL => sql`${active(today)}
  and not exists (
    select from peer_group_member m join scheme_version v on v.document ->> 'peerGroup' = m.peer_group_code
      and v.state = 'published' and coalesce((v.document -> 'isExample')::boolean, false) is false
    where m.org_unit_code = u.code and m.valid_from <= make_date(${year}::int, 12, 31)
      and (m.valid_to is null or m.valid_to >= make_date(${year}::int, 1, 1)))
  and not exists (
    select from run_score s join run r on r.id = s.run_id and r.state = any(${texts(outStates)})
      join period p on p.code = r.period_code and p.year = ${year}::int
    where s.org_unit_code = u.code)`;

/** The items of published schemes, with the indicators that name no responsible body. */
const unanswered = sql`(
  with recursive node as (
    select v.scheme_code, v.document -> 'root' as body from scheme_version v
    where v.state = 'published' and coalesce((v.document -> 'isExample')::boolean, false) is false
    union all
    select node.scheme_code, part from node, jsonb_array_elements(
      case when node.body ->> 'kind' = 'block' then node.body -> 'parts' else '[]'::jsonb end) part
  )
  select node.scheme_code, node.body ->> 'key' as key, node.body ->> 'nameZh' as name_zh,
    node.body ->> 'nameEn' as name_en, i.code, i.name_zh as indicator_zh, i.name_en as indicator_en
  from node join indicator i on i.code = node.body ->> 'indicator'
  where node.body ->> 'kind' = 'item' and btrim(i.responsible_zh) in ('', '—', '-')
)`;

type Page<Row> = { readonly rows: readonly Row[]; readonly total: number; readonly page: number };

async function unitsIn(which: SQL, asked: number): Promise<Page<UnassessedUnit>> {
  const [counted] = await db().execute<{ total: number }>(sql`select count(*)::int as total from ${which}`);
  const total = counted?.total ?? 0;
  const page = pageWithin(asked, total);
  const rows = await db().execute<UnassessedUnit>(sql`
    select found.code, found.name_zh as "nameZh", found.name_en as "nameEn", found.kind,
      case when parent.code is null then null
        else json_build_object('nameZh', parent.name_zh, 'nameEn', parent.name_en) end as parent
    from (select u.* from ${which} order by u.sort_order, u.code limit ${pageLength}
      offset ${(page - 1) * pageLength}) found
    left join org_unit parent on parent.code = found.parent_code
    order by found.sort_order, found.code`);
  return { rows: [...rows], total, page };
}

const nothing = { rows: [], total: 0, page: 1 } as const;

/** A page of the units that belong to no sequence on a day. */
export async function unitsWithoutGroup(principal: Principal, asked: { today: string; page: number }) {
  return maySee(principal.role, 'manageUnits') ? unitsIn(inNoGroup(asked.today), asked.page) : nothing;
}

/** A page of the units that no scheme covers in a year. */
export async function unitsWithoutScheme(principal: Principal, asked: { year: number; today: string; page: number }) {
  if (!maySee(principal.role, 'manageUnits')) return nothing;
  return unitsIn(inNoScheme(asked.year, asked.today), asked.page);
}

/** A page of the items of published schemes for which nobody is responsible. */
export async function itemsWithoutBody(principal: Principal, asked: { page: number }): Promise<Page<UnansweredItem>> {
  if (!maySee(principal.role, 'manageUnits')) return nothing;
  const [counted] = await db().execute<{ total: number }>(sql`select count(*)::int as total from ${unanswered} gone`);
  const total = counted?.total ?? 0;
  const page = pageWithin(asked.page, total);
  const rows = await db().execute<UnansweredItem>(sql`
    select json_build_object('code', s.code, 'nameZh', s.name_zh, 'nameEn', s.name_en) as scheme,
      json_build_object('nameZh', a.name_zh, 'nameEn', a.name_en) as item, a.key,
      json_build_object('code', a.code, 'nameZh', a.indicator_zh, 'nameEn', a.indicator_en) as indicator
    from ${unanswered} a join scheme s on s.code = a.scheme_code
    order by s.code, a.key limit ${pageLength} offset ${(page - 1) * pageLength}`);
  return { rows: [...rows], total, page };
}

/** How many units and items each list has, in one statement. */
export async function gapCounts(principal: Principal, asked: { year: number; today: string }): Promise<GapCounts> {
  if (!maySee(principal.role, 'manageUnits')) return { noGroup: 0, noScheme: 0, noBody: 0 };
  const [counts] = await db().execute<GapCounts>(sql`
    select (select count(*)::int from ${inNoGroup(asked.today)}) as "noGroup",
      (select count(*)::int from ${inNoScheme(asked.year, asked.today)}) as "noScheme",
      (select count(*)::int from ${unanswered} gone) as "noBody"`);
  return counts ?? { noGroup: 0, noScheme: 0, noBody: 0 };
}
