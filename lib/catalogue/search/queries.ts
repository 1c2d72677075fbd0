import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { annotation } from '@/db/schema/annotations';
import { orgUnit } from '@/db/schema/catalogue';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { readableSchemes } from '@/lib/assessment/schemes/queries';
import { catalogueNames, folded } from '@/lib/catalogue/names/queries';
import { plainName } from '@/lib/catalogue/plain-name';
import { figureCuts, mayNameFigure, type Words } from '@/lib/catalogue/search/figure-cuts';
import { type Found, type FoundFigure, foundKinds } from '@/lib/catalogue/search/words';

/**
 * Indicators, units, responsible departments, schemes, sources, honours and events whose Chinese or English name, alias, pinyin initials or
 * code contain the words. Exact matches first, then those that begin with the words, then the others. At most `limit` of
 * each kind.
 */
export async function searchCatalogue(principal: Principal, words: string, limit: number): Promise<Found[]> {
  const text = plainName(words).replaceAll(' ', '');
  if (text === '') return [];
  const inside = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db().execute<Found>(sql`
    with catalogue as (
      select 'indicator' as kind, code, name_zh, name_en, initials, sort_order from indicator
      union all
      select 'unit', code, name_zh, name_en, initials, sort_order from org_unit
        where ${readable(principal, orgUnit.code)}
      union all
      select distinct 'department', responsible_zh, responsible_zh, responsible_en, '', 0 from indicator
        where responsible_zh <> ''
      union all
      select 'source', code, title, publisher, '', sort_order from source
      union all
      select 'annotation', id, title_zh, title_en, '', (date '2200-01-01' - starts_on) from annotation
        where kind <> 'annotation' and withdrawn_reason is null and ${readable(principal, annotation.orgUnitCode)}
      union all
      ${readableSchemes(principal)}
    ),
    plain as (
      select *, ${folded(sql`name_zh`)} as zh, ${folded(sql`name_en`)} as en,
        case kind
          when 'indicator' then array(select ${folded(sql`alias`)} from indicator_alias where indicator_code = code)
          when 'unit' then array(select ${folded(sql`alias`)} from org_unit_alias where org_unit_code = code)
          else '{}' end as aliases
      from catalogue
    ),
    matched as (
      select *, case
          when ${text} in (zh, en, initials, lower(code)) or ${text} = any(aliases) then 0
          when starts_with(zh, ${text}) or starts_with(en, ${text})
            or starts_with(initials, ${text}) or starts_with(lower(code), ${text}) then 1
          else 2 end as distance
      from plain
      where zh like ${inside} or en like ${inside} or initials like ${inside} or lower(code) like ${inside}
        or exists (select 1 from unnest(aliases) as alias where alias like ${inside})
    ),
    numbered as (
      select *, row_number() over (partition by kind order by distance, sort_order) as at from matched
    )
    select kind, code, name_zh as "nameZh", name_en as "nameEn" from numbered
    where at <= ${limit}
    order by array_position(${sql.param([...foundKinds])}::text[], kind), distance, sort_order`);
  return [...rows];
}

/**
 * The units with an indicator that the words name together, as 甲区 用电量 does, in either order, or 甲区用电量; by names,
 * short names, aliases, initials and codes. Only where the unit has a figure. Whole names come first, then the official
 * order of units. With the group in which the unit is ranked by the indicator: of several the one of most units.
 */
export async function findFigures(principal: Principal, words: string, limit: number): Promise<FoundFigure[]> {
  if (!mayNameFigure(words)) return [];
  const cuts = figureCuts(words, await catalogueNames(db()));
  if (cuts.length === 0) return [];
  const isNamed = (of: 'u' | 'i', { parts, codes }: Words) => {
    const [code, initials] = [sql.raw(`${of}.code`), sql.raw(`${of}.initials`)];
    const texts = [...['zh', 'en'].map((name) => folded(sql.raw(`${of}.name_${name}`))), initials];
    const each = parts.map((part) => {
      const inside = `%${part.replace(/[\\%_]/g, '\\$&')}%`;
      return sql`(${sql.join(
        texts.map((text) => sql`${text} like ${inside}`),
        sql` or `,
      )})`;
    });
    const byCode = sql`${code} = any(${sql.param([...codes])}::text[])`;
    return { byCode, either: parts.length === 0 ? byCode : sql`(${byCode} or ${sql.join(each, sql` and `)})` };
  };
  const named = cuts.map(({ unit, indicator }) => [isNamed('u', unit), isNamed('i', indicator)] as const);
  const either = named.map(([unit, indicator]) => sql`(${unit.either} and ${indicator.either})`);
  const exact = named.map(([unit, indicator]) => sql`(${unit.byCode} and ${indicator.byCode})`);
  const rows = await db().execute<FoundFigure>(sql`
    select json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
      json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en) as indicator,
      (select c.peer_group_code from coverage c
        join period p on p.code = c.period_code and p.kind <> 'undated'
        join peer_group_member m on m.peer_group_code = c.peer_group_code and m.org_unit_code = u.code
          and m.valid_from <= p.ends_on and (m.valid_to is null or m.valid_to >= p.starts_on)
        join observation o on o.indicator_code = i.code and o.period_code = c.period_code and o.org_unit_code = u.code
        where c.indicator_code = i.code
        order by c.units desc, p.sort_key desc, c.peer_group_code limit 1) as "group"
    from (select * from org_unit where ${readable(principal, orgUnit.code)}) u cross join indicator i
    where (${sql.join(either, sql` or `)})
      and exists (select from observation o where o.indicator_code = i.code and o.org_unit_code = u.code)
    order by ${sql.join(exact, sql` or `)} desc, u.sort_order, i.sort_order limit ${limit}`);
  return [...rows];
}
