import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { lightLamps } from '@/lib/monitoring/lamps/lighting/light-lamps';
import { yearsAfter } from '@/lib/monitoring/lamps/lighting/queries';
import { figuresSql } from '@/lib/observations/derived/figures/queries';
import { type Formula, inOrder, inputsOf } from '@/lib/observations/derived/formulas/formula';
import { derivedSource } from '@/lib/observations/derived/words';
import {
  addRevisions,
  lockCoverage,
  refreshCoverage,
  replaceCurrent,
} from '@/lib/observations/recording/record-figures';
import { addWithdrawals, removeCurrent } from '@/lib/observations/recording/withdraw-figures';
import { parseAmount } from '@/lib/reporting/rules/expression';

const key = sql.raw('indicator_code, period_code, org_unit_code');

/** When and why figures are computed again. */
export type Recomputing = { readonly at: Date; readonly reason: string };

/** Every formula in force, each after those that it reads. */
async function formulasInOrder(tx: Tx): Promise<Formula[]> {
  const rows = await tx.execute<Omit<Formula, 'parsed'>>(sql`
    select f.indicator_code as "indicatorCode", f.expression, f.org_unit_code as "orgUnitCode", i.decimals
    from indicator_formula f join indicator i on i.code = f.indicator_code`);
  const formulas = rows.map((row) => ({ ...row, parsed: parseAmount(row.expression) }));
  return inOrder(formulas, codesRead) ?? [];
}

/** The indicators of which formulas read the sum or mean over the members of one of these sequences. */
export async function readOverGroups(tx: Tx, groups: readonly string[]): Promise<string[]> {
  const inputs = (await formulasInOrder(tx)).flatMap(({ parsed }) => inputsOf(parsed));
  return inputs.flatMap((one) => (one.kind === 'members' && groups.includes(one.group) ? one.code : []));
}

/** The indicators of which formulas read an earlier figure. */
export async function readInPast(tx: Tx): Promise<string[]> {
  const inputs = (await formulasInOrder(tx)).flatMap(({ parsed }) => inputsOf(parsed));
  return inputs.flatMap((one) => (one.kind === 'figure' && one.at !== 'now' ? one.code : []));
}

const codesRead = ({ parsed }: Formula) => inputsOf(parsed).map(({ code }) => code);

/**
 * Recomputes the derived figures that depend on changed ones, one statement of figures for each formula, and counts the
 * coverage of all of them once; their lamps follow. `changed` is a relation with the keys of the changed figures. A figure
 * that lacks an input, or divides by zero, ends. Returns the number of derived figures that changed.
 */
export async function recomputeDerived(
  tx: Tx,
  principal: Principal,
  changed: SQL,
  recording: Recomputing,
): Promise<number> {
  // Two transactions that change an input each would otherwise both compute with the former value of the other's.
  await lockCoverage(tx);
  const formulas = await formulasInOrder(tx);
  if (formulas.length === 0) {
    await refreshCoverage(tx, changed);
    await lightYears(tx, changed, recording.at);
    return 0;
  }
  await tx.execute(
    sql`create temporary table derived_changed on commit drop as select distinct ${key} from ${changed} c`,
  );
  let changes = 0;
  for (const formula of formulas) changes += await recomputeOne(tx, principal, formula, recording);
  await refreshCoverage(tx, sql`derived_changed`);
  await lightYears(tx, sql`derived_changed`, recording.at);
  await tx.execute(sql`drop table derived_changed`);
  return changes;
}

/** Lights the lamps of the years of changed figures, and of the years that compare with them. */
const lightYears = (tx: Tx, changed: SQL, now: Date): Promise<void> =>
  lightLamps(
    tx,
    sql`(select distinct c.indicator_code, c.org_unit_code, p.year + later as year
      from ${changed} c join period p on p.code = c.period_code and p.kind <> 'undated', generate_series(0, ${yearsAfter}) later)`,
    now,
  );

async function recomputeOne(tx: Tx, principal: Principal, formula: Formula, recording: Recomputing): Promise<number> {
  const inputs = inputsOf(formula.parsed);
  const reads = (at: 'previous' | 'yearEarlier') => inputs.some((one) => one.kind === 'figure' && one.at === at);
  const readsPast = reads('previous') || reads('yearEarlier');
  const codes = sql.param([...new Set(inputs.map(({ code }) => code))]);
  const found = await tx.execute(sql`select from derived_changed where indicator_code = any(${codes}::text[]) limit 1`);
  if (found.length === 0) return 0;
  await tx.execute(sql`
    create temporary table derived_figures on commit drop as
    with moved as (
      select w.period_code as from_code, p.* from (select distinct period_code from derived_changed) w
      join period p on p.kind <> 'undated' and (p.code = w.period_code
        ${reads('previous') ? sql`or p.previous = w.period_code` : sql``}
        ${reads('yearEarlier') ? sql`or p.year_earlier = w.period_code` : sql``})
    ), k as (
      select distinct ${formula.orgUnitCode === null ? sql`unit.code` : sql`${formula.orgUnitCode}::text`} as org_unit_code,
        moved.code as period_code, moved.previous, moved.year_earlier, moved.starts_on, moved.ends_on
      from derived_changed c join moved on moved.from_code = c.period_code
      -- A former figure of a unit that merged is one of its successor too.
      cross join lateral (select c.org_unit_code as code union select successor_code from org_unit_succession
        where predecessor_code = c.org_unit_code and ${readsPast}::boolean) unit
      where c.indicator_code = any(${codes}::text[])
    ), made as (${figuresSql(formula.parsed, formula.decimals)})
    select ${formula.indicatorCode}::text as indicator_code, made.period_code, made.org_unit_code, made.value,
      ${formula.decimals}::int as decimals, coalesce(made.qualifier, 'exact') as qualifier,
      '' as qualifier_printed, coalesce(made.vintage, 'approved') as vintage, null::numeric as reported_yoy,
      '' as period_printed, ${derivedSource}::text as source_code, ${formula.expression}::text as locator, made.quote,
      coalesce(made.note, '') as note, row_number() over () as n
    from made
    left join observation o on o.indicator_code = ${formula.indicatorCode} and o.period_code = made.period_code
      and o.org_unit_code = made.org_unit_code
    where (made.value, made.qualifier, made.vintage, made.quote, coalesce(made.note, ''))
      is distinct from (o.value, o.qualifier, o.vintage, o.quote, o.note) and (made.value is not null or o.value is not null)`);
  const computed = sql`(select * from derived_figures where value is not null)`;
  await endVanished(tx, principal, recording);
  await replaceCurrent(tx, principal, computed, recording.at, { anyVintage: true });
  await addRevisions(tx, principal, computed, { ...recording, batchId: null, collectionId: null });
  const { count } = await tx.execute(sql`insert into derived_changed select ${key} from derived_figures`);
  await tx.execute(sql`drop table derived_figures`);
  return count;
}

/** Ends the figures that have no value any more; the history keeps what they were. */
async function endVanished(tx: Tx, principal: Principal, { at, reason }: Recomputing): Promise<void> {
  const vanished = sql`(
    select o.indicator_code, o.period_code, o.org_unit_code, ${reason}::text as reason, (
      select max(r.revision) from observation_revision r where (r.indicator_code, r.period_code, r.org_unit_code)
        = (o.indicator_code, o.period_code, o.org_unit_code)) as revision
    from derived_figures d join observation o using (${key}) where d.value is null)`;
  await addWithdrawals(tx, principal, vanished, at);
  await removeCurrent(tx, sql`(select ${key} from derived_figures where value is null)`);
}
