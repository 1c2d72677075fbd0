import { and, asc, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { indicator, orgUnit } from '@/db/schema/catalogue';
import { attachment, collection, collectionItem } from '@/db/schema/collections';
import { target } from '@/db/schema/monitoring';
import { observation } from '@/db/schema/observations';
import { reopenRequest, reviewEvent, submission, submissionValue } from '@/db/schema/reporting';
import type { Principal } from '@/lib/access/principal';
import { type Compared, otherBases } from '@/lib/catalogue/comparing/queries';
import type { OtherBase } from '@/lib/catalogue/comparing/words';
import { parsePeriod, previousPeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import { printedColumns } from '@/lib/observations/queries';
import type { PrintedFigure } from '@/lib/observations/words';
import { checkedIndicator } from '@/lib/reporting/entry/queries';
import { keyOf } from '@/lib/reporting/figure-key';
import { comparedFigure, periodsBeside } from '@/lib/reporting/review/compare-figure';
import { inSightOf } from '@/lib/reporting/review/queries';
import type { FigureStep, IndicatorHead, ReviewFigure, ReviewHead } from '@/lib/reporting/review/words';
import { partnersIn } from '@/lib/reporting/rules/partners';
import { rulesFor } from '@/lib/reporting/rules/queries';
import type { FigureKey } from '@/lib/reporting/words';

type Which = { readonly collectionId: string; readonly unitCode: string };

const [submitter, verifier, returner] = [
  alias(appUser, 'submitter'),
  alias(appUser, 'verifier'),
  alias(appUser, 'returner'),
];

/**
 * A return with the submitted figures in this reviewer's scope, or for the office with all: those to decide now first, the worst findings before
 * the others, then in the order of the collection. Null when there are none.
 */
export async function reviewReturn(
  principal: Principal,
  which: Which,
): Promise<{ head: ReviewHead; figures: ReviewFigure[] } | null> {
  const ofUnit = eq(submissionValue.orgUnitCode, which.unitCode);
  const [[head], rows] = await Promise.all([headOf(which), figuresOf(principal, which.collectionId, ofUnit)]);
  if (!head || rows.length === 0) return null;
  const keys = rows.map(({ written }) => written);
  const [observed, rules] = await Promise.all([observedBeside(principal, rows), rulesFor(principal, keys)]);
  const partners = partnersIn(
    rows.map(({ written, indicator: measured }) => ({ ...written, indicator: measured })),
    rules,
  );
  const figures = rows.map((row) => figureOf(principal, row, observed, partners));
  return { head, figures: figures.sort((a, b) => rankOf(a) - rankOf(b)) };
}

/** The sort key of a figure; equal ones keep the order of the collection. */
const rankOf = ({ isMine, awaits, worst }: ReviewFigure) => (isMine ? worst : awaits ? 10 : 11);

/**
 * One indicator and period of a collection in the submitted returns of all units in sight: those to decide now first, the
 * worst findings before the others, then in the order of the units. Null when there are none.
 */
export async function reviewIndicator(
  principal: Principal,
  collectionId: string,
  figure: FigureKey,
): Promise<{ head: IndicatorHead; figures: ReviewFigure[] } | null> {
  const isFigure = and(
    eq(submissionValue.indicatorCode, figure.indicatorCode),
    eq(submissionValue.periodCode, figure.periodCode),
  );
  const [[head], rows] = await Promise.all([
    db()
      .select({
        collectionId: collection.id,
        title: collection.title,
        isDemonstration: collection.isDemonstration,
        reviewChain: collection.reviewChain,
        dueAt: collection.dueAt,
      })
      .from(collection)
      .where(eq(collection.id, collectionId)),
    figuresOf(principal, collectionId, isFigure),
  ]);
  if (!head || rows.length === 0) return null;
  const observed = await observedBeside(principal, rows);
  const figures = rows.map((row) => figureOf(principal, row, observed, new Map()));
  return { head, figures: figures.sort((a, b) => rankOf(a) - rankOf(b)) };
}

function headOf({ collectionId, unitCode }: Which): Promise<ReviewHead[]> {
  return db()
    .select({
      collectionId: collection.id,
      title: collection.title,
      periodCode: collection.periodCode,
      isDemonstration: collection.isDemonstration,
      unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
      reviewChain: collection.reviewChain,
      dueAt: sql`greatest(${submission.extendedUntil}, ${collection.dueAt})`.mapWith(collection.dueAt),
      submittedAt: submission.submittedAt,
      round: submission.round,
      asked: sql<readonly string[]>`coalesce(${reopenRequest.figures}, '[]')`,
    })
    .from(submission)
    .innerJoin(collection, eq(collection.id, submission.collectionId))
    .innerJoin(orgUnit, eq(orgUnit.code, submission.orgUnitCode))
    .leftJoin(
      reopenRequest,
      and(
        eq(reopenRequest.orgUnitCode, submission.orgUnitCode),
        eq(reopenRequest.collectionId, submission.collectionId),
        eq(reopenRequest.state, 'pending'),
      ),
    )
    .where(and(eq(submission.orgUnitCode, unitCode), eq(submission.collectionId, collectionId)));
}

/** The submitted figures of a collection in sight, of those for which a condition holds, with all that a reviewer reads. */
function figuresOf(principal: Principal, collectionId: string, which: SQL | undefined) {
  return db()
    .select({
      unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
      written: submissionValue,
      indicator: checkedIndicator,
      department: indicator.responsibleZh,
      departmentEn: indicator.responsibleEn,
      evidence: { id: attachment.id, fileName: attachment.fileName },
      target: { base: target.base, stretch: target.stretch, note: target.note },
      submitter: submitter.name,
      verifier: verifier.name,
      returner: returner.name,
    })
    .from(submissionValue)
    .innerJoin(indicator, eq(indicator.code, submissionValue.indicatorCode))
    .innerJoin(orgUnit, eq(orgUnit.code, submissionValue.orgUnitCode))
    .leftJoin(
      collectionItem,
      and(
        eq(collectionItem.collectionId, submissionValue.collectionId),
        eq(collectionItem.indicatorCode, submissionValue.indicatorCode),
        eq(collectionItem.periodCode, submissionValue.periodCode),
      ),
    )
    .leftJoin(attachment, eq(attachment.id, submissionValue.evidenceId))
    .leftJoin(
      target,
      and(
        eq(target.orgUnitCode, submissionValue.orgUnitCode),
        eq(target.indicatorCode, submissionValue.indicatorCode),
        sql`${target.year}::text = left(${submissionValue.periodCode}, 4)`,
      ),
    )
    .leftJoin(submitter, eq(submitter.id, submissionValue.submittedBy))
    .leftJoin(verifier, eq(verifier.id, submissionValue.approvedBy))
    .leftJoin(returner, eq(returner.id, submissionValue.returnedBy))
    .where(
      and(
        eq(submissionValue.collectionId, collectionId),
        which,
        ne(submissionValue.state, 'draft'),
        inSightOf(principal),
      ),
    )
    .orderBy(
      asc(collectionItem.sortOrder),
      asc(submissionValue.indicatorCode),
      asc(submissionValue.periodCode),
      asc(orgUnit.sortOrder),
      asc(orgUnit.code),
    );
}
type FigureRow = Awaited<ReturnType<typeof figuresOf>>[number];

/** The key of the course of an indicator in a unit. */
const courseKey = (of: { orgUnitCode: string; indicatorCode: string }) => `${of.orgUnitCode} ${of.indicatorCode}`;

type Observed = {
  readonly courses: ReadonlyMap<string, ReadonlyMap<string, PrintedFigure>>;
  readonly otherOf: (one: Compared) => OtherBase | null;
};

/** The published figures beside these, in the periods of comparison: per unit and indicator, by period. */
async function observedBeside(principal: Principal, rows: readonly FigureRow[]): Promise<Observed> {
  const periods = [...new Set(rows.flatMap(({ written }) => periodsBeside(written.periodCode)))];
  const codes = [...new Set(rows.map(({ written }) => written.indicatorCode))];
  const units = [...new Set(rows.map(({ written }) => written.orgUnitCode))];
  const found = await db()
    .select({
      orgUnitCode: observation.orgUnitCode,
      indicatorCode: observation.indicatorCode,
      periodCode: observation.periodCode,
      ...printedColumns(observation),
    })
    .from(observation)
    .where(
      and(
        inArray(observation.orgUnitCode, units),
        inArray(observation.indicatorCode, codes),
        inArray(observation.periodCode, periods),
      ),
    );
  const courses = new Map<string, Map<string, PrintedFigure>>();
  for (const { orgUnitCode, indicatorCode, periodCode, ...printed } of found) {
    const key = courseKey({ orgUnitCode, indicatorCode });
    const course = courses.get(key) ?? new Map<string, PrintedFigure>();
    courses.set(key, course.set(periodCode, printed));
  }
  const compared = rows.flatMap(({ written }) => [
    comparedOn(written, earlierOf(written.periodCode).previous),
    comparedOn(written, earlierOf(written.periodCode).year),
  ]);
  return { courses, otherOf: await otherBases(principal, compared) };
}

const earlierOf = (code: string) => {
  const period = parsePeriod(code);
  return { previous: period && previousPeriod(period), year: period && yearEarlier(period) };
};

const comparedOn = (
  of: { orgUnitCode: string; indicatorCode: string; periodCode: string },
  earlier: string | null,
): Compared => ({ unit: of.orgUnitCode, indicator: of.indicatorCode, earlier, later: of.periodCode });

/** A figure for its reviewer. `partners` are those of its return. */
function figureOf(
  { role, userId }: Principal,
  { written, submitter: submittedBy, verifier: verifiedBy, returner: returnedBy, ...row }: FigureRow,
  observed: Observed,
  partners: ReadonlyMap<string, readonly string[]>,
): ReviewFigure {
  const { indicatorCode, periodCode, value, decimals, qualifier, qualifierPrinted } = written;
  const reported = value === null ? null : { value, decimals, qualifier, qualifierPrinted };
  const verified = exactFigure(written.approvedValue, written.approvedDecimals);
  const compared = (one: PrintedFigure | null) =>
    comparedFigure(
      periodCode,
      row.indicator.measure,
      one,
      observed.courses.get(courseKey(written)) ?? new Map(),
      (earlier) => observed.otherOf(comparedOn(written, earlier)),
    );
  return {
    indicatorCode,
    periodCode,
    unit: row.unit,
    indicator: row.indicator,
    department: row.department,
    departmentEn: row.departmentEn,
    version: written.version,
    state: written.state,
    awaits: written.awaits,
    isMine: written.awaits === role && written.submittedBy !== userId,
    typed: written.typed,
    reported,
    absence: written.absence,
    reportedYoy: written.reportedYoy,
    note: written.note,
    sourceText: written.sourceText,
    explanation: written.explanation,
    evidence: row.evidence,
    submittedBy: submittedBy ?? '',
    findings: written.findings,
    worst: written.worst,
    partners: partners.get(keyOf(written)) ?? [],
    verified: verified && {
      figure: verified,
      yoy: written.approvedYoy,
      reason: written.approvedReason,
      by: verifiedBy ?? '',
    },
    returned: written.returnReason ? { reason: written.returnReason, by: returnedBy ?? '' } : null,
    target: row.target,
    known: compared(reported),
    knownVerified: verified && compared(verified),
  };
}

function exactFigure(value: string | null, decimals: number | null): PrintedFigure | null {
  return value === null ? null : { value, decimals: decimals ?? 0, qualifier: 'exact', qualifierPrinted: '' };
}

/** The steps of one figure of a return, newest first; none for a figure out of sight. */
export async function figureSteps(principal: Principal, { collectionId, unitCode }: Which, figure: FigureKey) {
  const rows = await db()
    .select({ event: reviewEvent, by: appUser.name })
    .from(reviewEvent)
    .innerJoin(indicator, eq(indicator.code, reviewEvent.indicatorCode))
    .leftJoin(appUser, eq(appUser.id, reviewEvent.actor))
    .where(
      and(
        eq(reviewEvent.collectionId, collectionId),
        eq(reviewEvent.orgUnitCode, unitCode),
        eq(reviewEvent.indicatorCode, figure.indicatorCode),
        eq(reviewEvent.periodCode, figure.periodCode),
        inSightOf(principal, reviewEvent.orgUnitCode),
      ),
    )
    .orderBy(desc(reviewEvent.step))
    .limit(100);
  return rows.map(({ event, by }): FigureStep => {
    const { value, decimals, qualifier, qualifierPrinted } = event;
    return {
      step: event.step,
      kind: event.kind,
      figure:
        value === null
          ? null
          : {
              value,
              decimals: decimals ?? 0,
              qualifier: qualifier ?? 'exact',
              qualifierPrinted: qualifierPrinted ?? '',
            },
      absence: event.absence ?? 'none',
      verified: exactFigure(event.approvedValue, event.approvedDecimals),
      reason: event.reason,
      by: by ?? '',
      at: event.at,
    };
  });
}
