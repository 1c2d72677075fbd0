import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { source } from '@/db/schema/catalogue';
import { indicatorFormula, indicatorInput } from '@/db/schema/derived';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Change } from '@/lib/access/audit/record-event';
import { command, type Work } from '@/lib/access/command';
import { lockedIndicator } from '@/lib/catalogue/indicators/locked-indicator';
import { orPropose } from '@/lib/catalogue/proposals/propose';
import { type FieldFault, Refusal } from '@/lib/errors';
import { ownWords } from '@/lib/i18n/own-words';
import { Deriving } from '@/lib/observations/derived/formula-input';
import { inputsOf } from '@/lib/observations/derived/formulas/formula';
import { typedFormula } from '@/lib/observations/derived/queries';
import { recomputeDerived } from '@/lib/observations/derived/recompute';
import { derivedSource } from '@/lib/observations/derived/words';
import { lines } from '@/lib/reporting/collections/terms';
import type { Expression } from '@/lib/reporting/rules/expression';

/**
 * Sets the formula of an indicator and computes its figures for every period. A changed formula whose figures pages show
 * becomes a proposal. Refuses an indicator whose figures were typed, unknown codes, a circle, a sum over members without
 * the unit that it is for, and a sum of rates, all at once.
 */
export const deriveIndicator = command({
  name: 'indicator.derive',
  input: Deriving.extend({ reason: lines(0, 300) }),
  async run(work, { reason, ...asked }) {
    const held = await heldFormula(work, asked);
    if (held?.expression === asked.expression && (held.orgUnitCode ?? '') === asked.unitCode)
      throw new Refusal('conflict', 'catalogue.refused.nothingChanges', { field: 'expression' });
    const reachesPast = held !== undefined && (await hasFigures(work.tx, asked.code));
    const lacksReason: FieldFault[] =
      reachesPast && reason === ''
        ? [{ field: 'reason', key: 'proposals.refused.reasonMissing', details: { field: 'reason' } }]
        : [];
    await readOrRefuse(work, asked, lacksReason);
    const subject = `indicator/${asked.code}`;
    return orPropose(
      work,
      'indicator.derive',
      asked,
      {
        ...{ reachesPast, subject, reason },
        was: ([tried]) => ({
          expression: held?.expression ?? '',
          unitCode: held?.orgUnitCode ?? '',
          figures: figuresIn(tried),
        }),
      },
      (within) => applyFormula(within, asked),
    );
  },
});

/** Stores a formula and computes its figures. Refuses one that another formula has followed since. */
export async function applyFormula(work: Work, asked: Deriving): Promise<readonly [Change]> {
  const { tx, principal, now } = work;
  const { code, version, expression, unitCode } = asked;
  const held = await lockedFormula(work, asked);
  if (hasMoved(held, version)) throw new Refusal('conflict', 'proposals.refused.stale');
  const codes = [...new Set(inputsOf(await readOrRefuse(work, asked)).map((one) => one.code))];
  const row = { expression, orgUnitCode: unitCode || null, editedBy: principal.userId, editedAt: now };
  await tx
    .insert(indicatorFormula)
    .values({ indicatorCode: code, ...row })
    .onConflictDoUpdate({ target: indicatorFormula.indicatorCode, set: { ...row, version: version + 1 } });
  await tx.delete(indicatorInput).where(eq(indicatorInput.indicatorCode, code));
  await tx.insert(indicatorInput).values(codes.map((inputCode) => ({ indicatorCode: code, inputCode })));
  await ensureSource(tx);
  // Also the keys that only the former formula had, whose figures end.
  const changed = sql`(select ${codes[0]}::text as indicator_code, period_code, org_unit_code from observation
    where indicator_code = any(${sql.param([...codes, code])}::text[]))`;
  const figures = await recomputeDerived(tx, principal, changed, {
    at: now,
    reason: `${ownWords.byFormula[0]}${expression}`,
  });
  return [
    {
      subject: `indicator/${code}`,
      before: held ? { formula: held.expression, unit: held.orgUnitCode } : null,
      after: { formula: expression, unit: unitCode || null, figures },
    },
  ];
}

/** The number of figures that a change of a formula changes, as `applyFormula` tells it. */
const figuresIn = ({ after }: Change) => (after as { readonly figures: number }).figures;

/** Whether a formula is another than the one in a version, 0 before the first. */
const hasMoved = (held: { readonly version: number } | undefined, version: number) => (held?.version ?? 0) !== version;

/** The formula of an indicator in the version that the page showed, locked as `lockedFormula` does. */
async function heldFormula(work: Work, { code, version }: Deriving) {
  const held = await lockedFormula(work, { code });
  if (hasMoved(held, version)) throw await movedRefusal(work, `indicator/${code}`, 'derived.refusals.moved');
  return held;
}

/** The formula of an indicator, which is locked until the transaction ends; undefined before the first. */
async function lockedFormula(work: Work, { code }: Pick<Deriving, 'code'>) {
  await lockedIndicator(work, code);
  // Two formulas that are set at once would otherwise not see the circle that they make.
  await work.tx.execute(sql`lock table indicator_formula in share row exclusive mode`);
  const [held] = await work.tx
    .select()
    .from(indicatorFormula)
    .where(eq(indicatorFormula.indicatorCode, code))
    .for('update');
  return held;
}

/** The parsed formula. Refuses one with any fault, and names all of them. */
async function readOrRefuse(work: Work, asked: Deriving, more: readonly FieldFault[] = []): Promise<Expression> {
  const { parsed, faults: found } = await typedFormula(work, asked);
  const faults = [...found, ...more];
  const [first] = faults;
  if (first) throw new Refusal('invalid', first.key, first.details, faults);
  if (!parsed) throw new Error('a formula without a fault that cannot be read');
  return parsed;
}

async function hasFigures(tx: Tx, code: string): Promise<boolean> {
  const found = await tx.execute(sql`select from observation where indicator_code = ${code} limit 1`);
  return found.length > 0;
}

/** The document that computed figures cite: the product itself. */
async function ensureSource(tx: Tx): Promise<void> {
  await tx
    .insert(source)
    .values({
      code: derivedSource,
      title: ownWords.derivedTitle[0],
      publisher: ownWords.derivedPublisher[0],
      accessNote: ownWords.derivedNote[0],
      licence: '',
      reliability: 'reported',
      sortOrder: 999_999,
    })
    .onConflictDoNothing();
}
