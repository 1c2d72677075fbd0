import type { TransactionSql } from 'postgres';
import type { Sql } from '@/db/client';
import {
  type Period,
  parsePeriod,
  periodCode,
  periodDays,
  periodSortKey,
  previousPeriod,
  yearEarlier,
} from '@/lib/catalogue/periods/period';

export const synthetic = { units: 500, indicators: 100, months: 60 } as const;

/** The first of the synthetic indicators; its page shows every synthetic unit. */
export const syntheticIndicator = 'demo-001';

/**
 * Fills a database, loaded with the data set, with synthetic figures of invented units (甲区0001 …), every row labelled
 * 演示数据. The database itself generates the rows. Needs a superuser, who may skip the check of three million references.
 */
export async function addSyntheticFigures(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
      values ('demo', '演示数据', '演示数据', '演示数据', '演示数据', 'unverified', 9000)`;
    await tx`insert into topic (code, name_zh, name_en, sort_order) values ('demo', '演示数据', 'Demonstration data', 9000)`;
    await tx`
      insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
        direction, basis, frequency, responsible_zh, responsible_en, sort_order)
      select 'demo-' || to_char(n, 'FM000'), 'demo', '演示数据' || to_char(n, 'FM000'),
        'Demonstration ' || to_char(n, 'FM000'), 'yssj', '亿元', '100 million yuan', 2, 'amount', 'higher', 'current',
        'monthly', '演示数据', 'Demonstration data', 9000 + n
      from generate_series(1, ${synthetic.indicators}) n`;
    await tx`
      insert into indicator_definition (indicator_code, valid_from, definition_zh, definition_en, formula_zh, formula_en)
      select code, '2020-01-01', '演示数据', 'Demonstration data', '', '' from indicator where topic_code = 'demo'`;
    await tx`
      insert into org_unit (code, kind, name_zh, name_en, initials, sort_order)
      select 'demo-' || to_char(n, 'FM0000'), 'county', '甲区' || to_char(n, 'FM0000'), 'District ' || to_char(n, 'FM0000'),
        'jq', 9000 + n
      from generate_series(1, ${synthetic.units}) n`;
    await tx`
      insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
      values ('demo', '演示数据', 'Demonstration data', '演示数据', 'Demonstration data', 9000)`;
    await tx`
      insert into peer_group_member (peer_group_code, org_unit_code, valid_from)
      select 'demo', code, '2000-01-01' from org_unit where code like 'demo-%'`;
    await tx`insert into period ${tx(months().map(periodRow))} on conflict (code) do nothing`;
    await addObservations(tx);
  });
  await sql`analyze`;
}

/** Consecutive months from January 2018 on. */
export function months(count: number = synthetic.months): Period[] {
  return Array.from({ length: count }, (_, n) => {
    const code = periodCode('month', 2018 + Math.floor(n / 12), (n % 12) + 1);
    const period = parsePeriod(code);
    if (!period) throw new Error(`no period: ${code}`);
    return period;
  });
}

/** A period as a row of its table. */
export function periodRow(period: Period) {
  const days = periodDays(period);
  return {
    code: period.code,
    kind: period.kind,
    year: period.year,
    starts_on: days?.startsOn ?? null,
    ends_on: days?.endsOn ?? null,
    year_earlier: yearEarlier(period),
    previous: previousPeriod(period),
    sort_key: periodSortKey(period),
  };
}

async function addObservations(tx: TransactionSql): Promise<void> {
  await tx`
    insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier, qualifier_printed,
      vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
    select indicator.code, unit.code, month.code,
      round((abs(hashtext(indicator.code || unit.code || month.code)) % 1000000) / 100.0, 2), 2, 'exact', '', 'final', '', 'demo',
      '演示数据', '演示数据', '演示数据', 1, 'system:bench', '2026-01-01'
    from indicator, org_unit unit, unnest(${months().map(({ code }) => code)}::text[]) as month (code)
    where indicator.topic_code = 'demo' and unit.code like 'demo-%'`;
  await tx`
    insert into coverage (indicator_code, peer_group_code, period_code, units)
    select indicator_code, 'demo', period_code, count(*) from observation where source_code = 'demo' group by 1, 3`;
  await tx`
    insert into source_coverage (source_code, indicator_code, period_code, figures)
    select source_code, indicator_code, period_code, count(*) from observation where source_code = 'demo' group by 1, 2, 3`;
  await tx`
    insert into unit_coverage (org_unit_code, figures, latest)
    select org_unit_code, count(*), max(period_code) from observation where source_code = 'demo' group by 1`;
}
