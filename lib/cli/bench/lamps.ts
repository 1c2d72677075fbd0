import { sql as text } from 'drizzle-orm';
import { drizzleOver, type Sql } from '@/db/client';
import { perform } from '@/lib/access/command';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import type { Measured } from '@/lib/cli/bench/report';
import { median } from '@/lib/cli/bench/timing';
import { lightLamps } from '@/lib/monitoring/lamps/lighting/light-lamps';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { person, submittedReturns } from '@/lib/testing/returns';

const size = { units: 3000, indicators: 100 } as const;
const year = 2026;
const approvals = 20;

/**
 * The time to compute and store the lamps of a month for a large sequence in one pass, and what an approval of one figure costs
 * with lamps against without: both in turns, on the same data.
 */
export async function lampTimes(sql: Sql): Promise<Measured[]> {
  const database = drizzleOver(sql);
  await addSequence(sql);
  const codes = [`${year}-YTD01`, `${year - 1}-YTD01`, `${year - 1}`, `${year - 1}-M02`, `${year}-M02`];
  await database.transaction((tx) => ensurePeriods(tx, codes));
  await addFigures(sql);
  const changed = text`(select indicator_code, org_unit_code, year::int from target where year = ${year}
    and org_unit_code like 'lamp-%')`;
  const began = performance.now();
  await database.transaction((tx) => lightLamps(tx, changed, new Date()));
  const seconds = (performance.now() - began) / 1000;
  const [stored] = await sql`select count(*)::int as n from lamp where org_unit_code like 'lamp-%'`;
  const approved = await approvalTimes(sql);
  return [
    {
      what: `Lamps of ${size.units} units × ${size.indicators} indicators × 1 month, computed and stored`,
      value: seconds,
      unit: 's',
      budget: 5,
      note: `${stored?.n} lamps`,
    },
    {
      what: 'Approving one figure with lamps, against without, medians in turns',
      value: approved.lit / approved.plain,
      unit: '×',
      budget: 1.3,
      note: `${approved.lit.toFixed(1)} and ${approved.plain.toFixed(1)} ms`,
    },
  ];
}

async function addSequence(sql: Sql): Promise<void> {
  await sql`insert into topic (code, name_zh, name_en, sort_order) values ('lamp', '演示数据', 'Demonstration data', 9300)`;
  await sql`
    insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure, direction, basis,
      frequency, responsible_zh, responsible_en, sort_order)
    select 'lamp-' || n, 'lamp', '演示灯' || n, 'Demonstration ' || n, '', '亿元', '100 m yuan', 2, 'amount', 'higher',
      'yearToDate', 'monthly', '演示数据', 'Demonstration', 9300 + n
    from generate_series(1, ${size.indicators}::int) n`;
  await sql`
    insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
    select 'lamp-' || n, 'county', '演示灯区' || n, 'Demonstration ' || n, '', 9300 + n, true
    from generate_series(1, ${size.units}::int) n`;
  await sql`
    insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values ('lamp', '演示数据', 'Demonstration data', '', '', 9300)`;
  await sql`
    insert into peer_group_member (peer_group_code, org_unit_code, valid_from)
    select 'lamp', code, '2000-01-01' from org_unit where code like 'lamp-%'`;
  await sql`
    insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('lamp', '演示数据', '演示数据', '', '', 'unverified', 9300)`;
  await sql`
    insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules, valid_from, state,
      edited_by, edited_at, adopted_by, adopted_at)
    values ('BENCH', 1, '演示数据', 'lamp', '[]', false, ${JSON.stringify(startingRules.bySchedule)}::text::jsonb,
      ${`${year}-01-01`}, 'held', 'bench', now(), 'bench', now())`;
}

/** The figures of last year and of one month of this one, and a target for each. */
async function addFigures(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`set local session_replication_role = replica`;
    await tx`
    insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier, qualifier_printed, vintage,
      period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
    select 'lamp-' || i, 'lamp-' || u, p.code, p.size * (1 + (i * 7 + u * 13) % 40) / 20.0, 2, 'exact', '', 'approved', '',
      'lamp', '', '', '', 1, 'bench', now()
    from generate_series(1, ${size.indicators}::int) i, generate_series(1, ${size.units}::int) u,
      (values (${`${year}-YTD01`}, 8), (${`${year - 1}-YTD01`}, 7), (${`${year - 1}`}, 90)) p (code, size)`;
    await tx`
    insert into target (org_unit_code, indicator_code, year, base, note, version, updated_by, updated_at)
    select 'lamp-' || u, 'lamp-' || i, ${year}, 100, '', 1, 'bench', now()
    from generate_series(1, ${size.indicators}::int) i, generate_series(1, ${size.units}::int) u`;
  });
  await sql`analyze`;
}

async function approvalTimes(sql: Sql): Promise<{ lit: number; plain: number }> {
  const database = drizzleOver(sql);
  const units = Array.from({ length: 2 * approvals }, (_, at) => `lamp-${at + 1}`);
  const collectionId = await submittedReturns(database, {
    ...{ period: `${year}-M02`, chain: ['unitReviewer'], units },
    figures: [{ indicatorCode: 'lamp-1', value: '9' }],
  });
  const times = { lit: [] as number[], plain: [] as number[] };
  for (const [at, unitCode] of units.entries()) {
    const kind = at % 2 === 0 ? 'lit' : 'plain';
    // Rules that do not hold light nothing.
    await sql`update lamp_rule_set set adopted_at = case when ${kind === 'lit'}::boolean then now() end where code = 'BENCH'`;
    const [row] = await sql`select version from submission_value
      where collection_id = ${collectionId} and org_unit_code = ${unitCode}`;
    const figure = { indicatorCode: 'lamp-1', periodCode: `${year}-M02`, version: row?.version };
    const began = performance.now();
    await perform(
      approveFigures,
      person('unitReviewer', { unitCode }),
      { collectionId, unitCode, figures: [figure] },
      { now: new Date(), database },
    );
    times[kind].push(performance.now() - began);
  }
  return { lit: median(times.lit), plain: median(times.plain) };
}
