import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Tx } from '@/db/client';
import { indicator, orgUnit, peerGroup, source } from '@/db/schema/catalogue';
import { indicatorFormula, indicatorInput } from '@/db/schema/derived';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { type FormulaInput, inputsOf } from '@/lib/observations/derived/formula';
import { inOrder, recomputeDerived } from '@/lib/observations/derived/recompute';
import { derivedSource, longestFormula } from '@/lib/observations/derived/words';
import { Code } from '@/lib/reporting/collections/terms';
import { type Expression, ExpressionFault, parseAmount } from '@/lib/reporting/rules/expression';

/**
 * Sets the formula of an indicator, or changes it, and computes its figures for every period. Refuses an indicator whose
 * figures were typed, unknown codes, a circle, a sum over members without the unit that it is for, and a sum of rates.
 * `version` is that of the formula; 0 where there is none.
 */
export const deriveIndicator = command({
  name: 'indicator.derive',
  input: z.strictObject({
    code: Code,
    version: z.int().min(0),
    expression: z.string().trim().min(1).max(longestFormula),
    unitCode: z.union([Code, z.literal('')]),
  }),
  async run(work, { code, version, expression, unitCode }) {
    const { tx, principal, now } = work;
    const parsed = parsedFormula(expression);
    const [held] = await tx
      .select()
      .from(indicatorFormula)
      .where(eq(indicatorFormula.indicatorCode, code))
      .for('update');
    if ((held?.version ?? 0) !== version) throw await movedRefusal(work, `indicator/${code}`, 'derived.refusals.moved');
    const inputs = inputsOf(parsed);
    await refuseUnfit(tx, code, inputs, unitCode);
    await refuseTyped(tx, code);
    const row = { expression, orgUnitCode: unitCode || null, editedBy: principal.userId, editedAt: now };
    await tx
      .insert(indicatorFormula)
      .values({ indicatorCode: code, ...row })
      .onConflictDoUpdate({ target: indicatorFormula.indicatorCode, set: { ...row, version: version + 1 } });
    await tx.delete(indicatorInput).where(eq(indicatorInput.indicatorCode, code));
    const codes = [...new Set(inputs.map((one) => one.code))];
    await tx.insert(indicatorInput).values(codes.map((inputCode) => ({ indicatorCode: code, inputCode })));
    await refuseCircle(tx);
    await ensureSource(tx);
    const recording = { at: now, reason: `按公式计算：${expression}` };
    // Also the keys that only the former formula had, whose figures end.
    const changed = sql`(select ${codes[0]}::text as indicator_code, period_code, org_unit_code from observation
      where indicator_code = any(${sql.param([...codes, code])}::text[]))`;
    await recomputeDerived(tx, principal, changed, recording);
    return {
      result: code,
      changes: [
        {
          subject: `indicator/${code}`,
          before: held ? { formula: held.expression, unit: held.orgUnitCode } : null,
          after: { formula: expression, unit: unitCode || null },
        },
      ],
    };
  },
});

function parsedFormula(text: string): Expression {
  try {
    const parsed = parseAmount(text);
    if (inputsOf(parsed).length > 0) return parsed;
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    const { place, expected, found } = error;
    throw new Refusal('invalid', 'derived.refusals.expression', { field: 'expression', place, expected, found });
  }
  throw new Refusal('invalid', 'derived.refusals.noInput', { field: 'expression' });
}

async function refuseUnfit(tx: Tx, code: string, inputs: readonly FormulaInput[], unitCode: string): Promise<void> {
  const field = 'expression';
  const known = await tx.select({ code: indicator.code, measure: indicator.measure }).from(indicator);
  const unknown = [code, ...inputs.map((one) => one.code)].find((one) => !known.some((other) => other.code === one));
  if (unknown !== undefined) throw new Refusal('invalid', 'derived.refusals.unknown', { field, name: unknown });
  const members = inputs.filter((one) => one.kind === 'members');
  const groups = await tx.select({ code: peerGroup.code }).from(peerGroup);
  for (const { how, group, code: summed } of members) {
    if (!groups.some((one) => one.code === group))
      throw new Refusal('invalid', 'derived.refusals.unknownGroup', { field, name: group });
    if (how === 'sum' && known.find((one) => one.code === summed)?.measure !== 'amount')
      throw new Refusal('invalid', 'derived.refusals.sumOfRates', { field, name: summed });
  }
  if (members.length > 0 && unitCode === '')
    throw new Refusal('invalid', 'derived.refusals.whichUnit', { field: 'unitCode' });
  if (unitCode === '') return;
  const found = await tx.select({ code: orgUnit.code }).from(orgUnit).where(eq(orgUnit.code, unitCode));
  if (found.length === 0) throw new Refusal('invalid', 'unknownUnit', { field: 'unitCode' });
}

/** Refuses an indicator with figures of a document or a return: their meaning would change. */
async function refuseTyped(tx: Tx, code: string): Promise<void> {
  const typed = await tx.execute(sql`
    select from observation where indicator_code = ${code} and source_code <> ${derivedSource}
    union all select from collection_item where indicator_code = ${code} limit 1`);
  if (typed.length > 0) throw new Refusal('invalid', 'derived.refusals.typed', { field: 'expression' });
}

async function refuseCircle(tx: Tx): Promise<void> {
  const rows = await tx.select().from(indicatorInput);
  const codes = [...new Set(rows.map(({ indicatorCode }) => indicatorCode))];
  const inputs = (one: string) => rows.flatMap((row) => (row.indicatorCode === one ? row.inputCode : []));
  const ordered = inOrder(
    codes.map((indicatorCode) => ({ indicatorCode })),
    ({ indicatorCode }) => inputs(indicatorCode),
  );
  if (!ordered) throw new Refusal('invalid', 'derived.refusals.circle', { field: 'expression' });
}

/** The document that computed figures cite: the product itself. */
async function ensureSource(tx: Tx): Promise<void> {
  await tx
    .insert(source)
    .values({
      code: derivedSource,
      title: '按公式由其他指标计算',
      publisher: '本系统',
      accessNote: '数据随所用指标的变化自动重算；公式、算式和所用文件列在每个数据的出处中。',
      licence: '',
      reliability: 'reported',
      sortOrder: 999_999,
    })
    .onConflictDoNothing();
}
