import { sql } from 'drizzle-orm';
import type { Work } from '@/lib/access/command';
import { checkedFigures } from '@/lib/reporting/entry/checked-figures';
import { type LockedReturn, type ReturnFigure, returnFigures } from '@/lib/reporting/entry/queries';
import { keyOf } from '@/lib/reporting/figure-key';
import { concernsOf, findingsIn, worstOf } from '@/lib/reporting/rules/find';
import { checkContext } from '@/lib/reporting/rules/queries';
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

/** Takes back, at figures in review or approved, the findings that compare them with withdrawn ones. */
export async function forgetComparisons(work: Work, one: LockedReturn, withdrawn: readonly FigureKey[]): Promise<void> {
  const keys = new Set(withdrawn.map(keyOf));
  const compares = (finding: CheckFinding) => concernsOf(finding).some((key) => keys.has(key));
  const rows = (await returnFigures(work.tx, one)).flatMap(({ written, ...figure }) =>
    written && !writableStates.includes(written.state) && written.findings.some(compares)
      ? [
          rowOf(
            figure,
            written.findings.filter((finding) => !compares(finding)),
          ),
        ]
      : [],
  );
  await storeFindings(work, one, rows);
}

/**
 * Compares the other figures of a return with one whose 核定数 changed. At figures in review or approved, the findings that
 * compare them with it are found anew; all others stay as they were at the submission.
 */
export async function compareAgain(work: Work, one: LockedReturn, changed: FigureKey): Promise<void> {
  const figures = await returnFigures(work.tx, one);
  const key = keyOf(changed);
  const compares = (finding: CheckFinding) => (finding.concerns?.length ?? 0) > 1 && concernsOf(finding).includes(key);
  const found = (await findingsOf(work, one, figures)).filter(compares);
  const rows = figures.flatMap(({ written, ...figure }) => {
    if (!written || writableStates.includes(written.state)) return [];
    const kept = written.findings.filter((finding) => !compares(finding));
    return [rowOf(figure, [...kept, ...found.filter((finding) => keyOf(finding) === keyOf(figure))])];
  });
  await storeFindings(work, one, rows);
}
