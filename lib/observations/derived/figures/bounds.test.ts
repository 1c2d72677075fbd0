import { sql as text } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { figuresSql } from '@/lib/observations/derived/figures/queries';
import { checkedFormula } from '@/lib/observations/derived/queries';
import type { Qualifier } from '@/lib/observations/words';
import { type Expression, parseAmount } from '@/lib/reporting/rules/expression';
import { checkSettings } from '@/lib/testing/accounts';
import { many } from '@/lib/testing/many';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const codes = ['DEMO', 'DEMO2', 'DEMO3'] as const;
type Stated = { readonly value: number; readonly qualifier: Qualifier };

beforeAll(async () => {
  await fictionalIndicators(database);
  await database.transaction((tx) => ensurePeriods(tx, ['2025']));
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('S1', '公报一', '统计局', '', '', 'official', 1)`;
});

/** The value and qualifier that a formula gives for inputs that are stated so. */
async function computed(formula: string, stated: readonly Stated[]) {
  await sql`delete from observation`;
  for (const [at, { value, qualifier }] of stated.entries())
    await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
        qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
      values (${codes[at] ?? ''}, 'JIA', '2025', ${value}, 0, ${qualifier}, '', 'final', '', 'S1', '', '', '', 1, 't', now())`;
  const [row] = await database.execute<{ value: string | null; qualifier: Qualifier }>(text`
    with k as (select 'JIA'::text as org_unit_code, code as period_code, previous, year_earlier, starts_on, ends_on
      from period where code = '2025') ${figuresSql(parseAmount(formula), 9)}`);
  return { value: row?.value ?? null, qualifier: row?.qualifier };
}

test.each<[string, Qualifier, Qualifier, string]>([
  ['DEMO + DEMO2', 'exact', 'at_least', 'at_least 130'],
  ['DEMO - DEMO2', 'exact', 'at_least', 'at_most 70'],
  ['DEMO - DEMO2', 'at_least', 'exact', 'at_least 70'],
  ['DEMO - DEMO2', 'at_least', 'at_least', 'about 70'],
  ['DEMO - DEMO2', 'at_least', 'at_most', 'at_least 70'],
  ['DEMO - DEMO2', 'exact', 'about', 'about 70'],
  ['DEMO - DEMO2', 'at_least', 'expected', 'expected 70'],
  ['-DEMO2', 'exact', 'at_least', 'at_most -30'],
  ['DEMO2 / DEMO', 'at_least', 'exact', 'at_most 0.3'],
  ['DEMO2 / DEMO', 'exact', 'at_least', 'at_least 0.3'],
  ['DEMO / DEMO2 * 3', 'exact', 'at_least', 'at_most 10'],
  ['DEMO / DEMO2 * 3', 'exact', 'at_most', 'about 10'],
  ['DEMO * DEMO2', 'at_least', 'at_least', 'at_least 3000'],
  ['DEMO * DEMO2', 'at_least', 'at_most', 'about 3000'],
  ['DEMO * (0 - 2)', 'at_least', 'exact', 'at_most -200'],
  ['(DEMO2 / DEMO - 1) * 100', 'exact', 'at_most', 'at_most -70'],
  ['min(DEMO, DEMO2)', 'at_least', 'exact', 'exact 30'],
  ['max(DEMO, DEMO2)', 'at_least', 'at_most', 'at_least 100'],
  ['abs(0 - DEMO)', 'at_least', 'exact', 'at_least 100'],
  ['round(DEMO2 / 7, 1)', 'exact', 'at_least', 'at_least 4.3'],
])('%s of 100 (%s) and 30 (%s) is %s', async (formula, first, second, said) => {
  const { value, qualifier } = await computed(formula, [
    { value: 100, qualifier: first },
    { value: 30, qualifier: second },
  ]);
  const written = Number(Number(value).toFixed(6));
  expect(`${qualifier} ${written}`).toBe(said);
});

/** An amount of numbers, by the rules of arithmetic alone; not a number where it divides by zero. */
function amountOf(one: Expression, truth: readonly number[]): number {
  const inner = (part: Expression) => amountOf(part, truth);
  if (one.kind === 'number') return Number(one.value);
  if (one.kind === 'figure') return truth[codes.indexOf(one.code as 'DEMO')] ?? Number.NaN;
  if (one.kind === 'negative') return -inner(one.of);
  if (one.kind === 'call') {
    const args = one.args.map(inner);
    return one.name === 'min' ? Math.min(...args) : one.name === 'max' ? Math.max(...args) : Math.abs(args[0] ?? 0);
  }
  if (one.kind !== 'binary') return Number.NaN;
  const [left, right] = [inner(one.left), inner(one.right)];
  if (one.op === '+') return left + right;
  if (one.op === '-') return left - right;
  if (one.op === '*') return left * right;
  return right === 0 ? Number.NaN : left / right;
}

const formulas = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...codes),
    fc.constantFrom(...codes, '2', '100', '0.5'),
    fc
      .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/'), tie('formula'))
      .map(([left, op, right]) => `(${left} ${op} ${right})`),
    tie('formula').map((of) => `(-${of})`),
    fc
      .tuple(fc.constantFrom('min', 'max'), tie('formula'), tie('formula'))
      .map(([name, one, other]) => `${name}(${one}, ${other})`),
    tie('formula').map((of) => `abs(${of})`),
  ),
})).formula;
const stated = fc.record({
  value: fc.integer({ min: -20, max: 20 }),
  qualifier: fc.constantFrom<Qualifier>('exact', 'at_least', 'at_most', 'about', 'expected'),
});

/** Truths that a stated figure leaves open: its own value, near ones and very far ones on the sides that it does not bound. */
function truths({ value, qualifier }: Stated): number[] {
  const steps = [0, 0.5, 3, 17, 1e4];
  const above = qualifier === 'exact' || qualifier === 'at_most' ? [] : steps.map((step) => value + step);
  const below = qualifier === 'exact' || qualifier === 'at_least' ? [] : steps.map((step) => value - step);
  return [value, ...above, ...below];
}

test('a qualifier never claims a bound that its inputs deny', async () => {
  let bounds = 0;
  await fc.assert(
    fc.asyncProperty(formulas, fc.tuple(stated, stated, stated), async (formula, inputs) => {
      const parsed = parseAmount(`${formula} + 0 * DEMO`);
      const { value, qualifier } = await computed(`${formula} + 0 * DEMO`, inputs);
      if (value === null) return;
      if (qualifier === 'at_least' || qualifier === 'at_most') bounds += 1;
      const [first, second, third] = inputs.map(truths);
      for (const one of first ?? [])
        for (const two of second ?? [])
          for (const three of third ?? []) {
            const truth = amountOf(parsed, [one, two, three]);
            if (Number.isNaN(truth)) continue;
            const slack = 1e-6 * Math.max(1, Math.abs(truth), Math.abs(Number(value)));
            const told = `${formula} of ${JSON.stringify(inputs)} is ${qualifier} ${value}, and may be ${truth}`;
            if (qualifier === 'at_least' || qualifier === 'exact')
              expect(truth, told).toBeGreaterThanOrEqual(Number(value) - slack);
            if (qualifier === 'at_most' || qualifier === 'exact')
              expect(truth, told).toBeLessThanOrEqual(Number(value) + slack);
          }
    }),
    { numRuns: many(2000, 150), seed: 20261130, endOnFailure: true },
  );
  expect(bounds).toBeGreaterThan(15);
});

test('a deeply nested formula is computed, one of too many operations or odd decimals refused in words', async () => {
  const inputs: Stated[] = [{ value: 10, qualifier: 'exact' }];
  const amountAs = async (formula: string) => Number((await computed(formula, inputs)).value);
  expect(await amountAs(`${'min(1, '.repeat(40)}DEMO${')'.repeat(40)}`)).toBe(1);
  expect(await amountAs(`DEMO${' + 1'.repeat(60)}`)).toBe(70);
  expect(await amountAs('round(DEMO / 3, 1) + round(DEMO)')).toBe(13.3);
  // As stored before the decimals were limited.
  expect(await amountAs('round(DEMO, 99999999999)')).toBe(10);
  const faults = async (expression: string) =>
    (await checkedFormula(person('assessmentOffice'), { code: 'DEMO2', expression, unitCode: '' }))?.faults;
  expect(await faults(`DEMO${' + 1'.repeat(60)}`)).toEqual([]);
  expect(await faults(`DEMO${' + 1'.repeat(61)}`)).toMatchObject([
    { key: 'derived.refusals.tooLong', details: { count: 61, most: 60 } },
  ]);
  for (const digits of ['99999999999', '11', '1.5', '-1', 'DEMO'])
    expect(await faults(`round(DEMO, ${digits})`), digits).toMatchObject([{ key: 'derived.refusals.digits' }]);
  expect(await faults('round(DEMO, 10)')).toEqual([]);
});
