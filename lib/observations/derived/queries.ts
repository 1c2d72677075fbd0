import { and, eq, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import { orgUnit, source } from '@/db/schema/catalogue';
import { indicatorFormula } from '@/db/schema/derived';
import { observation } from '@/db/schema/observations';
import type { Work } from '@/lib/access/command';
import { may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { searchCatalogue } from '@/lib/catalogue/search/queries';
import type { FieldFault } from '@/lib/errors';
import { usedSql } from '@/lib/observations/derived/figures/queries';
import {
  type Derivation,
  type FormulaInput,
  type FormulaNames,
  inOrder,
  inputsOf,
  operationsIn,
  roundsOddly,
  type UsedInput,
} from '@/lib/observations/derived/formulas/formula';
import { derivedSource, mostOperations } from '@/lib/observations/derived/words';
import { citedSource, figureColumns, nested } from '@/lib/observations/queries';
import { type Expression, ExpressionFault, parseAmount } from '@/lib/reporting/rules/expression';

/** The formula of an indicator, which everybody may read; null for one whose figures are reported or cited. */
export async function formulaOf(code: string) {
  const [found] = await db()
    .select({
      expression: indicatorFormula.expression,
      unitCode: indicatorFormula.orgUnitCode,
      version: indicatorFormula.version,
    })
    .from(indicatorFormula)
    .where(eq(indicatorFormula.indicatorCode, code));
  return found ?? null;
}

/** The names of the indicators, the sequences and the unit that a formula mentions by code. */
async function namesOf(on: Pick<Tx, 'execute'>, parsed: Expression, unitCode: string | null): Promise<FormulaNames> {
  const inputs = inputsOf(parsed);
  const groups = inputs.flatMap((one) => (one.kind === 'members' ? one.group : []));
  const codes = (list: readonly string[]) => sql`any(${sql.param([...list])}::text[])`;
  return on.execute<FormulaNames[number]>(sql`
    select 'indicator' as kind, code, name_zh as "nameZh", name_en as "nameEn" from indicator
      where code = ${codes(inputs.map(({ code }) => code))}
    union all select 'group', code, name_zh, name_en from peer_group where code = ${codes(groups)}
    union all select 'unit', code, name_zh, name_en from org_unit where code = ${unitCode}`);
}

/**
 * The formula of a derived indicator with its names, and how its latest figure was computed: of `unitCode`, else of the
 * first unit of `first` that has one, else in the official order. Null for an indicator without a formula.
 */
export async function derivationOf(
  principal: Principal,
  code: string,
  { unitCode, first }: { unitCode?: string | undefined; first: readonly string[] },
): Promise<Derivation | null> {
  const [held] = await db().execute<{ expression: string; orgUnitCode: string | null; decimals: number }>(sql`
    select f.expression, f.org_unit_code as "orgUnitCode", i.decimals
    from indicator_formula f join indicator i on i.code = f.indicator_code where f.indicator_code = ${code}`);
  if (!held) return null;
  const parsed = parseAmount(held.expression);
  const [names, [used]] = await Promise.all([
    namesOf(db(), parsed, held.orgUnitCode),
    db().execute<{ periodCode: string; orgUnitCode: string; inputs: (UsedInput | null)[] }>(sql`
      with k as (
        select o.org_unit_code, p.code as period_code, p.previous, p.year_earlier, p.starts_on, p.ends_on
        from observation o join period p on p.code = o.period_code join org_unit u on u.code = o.org_unit_code
        where o.indicator_code = ${code} and p.kind <> 'undated' and ${readable(principal, sql`o.org_unit_code`)}
        order by (o.org_unit_code = ${unitCode ?? ''}) desc, p.sort_key desc,
          array_position(${sql.param([...first])}::text[], o.org_unit_code), u.sort_order, u.code limit 1
      )
      ${usedSql(parsed)}`),
  ]);
  const [figure] = used
    ? await db()
        .select({ ...figureColumns, unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn } })
        .from(observation)
        .innerJoin(source, citedSource)
        .innerJoin(orgUnit, eq(orgUnit.code, observation.orgUnitCode))
        .where(
          and(
            eq(observation.indicatorCode, code),
            eq(observation.periodCode, used.periodCode),
            eq(observation.orgUnitCode, used.orgUnitCode),
          ),
        )
    : [];
  if (!used || !figure) return { ...held, parsed, names, latest: null };
  const { unit, ...row } = figure;
  return { ...held, parsed, names, latest: { figure: nested(row), unit, inputs: used.inputs } };
}

/** A formula as it is typed: for an indicator, and for a unit or none. */
export type TypedFormula = { readonly code: string; readonly expression: string; readonly unitCode: string };

/** What a typed formula says: parsed, with the names that it mentions, and everything that is wrong with it. */
export type ReadFormula = {
  /** Null where it cannot be read. */
  readonly parsed: Expression | null;
  readonly names: FormulaNames;
  readonly faults: readonly FieldFault[];
};

/** A typed formula for a command. */
export async function typedFormula(work: Work, typed: TypedFormula): Promise<ReadFormula> {
  return formulaIn(work.tx, typed);
}

/** A typed formula for the one who is typing it; null for who sets no formulas. */
export async function checkedFormula(principal: Principal, typed: TypedFormula): Promise<ReadFormula | null> {
  return may(principal.role, 'indicator.derive') ? formulaIn(db(), typed) : null;
}

/** The most indicators, and the most sequences, that a search for inputs offers. */
const mostOffered = 8;

/** The indicators and the sequences whose names or codes contain the words, for who sets formulas. */
export async function inputsFound(principal: Principal, words: string): Promise<FormulaNames> {
  const text = words.trim().toLowerCase();
  if (text === '' || !may(principal.role, 'indicator.derive')) return [];
  const [entries, groups] = await Promise.all([
    searchCatalogue(principal, text, mostOffered),
    db().execute<FormulaNames[number]>(sql`
      select 'group' as kind, code, name_zh as "nameZh", name_en as "nameEn" from peer_group
      where strpos(lower(concat_ws(' ', code, name_zh, name_en)), ${text}) > 0
      order by sort_order limit ${mostOffered}`),
  ]);
  return [...entries.filter(({ kind }) => kind === 'indicator'), ...groups];
}

const faultOf = (field: string, key: FieldFault['key'], details: FieldFault['details'] = {}): FieldFault => ({
  field,
  key,
  details: { field, ...details },
});

async function formulaIn(on: Pick<Tx, 'execute'>, typed: TypedFormula): Promise<ReadFormula> {
  const { code, unitCode } = typed;
  const read = parsedOr(typed.expression);
  if ('fault' in read) return { parsed: null, names: [], faults: [read.fault] };
  const { parsed } = read;
  const inputs = inputsOf(parsed);
  const [names, measures, isTyped, isCircle] = await Promise.all([
    namesOf(on, parsed, unitCode),
    measuresIn(on, inputs),
    hasTyped(on, code),
    makesCircle(on, code, inputs),
  ]);
  const lacks = (kind: string, one: string) => !names.some((other) => other.kind === kind && other.code === one);
  const members = inputs.filter((one) => one.kind === 'members');
  const distinct = (codes: readonly string[]) => [...new Set(codes)];
  const unknown = distinct(inputs.map((one) => one.code)).filter((one) => lacks('indicator', one));
  const strange = distinct(members.map(({ group }) => group)).filter((one) => lacks('group', one));
  const rates = members
    .filter(({ how, code: summed }) => how === 'sum' && !lacks('indicator', summed))
    .map((one) => one.code)
    .filter((one) => measures.get(one) !== 'amount');
  const faults = [
    ...unknown.map((name) => faultOf('expression', 'derived.refusals.unknown', { name })),
    ...strange.map((name) => faultOf('expression', 'derived.refusals.unknownGroup', { name })),
    ...distinct(rates).map((name) => faultOf('expression', 'derived.refusals.sumOfRates', { name })),
    ...(roundsOddly(parsed) ? [faultOf('expression', 'derived.refusals.digits')] : []),
    ...(isTyped ? [faultOf('expression', 'derived.refusals.typed')] : []),
    ...(isCircle ? [faultOf('expression', 'derived.refusals.circle')] : []),
    ...(members.length > 0 && unitCode === '' ? [faultOf('unitCode', 'derived.refusals.whichUnit')] : []),
    ...(unitCode !== '' && lacks('unit', unitCode) ? [faultOf('unitCode', 'unknownUnit')] : []),
  ];
  return { parsed, names, faults };
}

function parsedOr(text: string): { parsed: Expression } | { fault: FieldFault } {
  try {
    const parsed = parseAmount(text);
    const count = operationsIn(parsed).length;
    if (count > mostOperations)
      return { fault: faultOf('expression', 'derived.refusals.tooLong', { count, most: mostOperations }) };
    return inputsOf(parsed).length > 0 ? { parsed } : { fault: faultOf('expression', 'derived.refusals.noInput') };
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    const { place, expected, found } = error;
    return { fault: faultOf('expression', 'derived.refusals.expression', { place, expected, found }) };
  }
}

async function measuresIn(on: Pick<Tx, 'execute'>, inputs: readonly FormulaInput[]): Promise<Map<string, string>> {
  const rows = await on.execute<{ code: string; measure: string }>(sql`
    select code, measure from indicator where code = any(${sql.param(inputs.map(({ code }) => code))}::text[])`);
  return new Map(rows.map(({ code, measure }) => [code, measure]));
}

/**
 * Whether an indicator has figures that no formula of its own made, or is asked for by a collection: a formula would
 * change their meaning. Before the first formula, every figure is one.
 */
async function hasTyped(on: Pick<Tx, 'execute'>, code: string): Promise<boolean> {
  const typed = await on.execute(sql`
    select from observation where indicator_code = ${code} and (source_code <> ${derivedSource}
      or not exists (select from indicator_formula where indicator_code = ${code}))
    union all select from collection_item where indicator_code = ${code} limit 1`);
  return typed.length > 0;
}

/** Whether formulas would read one another in a circle, with these inputs of one of them. */
async function makesCircle(on: Pick<Tx, 'execute'>, code: string, inputs: readonly FormulaInput[]): Promise<boolean> {
  const rows = await on.execute<{ indicatorCode: string; codes: string[] }>(sql`
    select indicator_code as "indicatorCode", array_agg(input_code) as codes from indicator_input
    where indicator_code <> ${code} group by 1`);
  const all = [...rows, { indicatorCode: code, codes: inputs.map((one) => one.code) }];
  return inOrder(all, (one) => one.codes) === null;
}
