import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';

let made = 0;

/**
 * Creates a collection of invented figures, open now and due tomorrow, with an empty return for each unit. Its
 * indicators are `D1` … `Dn`, in 亿元 with two decimals, but every fifth a rate in %. Returns its id.
 */
export async function inventedCollection(
  database: Database,
  {
    units = ['JIA', 'YI'],
    figures = 10,
    period = '2026-M10',
    title = `演示任务${made + 1}`,
  }: { units?: readonly string[]; figures?: number; period?: string; title?: string } = {},
): Promise<string> {
  made += 1;
  const id = `invented-${process.pid}-${made}`;
  await database.transaction(async (tx) => {
    await ensurePeriods(tx, [period]);
    await tx.execute(sql`
      insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure, direction,
        basis, frequency, responsible_zh, responsible_en, sort_order)
      select 'D' || n, (select code from topic order by sort_order desc limit 1), '演示指标' || n, 'Demonstration ' || n, '',
        case when n % 5 = 0 then '%' else '亿元' end, case when n % 5 = 0 then '%' else '100 million yuan' end,
        case when n % 5 = 0 then 1 else 2 end, case when n % 5 = 0 then 'rate' else 'amount' end, 'higher', 'current',
        'monthly', '演示部门', 'Demonstration department', 100000 + n
      from generate_series(1, ${figures}::int) n on conflict do nothing`);
    await tx.execute(sql`
      insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
      values (${id}, ${`${title}（演示数据）`}, '演示数据', '', '', 'reported', 9000)`);
    await tx.execute(sql`
      insert into collection (id, title, period_code, opens_at, due_at, grace_until, review_chain, vintage, instructions,
        source_code, is_demonstration, created_by, created_at)
      values (${id}, ${title}, ${period}, now() - interval '1 day', now() + interval '1 day', now() + interval '2 days',
        '["unitReviewer"]', 'preliminary', '', ${id}, true, 'check', now())`);
    await tx.execute(sql`
      insert into collection_item (collection_id, indicator_code, period_code, sort_order, is_required)
      select ${id}, 'D' || n, ${period}, n, true from generate_series(1, ${figures}::int) n`);
    await tx.execute(sql`
      insert into submission (org_unit_code, collection_id, items)
      select code, ${id}, ${figures}::int from org_unit where code in (${sql.join(
        units.map((unit) => sql`${unit}`),
        sql`, `,
      )})`);
  });
  return id;
}
