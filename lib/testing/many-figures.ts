import type { Sql } from '@/db/client';

/**
 * Creates very many invented figures: of `units` units `B0001` …, `indicators` indicators `b-1` … and `months` months
 * from January 2020 on, all cited from the document `many`, the units in the group `many`, with the counts kept on
 * write. Needs a superuser.
 */
export async function manyFigures(
  sql: Sql,
  { units, indicators, months }: { units: number; indicators: number; months: number },
): Promise<void> {
  const last = months - 1;
  await sql.begin(async (tx) => {
    const series = tx`generate_series('2020-01-01'::timestamp, '2020-01-01'::timestamp + ${last}::int * interval '1 month',
      '1 month') day`;
    await tx`set local session_replication_role = replica`;
    await tx`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
      values ('many', '演示', '演示', '', '', 'unverified', 9900), ('few', '演示', '演示', '', '', 'unverified', 9901)`;
    await tx`insert into topic (code, name_zh, name_en, sort_order) values ('many', '演示', 'Demo', 9900)`;
    await tx`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
        direction, basis, frequency, responsible_zh, responsible_en, sort_order)
      select 'b-' || n, 'many', '演示' || n, 'Demo ' || n, '', '家', 'firms', 1, 'amount', 'higher', 'current', 'monthly',
        '', '', 9900 + n / 2 from generate_series(1, ${indicators}::int) n`;
    await tx`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order)
      select to_char(n, '"B"FM0000'), 'county', '辛县' || n, 'County ' || n, 'xx', 9900 + n / 2
      from generate_series(1, ${units}::int) n`;
    await tx`insert into period (code, kind, year, starts_on, ends_on, sort_key)
      select to_char(day, 'YYYY-"M"MM'), 'month', extract(year from day)::int, day::date,
        (day + interval '1 month - 1 day')::date, to_char(day, 'YYYYMM')::int * 100
      from ${series}
      on conflict do nothing`;
    await tx`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
        qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
      select i.code, u.code, p.code, 1000 + abs(hashtext(i.code || u.code || p.code)) % 1000, 1, 'exact', '', 'final', '',
        'many', '', '', '', 1, 'check', '2026-01-01'
      from indicator i, org_unit u, period p
      where i.topic_code = 'many' and u.code ~ '^B[0-9]{4}$' and p.code in (select to_char(day, 'YYYY-"M"MM') from ${series})`;
    await tx`insert into observation_revision (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
        qualifier_printed, vintage, period_printed, source_code, locator, quote, note, revision, reason, recorded_by,
        recorded_at)
      select indicator_code, org_unit_code, period_code, value, decimals, qualifier, qualifier_printed, vintage,
        period_printed, source_code, locator, quote, note, 1, '', 'check', '2026-01-01'
      from observation where source_code = 'many'`;
    await tx`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
      values ('many', '演示', 'Demo', '', '', 9900)`;
    await tx`insert into peer_group_member (peer_group_code, org_unit_code, valid_from)
      select 'many', code, '2000-01-01' from org_unit where code ~ '^B[0-9]{4}$'`;
    await tx`insert into coverage (indicator_code, peer_group_code, period_code, units)
      select indicator_code, 'many', period_code, count(*) from observation where source_code = 'many' group by 1, 3`;
    await tx`insert into unit_coverage (org_unit_code, figures, latest)
      select org_unit_code, count(*), max(period_code) from observation where source_code = 'many' group by 1`;
    await tx`insert into source_coverage (source_code, indicator_code, period_code, figures)
      select source_code, indicator_code, period_code, count(*) from observation where source_code = 'many'
      group by 1, 2, 3`;
  });
  await sql`analyze`;
}
