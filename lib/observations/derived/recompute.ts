import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { type Formula, type FormulaInput, inputsOf, sameInput } from '@/lib/observations/derived/formula';
import { derivedSource } from '@/lib/observations/derived/words';
import { addRevisions, refreshCoverage, replaceCurrent } from '@/lib/observations/recording/record-figures';
import { addWithdrawals, removeCurrent } from '@/lib/observations/recording/withdraw-figures';
import { qualifiers, vintages } from '@/lib/observations/words';
import { type Expression, type FigureMoment, parseAmount } from '@/lib/reporting/rules/expression';

const key = sql.raw('indicator_code, period_code, org_unit_code');

/**
 * Orders formulas so that each comes after those whose results it reads; null where some read one another in a circle.
 * `inputs` gives the indicators that a formula reads.
 */
export function inOrder<One extends { readonly indicatorCode: string }>(
  formulas: readonly One[],
  inputs: (one: One) => readonly string[],
): One[] | null {
  const ordered: One[] = [];
  let left = [...formulas];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ indicatorCode }) => indicatorCode));
    const ready = left.filter((one) => !inputs(one).some((code) => waiting.has(code)));
    if (ready.length === 0) return null;
    ordered.push(...ready);
    left = left.filter((one) => !ready.includes(one));
  }
  return ordered;
}

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

const codesRead = ({ parsed }: Formula) => inputsOf(parsed).map(({ code }) => code);

/**
 * Recomputes the derived figures that depend on changed ones, one statement of figures for each formula. `changed` is a
 * relation with the keys of the changed figures. A figure that lacks an input, or divides by zero, ends.
 */
export async function recomputeDerived(
  tx: Tx,
  principal: Principal,
  changed: SQL,
  recording: Recomputing,
): Promise<void> {
  const formulas = await formulasInOrder(tx);
  if (formulas.length === 0) return;
  await tx.execute(
    sql`create temporary table derived_changed on commit drop as select distinct ${key} from ${changed} c`,
  );
  for (const formula of formulas) await recomputeOne(tx, principal, formula, recording);
  await tx.execute(sql`drop table derived_changed`);
}

async function recomputeOne(tx: Tx, principal: Principal, formula: Formula, recording: Recomputing): Promise<void> {
  const inputs = inputsOf(formula.parsed);
  const reads = (at: 'previous' | 'yearEarlier') => inputs.some((one) => one.kind === 'figure' && one.at === at);
  const codes = sql.param([...new Set(inputs.map(({ code }) => code))]);
  const found = await tx.execute(sql`select from derived_changed where indicator_code = any(${codes}::text[]) limit 1`);
  if (found.length === 0) return;
  await tx.execute(sql`
    create temporary table derived_figures on commit drop as
    with moved as (
      select w.period_code as from_code, p.* from (select distinct period_code from derived_changed) w
      join period p on p.kind <> 'undated' and (p.code = w.period_code
        ${reads('previous') ? sql`or p.previous = w.period_code` : sql``}
        ${reads('yearEarlier') ? sql`or p.year_earlier = w.period_code` : sql``})
    ), k as (
      select distinct ${formula.orgUnitCode === null ? sql`c.org_unit_code` : sql`${formula.orgUnitCode}::text as org_unit_code`},
        moved.code as period_code, moved.previous, moved.year_earlier, moved.starts_on, moved.ends_on
      from derived_changed c join moved on moved.from_code = c.period_code
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
  const written = sql`derived_figures`;
  await refreshCoverage(tx, written);
  await tx.execute(sql`insert into derived_changed select ${key} from derived_figures`);
  await tx.execute(sql`drop table derived_figures`);
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

const alias = (at: number) => sql.raw(`f${at}`);

/**
 * The amount of a formula in SQL, over the relations `f0`, `f1` … of its inputs. A division by zero, and whatever lacks
 * an input, is null.
 */
function amountSql(one: Expression, inputs: readonly FormulaInput[]): SQL {
  const inner = (part: Expression) => amountSql(part, inputs);
  switch (one.kind) {
    case 'number':
      return sql`${one.value}::numeric`;
    case 'figure':
    case 'members':
      return sql`${alias(inputs.findIndex((other) => sameInput(one, other)))}.value`;
    case 'negative':
      return sql`(- ${inner(one.of)})`;
    case 'call': {
      const args = one.args.map(inner);
      const known = sql.join(
        args.map((arg) => sql`${arg} is not null`),
        sql` and `,
      );
      if (one.name === 'min') return sql`(case when ${known} then least(${sql.join(args, sql`, `)}) end)`;
      if (one.name === 'max') return sql`(case when ${known} then greatest(${sql.join(args, sql`, `)}) end)`;
      const [first = sql`null`, digits] = args;
      if (one.name === 'abs') return sql`abs(${first})`;
      return digits ? sql`round(${first}, (${digits})::int)` : sql`round(${first})`;
    }
    case 'binary': {
      const [left, right] = [inner(one.left), inner(one.right)];
      if (one.op === '+') return sql`(${left} + ${right})`;
      if (one.op === '-') return sql`(${left} - ${right})`;
      if (one.op === '*') return sql`(${left} * ${right})`;
      return sql`(${left}::numeric / nullif(${right}, 0))`;
    }
    default:
      return sql`null::numeric`;
  }
}

const periodAt: Record<FigureMoment, SQL> = {
  now: sql`k.period_code`,
  previous: sql`k.previous`,
  yearEarlier: sql`k.year_earlier`,
};
const order = (words: readonly string[]) => sql.raw(`array[${words.map((word) => `'${word}'`).join(', ')}]`);
const vintageOrder = order(vintages);
/** From an exact figure to the weakest statement about it. */
const qualifierOrder = order(qualifiers);

/** A member of a sequence in a period without a figure makes the whole unknown. */
const membersRelation = ({ how, code, group }: Extract<FormulaInput, { kind: 'members' }>, at: number): SQL => sql`
  left join lateral (
    select case when count(*) = count(o.value) then ${how === 'sum' ? sql`sum(o.value)` : sql`avg(o.value)`} end as value,
      max(array_position(${qualifierOrder}, o.qualifier)) as q, min(array_position(${vintageOrder}, o.vintage)) as v,
      (select name_zh from indicator where code = ${code}) || ${how === 'sum' ? '合计' : '平均'} || '（' || count(*) || '）= '
        || (${how === 'sum' ? sql`sum(o.value)` : sql`round(avg(o.value), 4)`})::text as told,
      array_agg(distinct o.source_code) filter (where o.source_code is not null) as sources
    from peer_group_member m
    left join observation o on o.org_unit_code = m.org_unit_code and o.indicator_code = ${code}
      and o.period_code = k.period_code
    where m.peer_group_code = ${group} and m.valid_from <= k.ends_on and (m.valid_to is null or m.valid_to >= k.starts_on)
  ) ${alias(at)} on true`;

const figureRelation = ({ code, at: moment }: Extract<FormulaInput, { kind: 'figure' }>, at: number): SQL => sql`
  left join lateral (
    select o.value, array_position(${qualifierOrder}, o.qualifier) as q, array_position(${vintageOrder}, o.vintage) as v,
      i.name_zh || '（' || o.period_code || '）= ' || o.value::text as told, array[o.source_code] as sources
    from observation o join indicator i on i.code = o.indicator_code
    where o.indicator_code = ${code} and o.org_unit_code = k.org_unit_code and o.period_code = ${periodAt[moment]}
  ) ${alias(at)} on true`;

/**
 * The figures of a formula for the keys of the relation `k` (unit, period with its days and its earlier periods): value
 * rounded half up to the decimals, the worst qualifier and the earliest vintage of the inputs, the working, the titles
 * of their documents. A key without a value has a null one.
 */
function figuresSql(expression: Expression, decimals: number): SQL {
  const inputs = inputsOf(expression);
  const each = (column: string) =>
    sql.join(
      inputs.map((_, at) => sql.raw(`f${at}.${column}`)),
      sql`, `,
    );
  const relations = inputs.map((input, at) =>
    input.kind === 'members' ? membersRelation(input, at) : figureRelation(input, at),
  );
  return sql`
    select k.org_unit_code, k.period_code, round(${amountSql(expression, inputs)}, ${decimals}::int) as value,
      (${qualifierOrder})[greatest(${each('q')})] as qualifier, (${vintageOrder})[least(${each('v')})] as vintage,
      concat_ws('；', ${each('told')}) as quote,
      (select string_agg(distinct s.title, '；') from source s where s.code = any(${sql.join(
        inputs.map((_, at) => sql`coalesce(${alias(at)}.sources, '{}')`),
        sql` || `,
      )})) as note
    from k ${sql.join(relations, sql` `)}`;
}
