import { and, asc, desc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, orgUnit } from '@/db/schema/catalogue';
import { collection } from '@/db/schema/collections';
import { reviewEvent, submission, submissionValue } from '@/db/schema/reporting';
import type { Principal } from '@/lib/access/principal';
import { inCharge } from '@/lib/reporting/review/queries';
import { clean, type DecidedLine, type IndicatorLine, type QueueLine, undoSeconds } from '@/lib/reporting/review/words';
import { stepWord } from '@/lib/reporting/step-word';
import { type ReviewLevel, reviewLevels, severities } from '@/lib/reporting/words';

/** The most lines of a queue, and of the list of decisions. */
const mostLines = 500;
const mostDecided = 20;

const unit = { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn };
const ofWorst = (severity: (typeof severities)[number]) =>
  sql<number>`(count(*) filter (where ${submissionValue.worst} = ${severities.indexOf(severity)}))::int`;
const ofReturn = and(
  eq(submission.orgUnitCode, submissionValue.orgUnitCode),
  eq(submission.collectionId, submissionValue.collectionId),
);

/**
 * The queue of this reviewer: per collection, unit and department, those with findings first, then the longest waiting.
 * The reviewer's own submissions wait for another person.
 */
export async function reviewQueue(principal: Principal): Promise<QueueLine[]> {
  const level = reviewLevels.find((one) => one === principal.role);
  if (!level) return [];
  return db()
    .select({
      collectionId: collection.id,
      title: collection.title,
      periodCode: collection.periodCode,
      isDemonstration: collection.isDemonstration,
      unit,
      department: indicator.responsibleZh,
      departmentEn: sql<string>`min(${indicator.responsibleEn})`,
      dueAt: sql`greatest(${submission.extendedUntil}, ${collection.dueAt})`.mapWith(collection.dueAt),
      submittedAt: submission.submittedAt,
      waiting: sql<number>`count(*)::int`,
      mandatory: ofWorst('mandatory'),
      quasiMandatory: ofWorst('quasiMandatory'),
      query: ofWorst('query'),
      notice: ofWorst('notice'),
    })
    .from(submissionValue)
    .innerJoin(submission, ofReturn)
    .innerJoin(collection, eq(collection.id, submissionValue.collectionId))
    .innerJoin(orgUnit, eq(orgUnit.code, submissionValue.orgUnitCode))
    .innerJoin(indicator, eq(indicator.code, submissionValue.indicatorCode))
    .where(and(awaitsLevel(level), inCharge(principal), notOwn(principal)))
    .groupBy(collection.id, orgUnit.code, submission.orgUnitCode, submission.collectionId, indicator.responsibleZh)
    .orderBy(
      sql`min(${submissionValue.worst}) = ${clean}`,
      asc(submission.submittedAt),
      asc(collection.dueAt),
      asc(orgUnit.sortOrder),
      asc(indicator.responsibleZh),
    )
    .limit(mostLines);
}

const awaitsLevel = (level: ReviewLevel) => eq(submissionValue.awaits, level);
const notOwn = ({ userId }: Principal): SQL => sql`${submissionValue.submittedBy} is distinct from ${userId}`;

/** This reviewer's recent decisions, newest first; figures decided at once are one line. */
export async function lateDecisions(principal: Principal): Promise<DecidedLine[]> {
  const kinds = ['passed', 'approved', 'returned', 'verified'] as const;
  const last = db()
    .select({
      orgUnitCode: reviewEvent.orgUnitCode,
      collectionId: reviewEvent.collectionId,
      kind: reviewEvent.kind,
      reason: reviewEvent.reason,
      at: reviewEvent.at,
      figures: sql<number>`count(*)::int`.as('figures'),
      first: sql<number>`min(${reviewEvent.step})::int`.as('first'),
    })
    .from(reviewEvent)
    .where(and(eq(reviewEvent.actor, principal.userId), inArray(reviewEvent.kind, [...kinds])))
    .groupBy(reviewEvent.orgUnitCode, reviewEvent.collectionId, reviewEvent.kind, reviewEvent.reason, reviewEvent.at)
    .orderBy(desc(reviewEvent.at))
    .limit(mostDecided)
    .as('last');
  const rows = await db()
    .select({
      collectionId: last.collectionId,
      title: collection.title,
      unit,
      kind: last.kind,
      hasApproved: sql<boolean>`${reviewEvent.approvedValue} is not null`,
      reason: last.reason,
      figures: last.figures,
      at: last.at,
      indicator: { code: indicator.code, nameZh: indicator.nameZh, nameEn: indicator.nameEn },
      periodCode: sql<string>`${reviewEvent.periodCode}`,
    })
    .from(last)
    .innerJoin(
      reviewEvent,
      and(
        eq(reviewEvent.orgUnitCode, last.orgUnitCode),
        eq(reviewEvent.collectionId, last.collectionId),
        eq(reviewEvent.step, last.first),
      ),
    )
    .innerJoin(indicator, eq(indicator.code, reviewEvent.indicatorCode))
    .innerJoin(collection, eq(collection.id, last.collectionId))
    .innerJoin(orgUnit, eq(orgUnit.code, last.orgUnitCode))
    .where(inCharge(principal, last.orgUnitCode))
    .orderBy(desc(last.at));
  return rows.map(({ periodCode, hasApproved, ...row }) => ({
    ...row,
    kind: stepWord(row.kind, hasApproved),
    key: { indicatorCode: row.indicator.code, periodCode },
  }));
}

/**
 * The moment of this reviewer's last decision, where it may still be undone: a passing on or a return of a few seconds
 * ago; null otherwise.
 */
export async function undoableDecision(principal: Principal, now: Date): Promise<Date | null> {
  const since = new Date(now.getTime() - undoSeconds * 1000);
  const [last] = await db()
    .select({ at: reviewEvent.at, kind: reviewEvent.kind })
    .from(reviewEvent)
    .where(and(eq(reviewEvent.actor, principal.userId), gt(reviewEvent.at, since)))
    .orderBy(desc(reviewEvent.at), desc(reviewEvent.step))
    .limit(1);
  return last && (last.kind === 'passed' || last.kind === 'returned') ? last.at : null;
}

/** The queue of this reviewer by indicator and period instead of by unit: those with findings first, then by deadline. */
export async function queueByIndicator(principal: Principal): Promise<IndicatorLine[]> {
  const level = reviewLevels.find((one) => one === principal.role);
  if (!level) return [];
  const flagged = sql<number>`(count(*) filter (where ${submissionValue.worst} < ${clean}))::int`;
  return db()
    .select({
      collectionId: collection.id,
      title: collection.title,
      isDemonstration: collection.isDemonstration,
      indicatorCode: submissionValue.indicatorCode,
      periodCode: submissionValue.periodCode,
      indicator: { code: indicator.code, nameZh: indicator.nameZh, nameEn: indicator.nameEn },
      dueAt: collection.dueAt,
      waiting: sql<number>`count(*)::int`,
      flagged,
    })
    .from(submissionValue)
    .innerJoin(collection, eq(collection.id, submissionValue.collectionId))
    .innerJoin(indicator, eq(indicator.code, submissionValue.indicatorCode))
    .where(and(awaitsLevel(level), inCharge(principal), notOwn(principal)))
    .groupBy(collection.id, indicator.code, submissionValue.indicatorCode, submissionValue.periodCode)
    .orderBy(sql`${flagged} = 0`, asc(collection.dueAt), asc(indicator.sortOrder), asc(submissionValue.periodCode))
    .limit(mostLines);
}
