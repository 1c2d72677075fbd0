import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { orgUnit } from '@/db/schema/catalogue';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { readableSchemes } from '@/lib/assessment/schemes/queries';
import { plainName } from '@/lib/catalogue/plain-name';
import { type Found, foundKinds } from '@/lib/catalogue/search/words';

/** A column in the form of `plainName`, without any space. */
const folded = (column: SQL) => sql`translate(lower(normalize(${column}, nfkc)), '—–−― ', '----')`;

/**
 * Indicators, units, schemes and sources whose Chinese or English name, alias, pinyin initials or code contain the words. Exact matches
 * first, then those that begin with the words, then the others. At most `limit` of each kind.
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
      select 'source', code, title, publisher, '', sort_order from source
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
