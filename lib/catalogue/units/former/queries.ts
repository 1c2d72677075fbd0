import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { orgUnit, orgUnitFormer } from '@/db/schema/catalogue';

/**
 * The condition that joins `org_unit_former` to `org_unit` in a left join: the row that still held on `day`, the last day
 * of the period that is shown; none where today's name and parent held already, and for no day.
 */
export function formerOn(day: SQLWrapper): SQL {
  return sql`${orgUnitFormer.orgUnitCode} = ${orgUnit.code} and ${orgUnitFormer.validTo} = (
    select min(f.valid_to) from org_unit_former f where f.org_unit_code = ${orgUnit.code} and f.valid_to >= ${day})`;
}

/** The name and the parent of a unit on the day of `formerOn`. */
export const asThen = {
  nameZh: sql<string>`coalesce(${orgUnitFormer.nameZh}, ${orgUnit.nameZh})`,
  nameEn: sql<string>`coalesce(${orgUnitFormer.nameEn}, ${orgUnit.nameEn})`,
  parentCode: sql<string | null>`case when ${orgUnitFormer.orgUnitCode} is null then ${orgUnit.parentCode}
    else ${orgUnitFormer.parentCode} end`,
};
