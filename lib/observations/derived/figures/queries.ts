import { type SQL, sql } from 'drizzle-orm';
import { addsUpSql } from '@/lib/catalogue/comparing/queries';
import { type FormulaInput, inputsOf, sameInput } from '@/lib/observations/derived/formulas/formula';
import { vintages } from '@/lib/observations/words';
import type { Expression, FigureMoment } from '@/lib/reporting/rules/expression';

/**
 * An amount in SQL, as columns or numbers: what is stated, and between which bounds the truth lies as far as the
 * qualifiers of the inputs tell. `low` is never above, `high` never below it; unknown ones are infinite.
 */
type Amount = { readonly value: SQL; readonly low: SQL; readonly high: SQL };

const infinite = sql.raw(`'Infinity'::numeric`);
const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `);

/** The least and greatest of a two-sided operation: of what its operands' bounds give in all four pairs. */
const ofPairs = (one: Amount, other: Amount, give: (left: SQL, right: SQL) => SQL) =>
  list([one.low, one.high].flatMap((left) => [other.low, other.high].map((right) => give(left, right))));

/** Nothing times the unlimited is nothing. */
const times = (left: SQL, right: SQL) => sql`case when ${left} = 0 or ${right} = 0 then 0 else ${left} * ${right} end`;
const over = (left: SQL, right: SQL) => sql`case when abs(${right}) = ${infinite} then 0 else ${left} / ${right} end`;

/** The amount of a two-sided operation. A division by zero is null; one by what may be zero has no bounds. */
function binary(op: string, one: Amount, other: Amount): Amount {
  const by = sql.raw(op);
  if (op === '+' || op === '-') {
    const [low, high] = op === '+' ? [other.low, other.high] : [other.high, other.low];
    return {
      value: sql`${one.value} ${by} ${other.value}`,
      low: sql`${one.low} ${by} ${low}`,
      high: sql`${one.high} ${by} ${high}`,
    };
  }
  if (op === '*') {
    const products = ofPairs(one, other, times);
    return {
      value: sql`${one.value} * ${other.value}`,
      low: sql`least(${products})`,
      high: sql`greatest(${products})`,
    };
  }
  const mayBeZero = sql`${other.low} <= 0 and ${other.high} >= 0`;
  const quotients = ofPairs(one, other, over);
  return {
    value: sql`${one.value} / nullif(${other.value}, 0)`,
    low: sql`case when ${mayBeZero} then - ${infinite} else least(${quotients}) end`,
    high: sql`case when ${mayBeZero} then ${infinite} else greatest(${quotients}) end`,
  };
}

/** The amount of a function, null where an argument is. */
function call(name: string, args: readonly Amount[]): Amount {
  const [first, digits] = args;
  if (!first) throw new Error('a function without an argument');
  if (name === 'min' || name === 'max') {
    const known = sql.join(
      args.map(({ value }) => sql`${value} is not null`),
      sql` and `,
    );
    const pick = (part: keyof Amount) =>
      sql`${sql.raw(name === 'min' ? 'least' : 'greatest')}(${list(args.map((arg) => arg[part]))})`;
    return { value: sql`case when ${known} then ${pick('value')} end`, low: pick('low'), high: pick('high') };
  }
  if (name === 'abs') {
    const ends = sql`abs(${first.low}), abs(${first.high})`;
    return {
      value: sql`abs(${first.value})`,
      low: sql`case when ${first.low} <= 0 and ${first.high} >= 0 then 0 else least(${ends}) end`,
      high: sql`greatest(${ends})`,
    };
  }
  // Formulas of before the limit of the digits may have any number of them.
  const to = digits ? sql`least(greatest(${digits.value}, -1000), 1000)::int` : sql`0`;
  return {
    value: sql`round(${first.value}, ${to})`,
    low: sql`round(${first.low}, ${to})`,
    high: sql`round(${first.high}, ${to})`,
  };
}

const alias = (at: number) => sql.raw(`f${at}`);
const columnsOf = (name: SQL): Amount => ({
  value: sql`${name}.value`,
  low: sql`${name}.low`,
  high: sql`${name}.high`,
});

/**
 * The amount of a formula over the relations `f0`, `f1` … of its inputs, and the relations `n0`, `n1` … of its steps, one
 * for each operation: what a step uses twice is not written out twice. `offset 0` keeps the database from doing so.
 */
function stepsOf(expression: Expression, inputs: readonly FormulaInput[]): { amount: Amount; steps: SQL[] } {
  const steps: SQL[] = [];
  const step = ({ value, low, high }: Amount): Amount => {
    const name = sql.raw(`n${steps.length}`);
    steps.push(sql`cross join lateral (select ${value} as value, ${low} as low, ${high} as high offset 0) ${name}`);
    return columnsOf(name);
  };
  const amountOf = (one: Expression): Amount => {
    if (one.kind === 'number') {
      const value = sql.raw(`${one.value}::numeric`);
      return { value, low: value, high: value };
    }
    if (one.kind === 'figure' || one.kind === 'members')
      return columnsOf(alias(inputs.findIndex((other) => sameInput(one, other))));
    if (one.kind === 'negative') {
      const { value, low, high } = amountOf(one.of);
      return step({ value: sql`- ${value}`, low: sql`- ${high}`, high: sql`- ${low}` });
    }
    if (one.kind === 'call') return step(call(one.name, one.args.map(amountOf)));
    if (one.kind === 'binary') return step(binary(one.op, amountOf(one.left), amountOf(one.right)));
    throw new Error(`no amount: ${one.kind}`);
  };
  return { amount: amountOf(expression), steps };
}

/**
 * The qualifier of an amount: a bound only where its inputs leave no doubt of it; else 预计 where one of them is
 * expected, and 约.
 */
const qualifierOf = ({ value, low, high }: Amount, isExpected: SQL): SQL => sql`
  case when ${value} is null then null when ${low} = ${value} and ${high} = ${value} then 'exact'
    when ${low} = ${value} then 'at_least' when ${high} = ${value} then 'at_most'
    when ${isExpected} then 'expected' else 'about' end`;

/** The qualifier of an input: 约 and 预计 as stated, a bound where all members of a sequence have it. */
const qualifierStated = (name: SQL) =>
  sql`coalesce(${qualifierOf(columnsOf(name), sql`${name}.is_expected`)}, 'exact')`;

const periodAt: Record<Exclude<FigureMoment, 'now'>, SQL> = {
  previous: sql`k.previous`,
  yearEarlier: sql`k.year_earlier`,
};
const vintageOrder = sql.raw(`array[${vintages.map((word) => `'${word}'`).join(', ')}]`);

/** What the qualifier of a stated figure `o` tells of the truth: a bound, or none. */
const isBelow = sql.raw(`o.qualifier not in ('exact', 'at_least')`);
const isAbove = sql.raw(`o.qualifier not in ('exact', 'at_most')`);

/**
 * The members of a sequence within a period, each once however often it joined. One without a figure makes the whole
 * unknown.
 */
const membersRelation = ({ how, code, group }: Extract<FormulaInput, { kind: 'members' }>, at: number): SQL => {
  const shown = how === 'sum' ? sql`sum(o.value)` : sql`round(avg(o.value), 4)`;
  const value = how === 'sum' ? sql`sum(o.value)` : sql`avg(o.value)`;
  return sql`
  left join lateral (
    select k.period_code, ${shown}::text as shown,
      case when count(*) = count(o.value) then ${value} end as value,
      case when bool_or(${isBelow}) then - ${infinite} else ${value} end as low,
      case when bool_or(${isAbove}) then ${infinite} else ${value} end as high,
      bool_or(o.qualifier = 'expected') as is_expected, min(array_position(${vintageOrder}, o.vintage)) as v,
      (select name_zh from indicator where code = ${code}) || ${how === 'sum' ? '合计' : '平均'} || '（' || count(*) || '）= '
        || ${shown}::text as told,
      array_agg(distinct o.source_code) filter (where o.source_code is not null) as sources
    from (select distinct org_unit_code from peer_group_member where peer_group_code = ${group}
      and valid_from <= k.ends_on and (valid_to is null or valid_to >= k.starts_on)) m
    left join observation o on o.org_unit_code = m.org_unit_code and o.indicator_code = ${code}
      and o.period_code = k.period_code
  ) ${alias(at)} on true`;
};

/**
 * The units that a unit was in an earlier period, as `comparable-base.ts` says it: itself; those that merged into it since, where
 * the office said that the figures add up; none after a split, after other mergers, after mergers of mergers, and where the
 * indicator has another scope since.
 */
const unitsThen = (code: string, earlier: SQL): SQL => sql`
  select case when bool_or(exists (${redefinedBetween(code)})) then '{}' when count(s.*) = 0 then array[k.org_unit_code]
    when bool_and(s.kind = 'merge' and s.adds_up and not exists (
        select from org_unit_succession o where o.happened_on > e.ends_on and o.happened_on <= k.ends_on
          and (o.successor_code = s.predecessor_code or (o.predecessor_code = s.predecessor_code and o.kind = 'split'))))
      and (select ${addsUpSql(sql.raw('i'))} from indicator i where i.code = ${code})
    then array_agg(s.predecessor_code) || case when bool_and(u.valid_from is null or u.valid_from < s.happened_on)
      then array[k.org_unit_code] else '{}' end
    else '{}' end as codes
  from period e
  left join org_unit_succession s on s.happened_on > e.ends_on and s.happened_on <= k.ends_on
    and (s.successor_code = k.org_unit_code or (s.predecessor_code = k.org_unit_code and s.kind = 'split'))
  left join org_unit u on u.code = k.org_unit_code
  where e.code = ${earlier}`;

/** The definitions of another scope that an indicator has since the period `e`, as `redefined.ts` says it. */
const redefinedBetween = (code: string): SQL => sql`
  select from indicator_definition d where d.indicator_code = ${code} and d.is_break and d.valid_from > e.ends_on
    and d.valid_from <= k.ends_on and d.valid_from > (
      select min(valid_from) from indicator_definition first where first.indicator_code = d.indicator_code)`;

/** An earlier figure of a unit, or the sum of the exact figures of those that merged into it since. */
const earlierRelation = (code: string, earlier: SQL, at: number): SQL => sql`
  left join lateral (
    select sum(o.value) as value, case when bool_or(${isBelow}) then - ${infinite} else sum(o.value) end as low,
      case when bool_or(${isAbove}) then ${infinite} else sum(o.value) end as high,
      bool_or(o.qualifier = 'expected') as is_expected, min(o.period_code) as period_code, sum(o.value)::text as shown,
      min(array_position(${vintageOrder}, o.vintage)) as v,
      min(i.name_zh) || '（' || min(o.period_code) || '）= '
        || string_agg(o.value::text, ' + ' order by o.org_unit_code <> k.org_unit_code, o.org_unit_code) as told,
      array_agg(distinct o.source_code) as sources
    from (${unitsThen(code, earlier)}) known cross join lateral unnest(known.codes) as part (code)
    left join observation o on o.org_unit_code = part.code and o.indicator_code = ${code} and o.period_code = ${earlier}
    left join indicator i on i.code = o.indicator_code
    having count(o.value) = count(*) and (count(*) = 1 or bool_and(o.qualifier = 'exact'))
  ) ${alias(at)} on true`;

const figureRelation = ({ code, at: moment }: Extract<FormulaInput, { kind: 'figure' }>, at: number): SQL =>
  moment === 'now' ? presentRelation(code, at) : earlierRelation(code, periodAt[moment], at);

const presentRelation = (code: string, at: number): SQL => sql`
  left join lateral (
    select o.value, case when ${isBelow} then - ${infinite} else o.value end as low,
      case when ${isAbove} then ${infinite} else o.value end as high, o.qualifier = 'expected' as is_expected,
      o.period_code, o.value::text as shown, array_position(${vintageOrder}, o.vintage) as v,
      i.name_zh || '（' || o.period_code || '）= ' || o.value::text as told, array[o.source_code] as sources
    from observation o join indicator i on i.code = o.indicator_code
    where o.indicator_code = ${code} and o.org_unit_code = k.org_unit_code and o.period_code = k.period_code
  ) ${alias(at)} on true`;

const relationsOf = (inputs: readonly FormulaInput[]): SQL[] =>
  inputs.map((input, at) => (input.kind === 'members' ? membersRelation(input, at) : figureRelation(input, at)));

/**
 * The figures of a formula for the keys of the relation `k` (unit, period with its days and its earlier periods): value
 * rounded half up to the decimals, the bound that those of the inputs make of it, the earliest vintage of the inputs, the
 * working, the titles of their documents. A key without a value has a null one. A bound holds for the truth rounded like
 * the value.
 */
export function figuresSql(expression: Expression, decimals: number): SQL {
  const inputs = inputsOf(expression);
  const { amount, steps } = stepsOf(expression, inputs);
  const each = (column: string) => inputs.map((_, at) => sql.raw(`f${at}.${column}`));
  const isExpected = sql.join(each('is_expected'), sql` or `);
  return sql`
    select k.org_unit_code, k.period_code, round(${amount.value}, ${decimals}::int) as value,
      ${qualifierOf(amount, isExpected)} as qualifier, (${vintageOrder})[least(${list(each('v'))})] as vintage,
      concat_ws('；', ${list(each('told'))}) as quote,
      (select string_agg(distinct s.title, '；') from source s where s.code = any(${sql.join(
        inputs.map((_, at) => sql`coalesce(${alias(at)}.sources, '{}')`),
        sql` || `,
      )})) as note
    from k ${sql.join([...relationsOf(inputs), ...steps], sql` `)}`;
}

/** What the inputs of a formula are for the keys of the relation `k`, in the order of `inputsOf`. */
export function usedSql(expression: Expression): SQL {
  const inputs = inputsOf(expression);
  const each = inputs.map((_, at) => {
    const name = alias(at);
    return sql`case when ${name}.shown is not null then json_build_object('value', ${name}.shown,
      'periodCode', ${name}.period_code, 'qualifier', ${qualifierStated(name)},
      'vintage', (${vintageOrder})[${name}.v], 'sources', (select json_agg(json_build_object('code', s.code,
        'title', s.title, 'sourceWithdrawn', s.withdrawn_reason) order by s.sort_order)
        from source s where s.code = any(${name}.sources))) end`;
  });
  return sql`
    select k.period_code as "periodCode", k.org_unit_code as "orgUnitCode",
      json_build_array(${list(each)}) as inputs
    from k ${sql.join(relationsOf(inputs), sql` `)}`;
}
