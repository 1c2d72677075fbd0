import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, orgUnit } from '@/db/schema/catalogue';
import { attachment, collection, collectionItem } from '@/db/schema/collections';
import { target } from '@/db/schema/monitoring';
import { submission, submissionValue } from '@/db/schema/reporting';
import type { Principal } from '@/lib/access/principal';
import { type Compared, otherBases } from '@/lib/catalogue/comparing/queries';
import { parsePeriod, previousPeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import { isOpenAt, mayWrite, timelinessOf } from '@/lib/reporting/collections/timeliness';
import { inForce } from '@/lib/reporting/entry/checked-figures';
import type { CourseStep, FormFigure, ReturnedFigure, ReturnHead } from '@/lib/reporting/entry/form/words';
import { checkedIndicator } from '@/lib/reporting/entry/queries';
import { emptyEntry } from '@/lib/reporting/entry/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { checkContext } from '@/lib/reporting/rules/queries';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import type { FigureKey, KnownValues } from '@/lib/reporting/words';

/** The number of earlier figures in a course; one more is read, since January's year before is the thirteenth. */
const shownLength = 12;
const courseLength = 13;

const head = {
  collectionId: collection.id,
  title: collection.title,
  periodCode: collection.periodCode,
  unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
  collectionState: collection.state,
  opensAt: collection.opensAt,
  dueAt: collection.dueAt,
  graceUntil: collection.graceUntil,
  extendedUntil: submission.extendedUntil,
  reviewChain: collection.reviewChain,
  instructions: collection.instructions,
  formNumber: collection.formNumber,
  issuedBy: collection.issuedBy,
  isDemonstration: collection.isDemonstration,
  state: submission.state,
  items: submission.items,
  filled: submission.filled,
  submitted: submission.submitted,
  returned: submission.returned,
  approved: submission.approved,
  reviewBegan: submission.reviewBegan,
  firstSubmittedAt: submission.firstSubmittedAt,
  submittedAt: submission.submittedAt,
  savedAt: submission.savedAt,
  reminder: submission.reminder,
  remindedAt: submission.remindedAt,
  version: submission.version,
  round: submission.round,
};

function heads() {
  return db()
    .select(head)
    .from(submission)
    .innerJoin(collection, eq(collection.id, submission.collectionId))
    .innerJoin(orgUnit, eq(orgUnit.code, submission.orgUnitCode))
    .$dynamic();
}
type HeadRow = Awaited<ReturnType<typeof heads>>[number];

function withTime(row: HeadRow, now: Date): ReturnHead {
  const { collectionState: _, firstSubmittedAt: __, round: ___, ...shown } = row;
  return { ...shown, timeliness: timelinessOf(row, row, now), isOpen: isOpenAt(row, now) };
}

/** The returns of the principal's own unit, those with work to do first, then by deadline; at most 200. */
export async function ownReturns(principal: Principal, now: Date): Promise<ReturnHead[]> {
  if (!principal.unitCode) return [];
  const open = sql`${submission.state} in ('empty', 'draft', 'returned') and ${collection.state} = 'open'`;
  const rows = await heads()
    .where(eq(submission.orgUnitCode, principal.unitCode))
    .orderBy(
      desc(sql`${submission.state} = 'returned'`),
      desc(open),
      sql`case when ${open} then ${collection.dueAt} end asc nulls last`,
      desc(collection.dueAt),
    )
    .limit(200);
  return rows.map((row) => withTime(row, now));
}

/** A return of the principal's own unit with all data of its form; null for none. */
export async function entryForm(
  principal: Principal,
  collectionId: string,
  now: Date,
): Promise<{ head: ReturnHead; figures: FormFigure[]; known: KnownValues; rules: readonly CheckRule[] } | null> {
  const unitCode = principal.unitCode ?? '';
  const [[row], items] = await Promise.all([
    heads().where(and(eq(submission.orgUnitCode, unitCode), eq(submission.collectionId, collectionId))),
    itemsOf(unitCode, collectionId),
  ]);
  if (!row) return null;
  const over = ({ indicatorCode, periodCode }: FigureKey, earlier: string | null): Compared => ({
    ...{ unit: unitCode, indicator: indicatorCode, earlier, later: periodCode },
  });
  const compared = items.flatMap((item) => {
    const parsed = parsePeriod(item.periodCode);
    return parsed ? [over(item, previousPeriod(parsed)), over(item, yearEarlier(parsed))] : [];
  });
  const [context, courses, otherOf] = await Promise.all([
    checkContext(principal, { unitCode, items }),
    coursesOf(unitCode, collectionId),
    otherBases(principal, compared),
  ]);
  const figures = items.map(({ written, evidence, target: aim, ...item }): FormFigure => {
    const parsed = parsePeriod(item.periodCode);
    const course = courses.get(keyOf(item)) ?? [];
    const valueIn = (periodCode: string | null) => course.find((step) => step.periodCode === periodCode)?.value ?? null;
    return {
      ...item,
      entry: written
        ? {
            typed: written.typed,
            typedYoy: written.typedYoy,
            note: written.note,
            sourceText: written.sourceText,
            explanation: written.explanation,
          }
        : emptyEntry,
      version: written?.version ?? 0,
      state: written?.state ?? null,
      canWrite: mayWrite(row, written?.state ?? null, now),
      canWithdraw: written?.state === 'submitted' && written.round === row.round && !row.reviewBegan,
      absence: written?.absence ?? 'blank',
      evidence,
      returnReason: written?.returnReason ?? '',
      approvedValue: written?.approvedValue ?? null,
      approvedReason: written?.approvedReason ?? '',
      inForce: inForce(written),
      previous: valueIn(parsed && previousPeriod(parsed)),
      yearEarlier: valueIn(parsed && yearEarlier(parsed)),
      otherBases: {
        previous: otherOf(over(item, parsed && previousPeriod(parsed))),
        yearEarlier: otherOf(over(item, parsed && yearEarlier(parsed))),
      },
      target: aim,
      course: course.slice(-shownLength),
      peers: context.peers[keyOf(item)] ?? null,
    };
  });
  return { head: withTime(row, now), figures, known: context.known, rules: context.rules };
}

function itemsOf(unitCode: string, collectionId: string) {
  return db()
    .select({
      indicatorCode: collectionItem.indicatorCode,
      periodCode: collectionItem.periodCode,
      isRequired: collectionItem.isRequired,
      indicator: checkedIndicator,
      aliases: sql<
        string[]
      >`array(select alias from indicator_alias a where a.indicator_code = ${indicator.code} order by alias)`,
      written: submissionValue,
      evidence: { id: attachment.id, fileName: attachment.fileName },
      target: target.base,
    })
    .from(collectionItem)
    .innerJoin(indicator, eq(indicator.code, collectionItem.indicatorCode))
    .leftJoin(
      submissionValue,
      and(
        eq(submissionValue.orgUnitCode, unitCode),
        eq(submissionValue.collectionId, collectionItem.collectionId),
        eq(submissionValue.indicatorCode, collectionItem.indicatorCode),
        eq(submissionValue.periodCode, collectionItem.periodCode),
      ),
    )
    .leftJoin(attachment, eq(attachment.id, submissionValue.evidenceId))
    .leftJoin(
      target,
      and(
        eq(target.orgUnitCode, unitCode),
        eq(target.indicatorCode, collectionItem.indicatorCode),
        eq(target.year, sql`left(${collectionItem.periodCode}, 4)::int`),
      ),
    )
    .where(eq(collectionItem.collectionId, collectionId))
    .orderBy(asc(collectionItem.sortOrder));
}

/** The last figures of each item before its own period, of the same kind of period, oldest first. */
async function coursesOf(unitCode: string, collectionId: string): Promise<Map<string, CourseStep[]>> {
  const rows = await db().execute<FigureKey & { steps: CourseStep[] }>(sql`
    select item.indicator_code as "indicatorCode", item.period_code as "periodCode",
      (select coalesce(json_agg(json_build_object('periodCode', s.code, 'value', s.value::text) order by s.sort_key), '[]')
       from (
         select p.code, p.sort_key, o.value from observation o join period p on p.code = o.period_code
         where o.org_unit_code = ${unitCode} and o.indicator_code = item.indicator_code and p.kind = own.kind
           and p.sort_key < own.sort_key
         order by p.sort_key desc limit ${courseLength}
       ) s) as steps
    from collection_item item join period own on own.code = item.period_code
    where item.collection_id = ${collectionId}`);
  return new Map(rows.map(({ steps, ...key }) => [keyOf(key), steps]));
}

/** The returned figures of the principal's own unit, with reasons; latest first, at most 50. */
export async function returnedFigures(principal: Principal): Promise<ReturnedFigure[]> {
  if (!principal.unitCode) return [];
  return db()
    .select({
      collectionId: collection.id,
      title: collection.title,
      periodCode: submissionValue.periodCode,
      indicatorCode: submissionValue.indicatorCode,
      indicator: checkedIndicator,
      typed: submissionValue.typed,
      reason: submissionValue.returnReason,
    })
    .from(submissionValue)
    .innerJoin(collection, eq(collection.id, submissionValue.collectionId))
    .innerJoin(indicator, eq(indicator.code, submissionValue.indicatorCode))
    .where(and(eq(submissionValue.orgUnitCode, principal.unitCode), eq(submissionValue.state, 'returned')))
    .orderBy(desc(submissionValue.updatedAt))
    .limit(50);
}
