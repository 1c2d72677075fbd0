import { type SQL, sql } from 'drizzle-orm';
import { qualifiers, vintages } from '@/lib/observations/words';
import type { Expression, FigureMoment, MembersHow } from '@/lib/reporting/rules/expression';

/** An input of a formula: a figure of the same unit at a moment, or the members of a sequence in the period. */
export type FormulaInput =
  | { readonly kind: 'figure'; readonly code: string; readonly at: FigureMoment }
  | { readonly kind: 'members'; readonly how: MembersHow; readonly code: string; readonly group: string };

const sameInput = (one: FormulaInput, other: FormulaInput) => JSON.stringify(one) === JSON.stringify(other);

/** The distinct inputs of a formula, in order of occurrence. */
export function inputsOf(expression: Expression): FormulaInput[] {
  const found: FormulaInput[] = [];
  const walk = (one: Expression) => {
    if (one.kind === 'figure' || one.kind === 'members') {
      if (!found.some((other) => sameInput(one, other))) found.push(one);
    } else if (one.kind === 'call') one.args.forEach(walk);
    else if (one.kind === 'negative' || one.kind === 'not') walk(one.of);
    else if (one.kind === 'binary') [one.left, one.right].forEach(walk);
  };
  walk(expression);
  return found;
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
export function figuresSql(expression: Expression, decimals: number): SQL {
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
