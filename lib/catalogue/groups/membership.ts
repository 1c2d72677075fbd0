import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

type Asked = { readonly units: readonly string[]; readonly from: string; readonly group?: string };

const codes = (units: readonly string[]) => sql`${sql.param([...units])}::text[]`;

/**
 * Ends the membership of units from a day on, in one group or in all: the day before is the last one, and what would
 * begin later is dropped. Returns what ended, by group and unit.
 */
export async function leaveGroups(tx: Tx, { units, from, group }: Asked): Promise<{ group: string; unit: string }[]> {
  const of = sql`org_unit_code = any(${codes(units)}) ${group === undefined ? sql`` : sql`and peer_group_code = ${group}`}`;
  const ended = await tx.execute<{ group: string; unit: string }>(sql`
    with later as (
      delete from peer_group_member where ${of} and valid_from >= ${from}::date
      returning peer_group_code, org_unit_code
    ),
    cut as (
      update peer_group_member set valid_to = ${from}::date - 1
      where ${of} and valid_from < ${from}::date and (valid_to is null or valid_to >= ${from}::date)
      returning peer_group_code, org_unit_code
    )
    select distinct peer_group_code as "group", org_unit_code as unit
    from (select * from later union select * from cut) gone order by 1, 2`);
  return [...ended];
}

/**
 * Makes units members of a group from a day on. A membership that ended the day before goes on, one that would begin
 * later begins now, and one that holds is left. Returns the units that joined.
 */
export async function joinGroup(tx: Tx, { units, from, group }: Required<Asked>): Promise<string[]> {
  const asked = sql`peer_group_code = ${group} and org_unit_code = any(${codes(units)})`;
  const joined = await tx.execute<{ unit: string }>(sql`
    with later as (
      delete from peer_group_member where ${asked} and valid_from > ${from}::date returning org_unit_code, position
    ),
    continued as (
      update peer_group_member set valid_to = null
      where ${asked} and valid_from <= ${from}::date and valid_to >= ${from}::date - 1
      returning org_unit_code
    ),
    begun as (
      insert into peer_group_member (peer_group_code, org_unit_code, valid_from, position)
      select ${group}, u.code, ${from}::date, coalesce((select min(position) from later where org_unit_code = u.code),
        (select min(m.position) from peer_group_member m where m.peer_group_code = ${group} and m.org_unit_code = u.code))
      from unnest(${codes(units)}) as u (code)
      where not exists (select from peer_group_member m where m.peer_group_code = ${group}
        and m.org_unit_code = u.code and m.valid_from <= ${from}::date
        and (m.valid_to is null or m.valid_to >= ${from}::date - 1))
      on conflict do nothing
      returning org_unit_code
    )
    select org_unit_code as unit from continued union select org_unit_code from begun order by 1`);
  return joined.map(({ unit }) => unit);
}

/**
 * Makes units members of a group from a day until another; their other memberships stay. One that ended the day before
 * goes on, and those who are members on a day between already are left. Returns the units that joined.
 */
export async function joinUntil(tx: Tx, { units, from, group }: Required<Asked>, until: string): Promise<string[]> {
  const joined = await tx.execute<{ unit: string }>(sql`
    with free as (
      select u.code from unnest(${codes(units)}) as u (code)
      where ${from}::date <= ${until}::date and not exists (select from peer_group_member m
        where m.peer_group_code = ${group} and m.org_unit_code = u.code and m.valid_from <= ${until}::date
          and (m.valid_to is null or m.valid_to >= ${from}::date))
    ),
    continued as (
      update peer_group_member m set valid_to = ${until}::date from free
      where m.peer_group_code = ${group} and m.org_unit_code = free.code and m.valid_to = ${from}::date - 1
      returning m.org_unit_code
    ),
    begun as (
      insert into peer_group_member (peer_group_code, org_unit_code, valid_from, valid_to, position)
      select ${group}, free.code, ${from}::date, ${until}::date, (select min(m.position) from peer_group_member m
        where m.peer_group_code = ${group} and m.org_unit_code = free.code)
      from free where free.code not in (select org_unit_code from continued)
      on conflict do nothing
      returning org_unit_code
    )
    select org_unit_code as unit from continued union select org_unit_code from begun order by 1`);
  return joined.map(({ unit }) => unit);
}

/** Gives members places in the official order of a group, in the order of `units`; 0 leaves the place of one. */
export async function placeMembers(
  tx: Tx,
  { units, group }: Required<Asked>,
  places: readonly number[],
): Promise<void> {
  await tx.execute(sql`
    update peer_group_member m set position = place.at
    from unnest(${codes(units)}, ${sql.param([...places])}::int[]) as place (unit, at)
    where m.peer_group_code = ${group} and m.org_unit_code = place.unit and place.at > 0`);
}

/** The codes of groups of which any of the units is a member on a day, each with the first of their places in its order. */
export async function groupsOn(
  tx: Tx,
  { units, from }: Pick<Asked, 'units' | 'from'>,
): Promise<{ group: string; position: number | null }[]> {
  return [
    ...(await tx.execute<{ group: string; position: number | null }>(sql`
      select peer_group_code as "group", min(position) as position from peer_group_member
      where org_unit_code = any(${codes(units)}) and valid_from <= ${from}::date
        and (valid_to is null or valid_to >= ${from}::date)
      group by 1 order by 1`)),
  ];
}
