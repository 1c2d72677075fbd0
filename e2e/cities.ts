import type { Sql } from '@/db/client';

export type CityFigure = { readonly name: string; readonly value: string; readonly decimals: number };

/** The thirteen cities' product of 2022 in the database, largest first. */
export async function citiesByProduct(sql: Sql): Promise<readonly CityFigure[]> {
  return sql<CityFigure[]>`
    select org_unit.name_zh as name, observation.value, observation.decimals from observation
    join peer_group_member member on member.org_unit_code = observation.org_unit_code
      and member.peer_group_code = 'JS_CITIES'
    join org_unit on org_unit.code = observation.org_unit_code
    where indicator_code = 'GDP' and period_code = '2022'
    order by observation.value desc`;
}

/**
 * A decimal string with its thousands grouped; implemented here again, so that the product is not compared with itself.
 */
export function groupedFigure({ value, decimals }: CityFigure): string {
  return Number(value).toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
