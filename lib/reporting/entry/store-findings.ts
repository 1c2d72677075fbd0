import { sql } from 'drizzle-orm';
import type { Work } from '@/lib/access/command';
import { checkedFigures } from '@/lib/reporting/entry/checked-figures';
import { type LockedReturn, type ReturnFigure, returnFigures } from '@/lib/reporting/entry/queries';
import { keyOf } from '@/lib/reporting/figure-key';
import { concernsOf, findingsIn, worstOf } from '@/lib/reporting/rules/find';
import { isPartnerNotice, partnerNotices } from '@/lib/reporting/rules/partners';
import { checkContext, rulesFor } from '@/lib/reporting/rules/queries';
import { type CheckFinding, type FigureKey, writableStates } from '@/lib/reporting/words';

/** The findings of the checks for the present figures of a return. */
export async function findingsOf(
  { tx, principal }: Work,
  one: LockedReturn,
  figures: readonly ReturnFigure[],
): Promise<CheckFinding[]> {
  const context = await checkContext(principal, { unitCode: one.orgUnitCode, items: figures }, tx);
  return findingsIn({
    figures: checkedFigures(figures, context.peers),
    known: context.known,
    rules: context.rules,
  });
}

const rowOf = ({ indicatorCode, periodCode }: FigureKey, findings: readonly CheckFinding[]) => ({
  indicator_code: indicatorCode,
  period_code: periodCode,
  findings,
  worst: worstOf(findings),
});
type Row = ReturnType<typeof rowOf>;

/** The findings of each figure, as columns of its row. */
export function foundAt(figures: readonly FigureKey[], findings: readonly CheckFinding[]): Row[] {
  return figures.map((figure) =>
    rowOf(
      figure,
      findings.filter((finding) => keyOf(finding) === keyOf(figure)),
    ),
  );
}

/** Stores findings of figures in review or approved; whoever read others must read the figure again. */
export async function storeFindings({ tx }: Work, one: LockedReturn, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update submission_value v set findings = t.findings, worst = t.worst, version = v.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(indicator_code text, period_code text, findings jsonb,
      worst int)
    where v.org_unit_code = ${one.orgUnitCode} and v.collection_id = ${one.collectionId}
      and v.indicator_code = t.indicator_code and v.period_code = t.period_code
      and v.findings is distinct from t.findings`);
}

/**
 * Stores the findings of the figures in review or approved, and at those in review the notices of partners that are back
 * with the reporter.
 */
async function storeLocked(
  work: Work,
  one: LockedReturn,
  figures: readonly ReturnFigure[],
  found: (figure: FigureKey, before: readonly CheckFinding[]) => readonly CheckFinding[],
): Promise<void> {
  const rules = await rulesFor(work.principal, figures, work.tx);
  const renewed = figures.flatMap(({ written, ...figure }) => {
    if (!written) return [];
    const before = written.findings.filter((finding) => !isPartnerNotice(finding));
    const findings = writableStates.includes(written.state) ? before : found(figure, before);
    return [{ ...figure, state: written.state, findings }];
  });
  const notices = partnerNotices(renewed, rules);
  const rows = renewed
    .filter(({ state }) => !writableStates.includes(state))
    .map((figure) =>
      rowOf(figure, [...figure.findings, ...notices.filter((notice) => keyOf(notice) === keyOf(figure))]),
    );
  await storeFindings(work, one, rows);
}

/** Takes back, at figures in review or approved, the findings that compare them with withdrawn ones. */
export async function forgetComparisons(work: Work, one: LockedReturn, withdrawn: readonly FigureKey[]): Promise<void> {
  const keys = new Set(withdrawn.map(keyOf));
  const compares = (finding: CheckFinding) => concernsOf(finding).some((key) => keys.has(key));
  await storeLocked(work, one, await returnFigures(work.tx, one), (_figure, before) =>
    before.filter((finding) => !compares(finding)),
  );
}

/**
 * Checks figures again whose 核定数 or state changed. Those of them in review or approved are checked anew; at the
 * others, the findings that compare them with a changed one are. All else stays as it was at the submission.
 */
export async function checkAgain(work: Work, one: LockedReturn, changed: readonly FigureKey[]): Promise<void> {
  const figures = await returnFigures(work.tx, one);
  const keys = new Set(changed.map(keyOf));
  const compares = (finding: CheckFinding) =>
    (finding.concerns?.length ?? 0) > 1 && concernsOf(finding).some((key) => keys.has(key));
  const all = await findingsOf(work, one, figures);
  await storeLocked(work, one, figures, (figure, before) => {
    const own = all.filter((finding) => keyOf(finding) === keyOf(figure));
    if (keys.has(keyOf(figure))) return own;
    return [...before.filter((finding) => !compares(finding)), ...own.filter(compares)];
  });
}
