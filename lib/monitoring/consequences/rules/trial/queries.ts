import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { todayOf } from '@/lib/catalogue/today';
import type { Named } from '@/lib/i18n/words';
import { metBy } from '@/lib/monitoring/consequences/met/queries';
import { triedRule } from '@/lib/monitoring/consequences/rules/queries';
import type { Basis } from '@/lib/monitoring/consequences/words';

/** A unit that would have met a rule, when, and by what. */
export type TriedLine = {
  readonly unit: Named;
  readonly met: string;
  readonly share: number | null;
  readonly basis: Basis;
  /** The indicator of its lamps. */
  readonly indicator: Named | null;
};

/** The most lines of a trial that are shown. */
const mostTried = 200;

/**
 * Who would have met a rule in all that was told and published, the newest first, as if it had always held; of follow-ups those
 * that are late today. Nothing is stored. Null for no such rule, and for who may not see rules.
 */
export async function ruleTrial(
  principal: Principal,
  rule: { readonly code: string; readonly number: number },
  now: Date,
): Promise<{ readonly lines: readonly TriedLine[]; readonly total: number } | null> {
  const held = await triedRule(principal, rule);
  if (!held) return null;
  const rows = await db().execute<TriedLine & { total: number }>(sql`
    select json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit, m.met, m.share::float8 as share,
      m.basis, (select json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en) from indicator i
        where i.code = m.basis ->> 'indicator') as indicator, count(*) over ()::int as total
    from ${metBy(held, todayOf({ now }))} m join org_unit u on u.code = m.unit
    where ${readable(principal, sql`u.code`)}
    order by m.met desc, u.sort_order, u.code, m.key limit ${mostTried}`);
  return { lines: rows.map(({ total: _, ...line }) => line), total: rows[0]?.total ?? 0 };
}
