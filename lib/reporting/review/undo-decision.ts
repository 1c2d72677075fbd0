import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Tx } from '@/db/client';
import type { Change } from '@/lib/access/audit/record-event';
import { command, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { lockedReturn, subjectOf, theseFigures, thisReturn } from '@/lib/reporting/entry/queries';
import { recordSteps } from '@/lib/reporting/entry/record-steps';
import { recount } from '@/lib/reporting/entry/recount-returns';
import { checkAgain } from '@/lib/reporting/entry/store-findings';
import { keyOf } from '@/lib/reporting/figure-key';
import { undoSeconds } from '@/lib/reporting/review/words';
import type { FigureKey, ReviewStep } from '@/lib/reporting/words';

type Decided = FigureKey & {
  readonly unitCode: string;
  readonly collectionId: string;
  readonly kind: ReviewStep;
  /** Whether something followed: a later step on the figure, or a correction by its reporter. */
  readonly isFollowed: boolean;
};

/**
 * Takes back the reviewer's own decision of a moment, a passing on or a return of one or several figures: they wait for
 * the same level again. Refuses it after a few seconds, after anything else happened to one of the figures, and where a
 * figure was approved for good, since it is published then.
 */
export const undoDecision = command({
  name: 'review.undo',
  input: z.strictObject({ decidedAt: z.iso.datetime().transform((at) => new Date(at)) }),
  async run(work, { decidedAt }) {
    const { tx, principal, now } = work;
    const places = await tx.execute<{ unitCode: string; collectionId: string }>(sql`
      select distinct e.org_unit_code as "unitCode", e.collection_id as "collectionId" from review_event e
      where e.actor = ${principal.userId} and e.at = ${decidedAt.toISOString()}::timestamptz
        and e.kind in ('passed', 'approved', 'returned') order by 1, 2`);
    if (places.length === 0) throw new Refusal('notFound', 'undoNothing');
    if (now.getTime() - decidedAt.getTime() > undoSeconds * 1000) {
      throw new Refusal('conflict', 'undoLate', { seconds: undoSeconds });
    }
    const changes: Change[] = [];
    let result = 0;
    for (const place of places) {
      const one = await lockedReturn(tx, principal, place);
      const figures = await decidedIn(tx, { ...place, actor: principal.userId, decidedAt });
      if (figures.some(({ kind }) => kind === 'approved')) throw new Refusal('conflict', 'undoPublished');
      if (figures.some(({ isFollowed }) => isFollowed)) throw new Refusal('conflict', 'undoFollowed');
      await restore(work, theseFigures(one, figures), decidedAt);
      await recordSteps(tx, principal, one, { kind: 'undone', which: theseFigures(one, figures), reason: '', at: now });
      await checkAgain(work, one, figures);
      await recount(tx, thisReturn(one), reviewBegan);
      changes.push({ subject: subjectOf(one), before: null, after: { undone: figures.map(keyOf) } });
      result += figures.length;
    }
    const [first, ...more] = changes;
    if (!first) throw new Refusal('notFound', 'undoNothing');
    return { result, changes: [first, ...more] };
  },
});

/** The figures of one return that were decided at that moment. */
async function decidedIn(
  tx: Tx,
  asked: { unitCode: string; collectionId: string; actor: string; decidedAt: Date },
): Promise<readonly Decided[]> {
  const at = sql`${asked.decidedAt.toISOString()}::timestamptz`;
  return tx.execute<Decided>(sql`
    select e.indicator_code as "indicatorCode", e.period_code as "periodCode", e.kind,
      v.updated_at > ${at} or exists (select from review_event l where l.org_unit_code = e.org_unit_code
        and l.collection_id = e.collection_id and l.indicator_code = e.indicator_code
        and l.period_code = e.period_code and l.step > e.step) as "isFollowed"
    from review_event e
    join submission_value v on v.org_unit_code = e.org_unit_code and v.collection_id = e.collection_id
      and v.indicator_code = e.indicator_code and v.period_code = e.period_code
    where e.org_unit_code = ${asked.unitCode} and e.collection_id = ${asked.collectionId}
      and e.actor = ${asked.actor} and e.at = ${at} and e.kind in ('passed', 'approved', 'returned')`);
}

/** Steps of a figure that no undo took back: an undo is the next step of the figure after its decision. */
const stands = (e: SQL) => sql`${e}.kind <> 'undone' and coalesce((
  select n.kind from review_event n where n.org_unit_code = ${e}.org_unit_code and n.collection_id = ${e}.collection_id
    and n.indicator_code = ${e}.indicator_code and n.period_code = ${e}.period_code and n.step > ${e}.step
  order by n.step limit 1), '') <> 'undone'`;

/** Steps that change the state of a figure. */
const ofState = sql`('submitted', 'withdrawn', 'passed', 'approved', 'returned', 'reopened')`;

/**
 * The figures as they were before the decision, whose event has their 核定数; its reason and author are those of the last
 * recording. The reason of a return before is that of the last one, or of a reopening in review; a passing on ends it.
 */
async function restore({ tx, principal }: Work, which: ReturnType<typeof theseFigures>, decidedAt: Date) {
  const before = (d: SQL, columns: SQL, condition: SQL) => sql`
    select ${columns} from review_event e
    where e.org_unit_code = ${d}.org_unit_code and e.collection_id = ${d}.collection_id
      and e.indicator_code = ${d}.indicator_code and e.period_code = ${d}.period_code and e.step < ${d}.step
      and ${condition}
    order by e.step desc limit 1`;
  const lastState = before(sql`o`, sql`e.kind`, sql`e.kind in ${ofState} and ${stands(sql`e`)}`);
  const returning = sql`o.kind in ('passed', 'approved', 'returned')
    or o.kind = 'reopened' and (${lastState}) is distinct from 'approved'`;
  await tx.execute(sql`
    update submission_value v set state = 'submitted', awaits = ${principal.role}, version = v.version + 1,
      approved_value = p.approved_value, approved_decimals = p.approved_decimals, approved_yoy = p.approved_yoy,
      approved_reason = p.approved_reason, approved_by = p.approved_by,
      return_reason = p.return_reason, returned_by = p.returned_by
    from (
      select v.org_unit_code, v.collection_id, v.indicator_code, v.period_code, d.approved_value, d.approved_decimals,
        d.approved_yoy, case when d.approved_value is null then '' else coalesce(k.reason, '') end as approved_reason,
        case when d.approved_value is not null then k.actor end as approved_by,
        case when r.kind in ('returned', 'reopened') then r.reason else '' end as return_reason,
        case when r.kind in ('returned', 'reopened') then r.actor end as returned_by
      from submission_value v
      join review_event d on d.org_unit_code = v.org_unit_code and d.collection_id = v.collection_id
        and d.indicator_code = v.indicator_code and d.period_code = v.period_code
        and d.at = ${decidedAt.toISOString()}::timestamptz and d.actor = ${principal.userId}
        and d.kind in ('passed', 'returned')
      left join lateral (${before(sql`d`, sql`e.reason, e.actor`, sql`e.kind = 'verified'`)}) k on true
      left join lateral (
        select o.kind, o.reason, o.actor from review_event o
        where o.org_unit_code = d.org_unit_code and o.collection_id = d.collection_id
          and o.indicator_code = d.indicator_code and o.period_code = d.period_code and o.step < d.step
          and ${stands(sql`o`)} and (${returning})
        order by o.step desc limit 1
      ) r on true
      where ${which}
    ) p
    where v.org_unit_code = p.org_unit_code and v.collection_id = p.collection_id
      and v.indicator_code = p.indicator_code and v.period_code = p.period_code`);
}

/** Whether a decision or a 核定数 on the return stands since its last submission, as a column to set in `recount`. */
const reviewBegan = sql`, review_began = exists (
  select from review_event e where e.org_unit_code = submission.org_unit_code
    and e.collection_id = submission.collection_id and e.kind in ('passed', 'approved', 'returned', 'verified')
    and ${stands(sql`e`)}
    and e.step > (select coalesce(max(l.step), 0) from review_event l where l.org_unit_code = e.org_unit_code
      and l.collection_id = e.collection_id and l.kind = 'submitted'))`;
