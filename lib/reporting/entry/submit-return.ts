import { sql } from 'drizzle-orm';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { mayWrite } from '@/lib/reporting/collections/timeliness';
import { checkedFigures } from '@/lib/reporting/entry/checked-figures';
import { ReturnVersion } from '@/lib/reporting/entry/entry-input';
import {
  type LockedReturn,
  lockedReturn,
  type ReturnFigure,
  returnFigures,
  subjectOf,
  thisReturn,
  windowOf,
} from '@/lib/reporting/entry/queries';
import { recordSteps } from '@/lib/reporting/entry/record-steps';
import { recount } from '@/lib/reporting/entry/recount-returns';
import { findingsOf, foundAt, storeFindings } from '@/lib/reporting/entry/store-findings';
import { keyOf } from '@/lib/reporting/figure-key';
import { distinctFindings, holdsExplanation, unexplainedFindings } from '@/lib/reporting/rules/find';
import { type CheckFinding, writableStates } from '@/lib/reporting/words';

/**
 * Submits the own unit's return for review: every figure that is neither in review nor approved yet. Refuses a return
 * changed since it was read, one with nothing to submit, and one with mandatory findings or missing explanations. The
 * figures in review or approved are checked again, since a finding may compare them with a submitted one. An explanation
 * without a finding is not sent. The result is the number of submitted figures.
 */
export const submitReturn = command({
  name: 'submission.submit',
  input: ReturnVersion,
  async run(work, { collectionId, unitCode, version }) {
    const { tx, principal, now } = work;
    const one = await lockedReturn(tx, principal, { collectionId, unitCode });
    if (one.version !== version) throw await movedRefusal(work, subjectOf(one), 'returnMoved');
    const figures = await returnFigures(tx, one);
    const sent = figures.filter(({ written }) => !written || writableStates.includes(written.state));
    if (sent.length === 0) throw new Refusal('conflict', 'nothingToSubmit');
    if (sent.some(({ written }) => !mayWrite(windowOf(one), written?.state ?? null, now))) {
      throw new Refusal('conflict', 'windowShut');
    }
    const all = await findingsOf(work, one, figures);
    const keys = new Set(sent.map(keyOf));
    const findings = distinctFindings(all.filter((finding) => keys.has(keyOf(finding))));
    refuseFindings(findings, sent);
    await send(work, one, sent, all);
    const locked = figures.filter((figure) => !keys.has(keyOf(figure)));
    await storeFindings(work, one, foundAt(locked, all));
    const after = { state: 'submitted', figures: sent.length, findings: findings.length };
    const result = { collectionId: one.collectionId, sent: sent.length };
    return { result, changes: [{ subject: subjectOf(one), before: { state: one.state }, after }] };
  },
});

function refuseFindings(findings: readonly CheckFinding[], sent: readonly ReturnFigure[]): void {
  const blocking = findings.filter(({ severity }) => severity === 'mandatory');
  if (blocking.length > 0) throw new Refusal('invalid', 'checksBlock', { count: blocking.length });
  const entries = Object.fromEntries(checkedFigures(sent, {}).map((figure) => [keyOf(figure), figure.entry]));
  const silent = unexplainedFindings(findings, entries);
  if (silent.length > 0) throw new Refusal('invalid', 'explanationsMissing', { count: silent.length });
}

async function send(
  { tx, principal, now }: Work,
  one: LockedReturn,
  sent: readonly ReturnFigure[],
  findings: readonly CheckFinding[],
): Promise<void> {
  const at = now.toISOString();
  const rows = foundAt(sent, findings);
  const idle = rows.filter((row) => !holdsExplanation(row.findings));
  const [first] = one.collection.reviewChain;
  await tx.execute(sql`
    insert into submission_value as v (org_unit_code, collection_id, indicator_code, period_code, typed, value, decimals,
      qualifier, qualifier_printed, absence, typed_yoy, note, source_text, explanation, state, awaits, submitted_by,
      round, findings, worst, updated_by, updated_at)
    select ${one.orgUnitCode}, ${one.collectionId}, indicator_code, period_code, '', null, 0, 'exact', '', 'blank', '', '',
      '', '', 'submitted', ${first ?? 'unitReviewer'}, ${principal.userId}, ${one.round + 1}, findings, worst,
      ${principal.userId}, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(indicator_code text, period_code text, findings jsonb,
      worst int)
    on conflict (org_unit_code, collection_id, indicator_code, period_code) do update set state = 'submitted',
      awaits = excluded.awaits, submitted_by = excluded.submitted_by, round = excluded.round,
      findings = excluded.findings, worst = excluded.worst, approved_value = null, approved_decimals = null,
      approved_yoy = null, approved_reason = '', approved_by = null, version = v.version + 1`);
  await tx.execute(sql`
    update submission_value v set explanation = ''
    from jsonb_to_recordset(${JSON.stringify(idle)}::jsonb) as t(indicator_code text, period_code text)
    where v.org_unit_code = ${one.orgUnitCode} and v.collection_id = ${one.collectionId}
      and v.indicator_code = t.indicator_code and v.period_code = t.period_code and v.explanation <> ''`);
  const round = one.round + 1;
  const which = sql`v.org_unit_code = ${one.orgUnitCode} and v.collection_id = ${one.collectionId} and v.round = ${round}`;
  await recordSteps(tx, principal, one, { kind: 'submitted', which, reason: '', at: now });
  await recount(
    tx,
    thisReturn(one),
    sql`, round = ${round}, review_began = false, submitted_at = ${at}::timestamptz,
      first_submitted_at = coalesce(submission.first_submitted_at, ${at}::timestamptz)`,
  );
}
