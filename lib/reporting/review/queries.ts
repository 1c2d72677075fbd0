import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { indicator } from '@/db/schema/catalogue';
import { submissionValue } from '@/db/schema/reporting';
import type { Work } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import type { Qualifier } from '@/lib/observations/words';
import { type LockedReturn, lockedReturn, theseFigures } from '@/lib/reporting/entry/queries';
import type { CheckFinding, FigureKey } from '@/lib/reporting/words';

/** The figures of a return that a reviewer read, each with its version. */
export type LookedAt = {
  readonly collectionId: string;
  readonly unitCode: string;
  readonly figures: readonly (FigureKey & { readonly version: number })[];
};

/** The inputs of a decision: the locked return, its figures as a condition on `v`, and the rows of these figures. */
export type Deciding = {
  readonly one: LockedReturn;
  readonly which: SQL;
  readonly figures: readonly Awaiting[];
};
export type Awaiting = FigureKey & {
  readonly nameZh: string;
  readonly value: string | null;
  readonly qualifier: Qualifier;
  readonly approvedValue: string | null;
  readonly worst: number;
  readonly findings: readonly CheckFinding[];
};

/**
 * The figures that wait for this reviewer's decision. Refuses when one was changed since it was read, waits for another
 * level, is outside the reviewer's scope, or was submitted by the same person.
 */
export async function figuresToDecide(work: Work, { collectionId, unitCode, figures }: LookedAt): Promise<Deciding> {
  const { tx, principal } = work;
  const one = await lockedReturn(tx, principal, { collectionId, unitCode });
  const which = theseFigures(one, figures);
  const found = await tx.execute<Awaiting & { version: number; submittedBy: string | null; isMine: boolean }>(sql`
    select v.indicator_code as "indicatorCode", v.period_code as "periodCode", i.name_zh as "nameZh", v.value,
      v.qualifier, v.approved_value as "approvedValue", v.worst, v.findings, v.version, v.submitted_by as "submittedBy",
      v.awaits is not distinct from ${principal.role} and ${inScope(work)} as "isMine"
    from submission_value v join indicator i on i.code = v.indicator_code
    where ${which}`);
  const moved = figures.find(
    (asked) =>
      !found.some(
        (row) =>
          row.indicatorCode === asked.indicatorCode &&
          row.periodCode === asked.periodCode &&
          row.version === asked.version &&
          row.isMine,
      ),
  );
  if (moved) throw await reviewMoved(work, one, moved);
  if (found.some(({ submittedBy }) => submittedBy === principal.userId)) throw new Refusal('forbidden', 'ownFigure');
  return { one, which, figures: found };
}

/** The refusal for a figure that has changed: the last step on it may be one's own, from another window. */
async function reviewMoved({ tx, principal }: Work, one: LockedReturn, moved: FigureKey): Promise<Refusal> {
  const [last] = await tx.execute<{ actor: string }>(sql`
    select v.actor from review_event v where ${theseFigures(one, [moved])} order by v.step desc limit 1`);
  return new Refusal('conflict', last?.actor === principal.userId ? 'movedByYou' : 'reviewMoved');
}

/**
 * The condition that an indicator `i` is in a reviewer's scope: the department's indicators, or all of a unit that
 * `lockedReturn` has checked.
 */
function inScope({ principal }: Work): SQL {
  return principal.role === 'departmentReviewer' ? sql`i.responsible_zh = ${principal.department}` : sql`true`;
}

/**
 * The condition for figures that somebody may read in a return once it was submitted: a reviewer those in charge, the
 * office all.
 */
export function inSightOf(principal: Principal, unit?: SQLWrapper): SQL {
  return principal.role === 'assessmentOffice' ? sql`true` : inCharge(principal, unit);
}

/**
 * The condition for figures in a reviewer's scope, on `submissionValue` (or the given unit) joined with `indicator`:
 * those of the own unit, or of the own department's indicators. False for other roles.
 */
export function inCharge(
  { role, unitCode, department }: Principal,
  unit: SQLWrapper = submissionValue.orgUnitCode,
): SQL {
  if (role === 'unitReviewer') return sql`${unit} = ${unitCode}`;
  if (role === 'departmentReviewer') return sql`${indicator.responsibleZh} = ${department}`;
  return sql`false`;
}
