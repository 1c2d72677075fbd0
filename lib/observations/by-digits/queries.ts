import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { folded } from '@/lib/catalogue/names/queries';
import { digitsIn } from '@/lib/observations/by-digits/digits-in';
import type { NumberFound } from '@/lib/observations/by-digits/words';

/**
 * The published figures that a query is the number of, as printed or with more or fewer decimals that say the same, with the
 * unit of measure where it names one. Those with the same decimals first, then the latest; none for a query that is no number.
 */
export async function figuresByDigits(principal: Principal, query: string, limit: number): Promise<NumberFound[]> {
  const asked = digitsIn(query);
  if (asked === null) return [];
  const measured =
    asked.unit === ''
      ? sql`true`
      : sql`o.indicator_code in (select code from indicator
          where ${asked.unit} in (${folded(sql`unit_zh`)}, ${folded(sql`unit_en`)}))`;
  // Three stretches of one index, each read from its end, so that a number that many figures have costs no more.
  const stretches = (['=', '>', '<'] as const).map(
    (as) => sql`(
      select o.* from observation o
      where round(o.value, o.decimals) = ${asked.number}::numeric and o.decimals ${sql.raw(as)} ${asked.decimals}::int
        and ${readable(principal, sql`o.org_unit_code`)} and ${measured}
      order by o.decimals desc, o.period_code desc limit ${limit})`,
  );
  const rows = await db().execute<NumberFound>(sql`
    select o.value::text as value, o.decimals, o.qualifier, o.qualifier_printed as "qualifierPrinted",
      o.period_code as "periodCode", json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
      json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en, 'unitZh', i.unit_zh, 'unitEn', i.unit_en,
        'measure', i.measure) as indicator
    from (${sql.join(stretches, sql` union all `)}) o
    join org_unit u on u.code = o.org_unit_code join indicator i on i.code = o.indicator_code
    join period p on p.code = o.period_code
    order by o.decimals = ${asked.decimals}::int desc, p.sort_key desc, u.sort_order, i.sort_order limit ${limit}`);
  return [...rows];
}
