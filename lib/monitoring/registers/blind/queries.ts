import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import type { BlindCounts, BlindRow, BlindTables, RegisterToday } from '@/lib/monitoring/registers/blind/words';
import { isBlind } from '@/lib/monitoring/registers/list/queries';
import { factsOn, inSight, registerList } from '@/lib/monitoring/registers/queries';
import { blindSpots, type Register } from '@/lib/monitoring/registers/words';

const none: BlindCounts = {
  ...{ entries: 0, noField: 0, noGrade: 0, noBureau: 0, noStreet: 0, endedUnit: 0, notVisited: 0 },
};

/** The blind spots of the entries in sight on a day: of all, and by street and by bureau, in one statement. */
export async function blindTables(principal: Principal, register: Register, day: string): Promise<BlindTables> {
  const counts = blindSpots.map(
    (spot) => sql`(count(*) filter (where ${isBlind(register, spot, day)}))::int as ${sql.raw(`"${spot}"`)}`,
  );
  const rows = await db().execute<BlindRow & { of: 'streets' | 'bureaus' | 'all' }>(sql`
    select k.of, case when u.code is not null then
        json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) end as unit,
      k.entries, ${sql.join(
        blindSpots.map((spot) => sql.raw(`k."${spot}"`)),
        sql`, `,
      )}
    from (
      select case when grouping(e.street) = 0 then 'streets' when grouping(e.bureau) = 0 then 'bureaus' else 'all' end as of,
        coalesce(e.street, e.bureau) as code, count(*)::int as entries, ${sql.join(counts, sql`, `)}
      from ${factsOn(register.code, day)} e where e.state = 'joined' and ${inSight(principal)}
      group by grouping sets ((e.street), (e.bureau), ())) k
    left join org_unit u on u.code = k.code
    order by u.sort_order nulls last, k.code`);
  const some = (which: 'streets' | 'bureaus') => rows.flatMap(({ of, ...row }) => (of === which ? [row] : []));
  const [all = none] = rows.flatMap(({ of, unit: _, ...counted }) => (of === 'all' ? [counted] : []));
  return { all, streets: some('streets'), bureaus: some('bureaus') };
}

/** Every register with the entries that somebody sees today, and how many of them are in any blind spot. */
export async function registersToday(principal: Principal, today: string): Promise<RegisterToday[]> {
  const registers = await registerList(principal);
  return Promise.all(
    registers.map(async (register) => {
      const anySpot = sql.join(
        blindSpots.map((spot) => sql`(${isBlind(register, spot, today)})`),
        sql` or `,
      );
      const [row] = await db().execute<{ entries: number; blind: number }>(sql`
        select count(*)::int as entries, (count(*) filter (where ${anySpot}))::int as blind
        from ${factsOn(register.code, today)} e where e.state = 'joined' and ${inSight(principal)}`);
      return { register, entries: row?.entries ?? 0, blind: row?.blind ?? 0 };
    }),
  );
}
