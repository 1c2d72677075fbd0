import { eq, sql } from 'drizzle-orm';
import { type Database, db } from '@/db/client';
import { indicator, peerGroup, topic } from '@/db/schema/catalogue';
import { type Lacking, namedUnits, type SchemeCatalogue } from '@/lib/assessment/schemes/words';
import type { Named } from '@/lib/i18n/words';

type Reader = Pick<Database, 'select' | 'execute'>;

const validOn = (from: string, to: string, today: string) =>
  sql`coalesce(${sql.raw(from)}, '0001-01-01') <= ${today}::date and coalesce(${sql.raw(to)}, '9999-12-31') >= ${today}::date`;

const memberOf = (today: string) => sql`peer_group_member m where ${validOn('m.valid_from', 'm.valid_to', today)}`;

/**
 * The catalogue that a scheme of the group is checked against, as of a day (2026-11-25): all indicators, and of the
 * group its members, the indicators with figures, the units without targets and those outside every published scheme.
 */
export async function schemeCatalogue(group: string, today: string, on: Reader = db()): Promise<SchemeCatalogue> {
  const named = sql`u.code, u.name_zh as "nameZh", u.name_en as "nameEn"`;
  const members = sql`select distinct u.code, u.name_zh, u.name_en, u.sort_order, u.kind, u.is_demonstration
    from org_unit u join (select * from ${memberOf(today)}) m on m.org_unit_code = u.code
    where m.peer_group_code = ${group}`;
  const groups = on
    .select({
      code: peerGroup.code,
      nameZh: peerGroup.nameZh,
      nameEn: peerGroup.nameEn,
      isDemonstration: sql<boolean>`coalesce((select bool_and(u.is_demonstration) from peer_group_member g
        join org_unit u on u.code = g.org_unit_code where g.peer_group_code = peer_group.code), false)`,
    })
    .from(peerGroup)
    .orderBy(peerGroup.sortOrder);
  const topics = on
    .select({ code: topic.code, nameZh: topic.nameZh, nameEn: topic.nameEn })
    .from(topic)
    .orderBy(topic.sortOrder);
  const indicators = on
    .select({
      code: indicator.code,
      nameZh: indicator.nameZh,
      nameEn: indicator.nameEn,
      topic: indicator.topicCode,
      unitZh: indicator.unitZh,
      unitEn: indicator.unitEn,
      decimals: indicator.decimals,
      direction: indicator.direction,
      isRetired: sql<boolean>`coalesce(${indicator.retiredOn} < ${today}::date, false)`,
    })
    .from(indicator)
    .innerJoin(topic, eq(topic.code, indicator.topicCode))
    .orderBy(topic.sortOrder, indicator.sortOrder);
  const units = on.execute<Named>(sql`select ${named} from (${members}) u order by u.sort_order`);
  const data = on.execute<{ code: string }>(
    sql`select distinct indicator_code as code from coverage where peer_group_code = ${group} and units > 0`,
  );
  const lacking = on.execute<{ code: string; base: Lacking; stretch: Lacking }>(sql`
    with member as (${members}),
    having_one as (
      select t.indicator_code, t.org_unit_code, bool_or(t.stretch is not null) as stretches
      from target t join member on member.code = t.org_unit_code group by 1, 2
    ),
    known as (select distinct indicator_code from having_one)
    select known.indicator_code as code, ${withoutOne(sql`true`)} as base, ${withoutOne(sql`h.stretches`)} as stretch
    from known`);
  const uncovered = on.execute<Named>(sql`
    select ${named} from org_unit u
    where ${validOn('u.valid_from', 'u.valid_to', today)}
      and (u.kind, u.is_demonstration) in (select kind, is_demonstration from (${members}) of_group)
      and exists (select from ${memberOf(today)} and m.org_unit_code = u.code)
      and not exists (select from ${memberOf(today)} and m.org_unit_code = u.code and (
        m.peer_group_code = ${group} or m.peer_group_code in (
          select v.document ->> 'peerGroup' from scheme_version v where v.state = 'published')))
    order by u.sort_order`);
  const found = await Promise.all([groups, topics, indicators, units, data, lacking, uncovered]);
  return {
    group,
    groups: found[0],
    topics: found[1],
    indicators: found[2],
    units: [...found[3]],
    withData: found[4].map(({ code }) => code),
    lacking: Object.fromEntries(found[5].map(({ code, base, stretch }) => [code, { base, stretch }])),
    uncovered: [...found[6]],
  };
}

const withoutOne = (isOne: ReturnType<typeof sql>) => sql`(
  select json_build_object('count', count(*), 'units',
    coalesce(json_agg(w.code order by w.sort_order) filter (where w.nth <= ${sql.raw(`${namedUnits}`)}), '[]'))
  from (select member.code, member.sort_order, row_number() over (order by member.sort_order) as nth from member
    where not exists (select from having_one h where h.indicator_code = known.indicator_code
      and h.org_unit_code = member.code and ${isOne})) w)`;
