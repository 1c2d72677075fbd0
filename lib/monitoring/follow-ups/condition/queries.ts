import { type SQL, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { parsePeriod, periodSortKey } from '@/lib/catalogue/periods/period';
import type { Condition, MetBy } from '@/lib/monitoring/follow-ups/words';
import type { Qualifier } from '@/lib/observations/words';

/** The qualifiers of figures that prove a side: 以内 is no proof of at least, and 约 proves neither. */
const proving: Readonly<Record<Condition['side'], readonly Qualifier[]>> = {
  atMost: ['exact', 'at_most'],
  atLeast: ['exact', 'at_least'],
};

/**
 * The first current figure that satisfies a condition, and the day on which it was stored; null while there is none, or for who
 * may not read it. Nothing is stored, so that a figure that is revised away no longer counts.
 */
export async function metBy(
  principal: Principal,
  condition: Condition,
  on: Tx | Database = db(),
): Promise<MetBy | null> {
  const { indicator, unit, period: code, side, value } = condition;
  const period = parsePeriod(code);
  if (!period) return null;
  const isOnSide: SQL = side === 'atMost' ? sql`o.value <= ${value}::numeric` : sql`o.value >= ${value}::numeric`;
  const [found] = await on.execute<MetBy>(sql`
    select o.period_code as period, o.value::text as value, o.version,
      to_char(o.updated_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "on"
    from observation o
    join period p on p.code = o.period_code and p.kind = ${period.kind} and p.sort_key >= ${periodSortKey(period)}
    where o.indicator_code = ${indicator} and o.org_unit_code = ${unit} and ${isOnSide}
      and o.qualifier = any(${sql.param([...proving[side]])}::text[]) and ${readable(principal, sql`o.org_unit_code`)}
    order by p.sort_key, o.period_code limit 1`);
  return found ? { ...found } : null;
}
