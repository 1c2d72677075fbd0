import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { indicator, orgUnit, peerGroup } from '@/db/schema/catalogue';
import { collection, collectionCalendar, collectionItem } from '@/db/schema/collections';
import { reopenRequest, submission, submissionValue } from '@/db/schema/reporting';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { Name } from '@/lib/i18n/words';
import type { PrintedFigure, Qualifier } from '@/lib/observations/words';
import type {
  AskedItem,
  CollectionDetail,
  CollectionLine,
  HistoryLine,
  LateUnit,
  PendingRequest,
  UnitProgress,
} from '@/lib/reporting/collections/progress/words';
import { timelinessOf } from '@/lib/reporting/collections/timeliness';
import { keyOf } from '@/lib/reporting/figure-key';
import { stepWord } from '@/lib/reporting/step-word';
import { type CollectionState, type ReviewLevel, type ReviewStep, submissionStates } from '@/lib/reporting/words';

export const pageLength = 30;

/** Whether the unit of a return `s` of a collection `c` is overdue and has never submitted. */
const isLate = (now: Date) => sql`(s.first_submitted_at is null
  and greatest(c.due_at, s.extended_until) < ${now.toISOString()}::timestamptz)`;

export type CollectionChoice = {
  readonly q: string;
  readonly state?: CollectionState | undefined;
  readonly period?: string | undefined;
  readonly page: number;
};

type ListRow = Omit<CollectionLine, 'opensAt' | 'dueAt'> & { opensAt: string; dueAt: string; total: number };

/**
 * A page of the chosen collections, open ones first by deadline, with the progress of their returns and the number of
 * pending requests; and the number of all.
 */
export async function collectionList(
  principal: Principal,
  { q, state, period, page }: CollectionChoice,
  now: Date,
): Promise<{ collections: CollectionLine[]; total: number }> {
  if (!maySee(principal.role, 'collections')) return { collections: [], total: 0 };
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const counts = sql.join(
    submissionStates.map((word) => sql`${word}::text, count(*) filter (where s.state = ${word})`),
    sql`, `,
  );
  const rows = await db().execute<ListRow>(sql`
    with asked as (
      select c.*, count(*) over ()::int as total from collection c
      where ${q === '' ? sql`true` : sql`c.title ilike ${like}`} and ${state ? sql`c.state = ${state}` : sql`true`}
        and ${period ? sql`c.period_code = ${period}` : sql`true`}
      order by (c.state = 'open') desc, case when c.state = 'open' then c.due_at end, c.due_at desc, c.id
      limit ${pageLength} offset ${(page - 1) * pageLength}
    )
    select c.id, c.title, c.period_code as "periodCode", c.state, c.opens_at as "opensAt", c.due_at as "dueAt",
      c.is_demonstration as "isDemonstration", c.total, counted.counts, counted.units, counted.behind, counted.requests
    from asked c
    cross join lateral (
      select jsonb_build_object(${counts}) as counts, count(*)::int as units,
        count(*) filter (where ${isLate(now)})::int as behind,
        (select count(*) from reopen_request r where r.collection_id = c.id and r.state = 'pending')::int
          + (select count(*) from extension_request r
            join submission x on x.org_unit_code = r.org_unit_code and x.collection_id = r.collection_id
            where r.collection_id = c.id and c.state = 'open' and r.state = 'pending'
              and x.first_submitted_at is null)::int as requests
      from submission s where s.collection_id = c.id
    ) counted
    order by (c.state = 'open') desc, case when c.state = 'open' then c.due_at end, c.due_at desc, c.id`);
  const collections = rows.map(({ total: _, ...row }) => ({
    ...row,
    opensAt: new Date(row.opensAt),
    dueAt: new Date(row.dueAt),
  }));
  return { collections, total: rows[0]?.total ?? 0 };
}

/** The periods that have a collection, newest first. */
export async function collectionPeriods(principal: Principal): Promise<string[]> {
  if (!maySee(principal.role, 'collections')) return [];
  const rows = await db().execute<{ code: string }>(sql`
    select p.code from period p where exists (select from collection c where c.period_code = p.code)
    order by p.sort_key desc, p.code`);
  return rows.map(({ code }) => code);
}

/** One collection with the person who opened it; null for none, or for a principal who may not see it. */
export async function collectionDetail(principal: Principal, id: string): Promise<CollectionDetail | null> {
  if (!maySee(principal.role, 'collections')) return null;
  const [found] = await db()
    .select({
      id: collection.id,
      title: collection.title,
      periodCode: collection.periodCode,
      state: collection.state,
      closedReason: collection.closedReason,
      group: { nameZh: peerGroup.nameZh, nameEn: peerGroup.nameEn },
      calendar: collectionCalendar.title,
      opensAt: collection.opensAt,
      dueAt: collection.dueAt,
      graceUntil: collection.graceUntil,
      reviewChain: collection.reviewChain,
      vintage: collection.vintage,
      instructions: collection.instructions,
      formNumber: collection.formNumber,
      issuedBy: collection.issuedBy,
      isDemonstration: collection.isDemonstration,
      version: collection.version,
      createdBy: sql<string>`coalesce(${appUser.name}, ${collection.createdBy})`,
      createdAt: collection.createdAt,
    })
    .from(collection)
    .leftJoin(peerGroup, eq(peerGroup.code, collection.peerGroupCode))
    .leftJoin(collectionCalendar, eq(collectionCalendar.id, collection.calendarId))
    .leftJoin(appUser, eq(appUser.id, collection.createdBy))
    .where(eq(collection.id, id));
  return found ?? null;
}

const askedColumns = {
  indicatorCode: collectionItem.indicatorCode,
  periodCode: collectionItem.periodCode,
  isRequired: collectionItem.isRequired,
  nameZh: indicator.nameZh,
  nameEn: indicator.nameEn,
  unitZh: indicator.unitZh,
  unitEn: indicator.unitEn,
};

/** The items of a collection, in its order. */
export async function collectionItems(principal: Principal, id: string): Promise<AskedItem[]> {
  if (!maySee(principal.role, 'collections')) return [];
  return db()
    .select(askedColumns)
    .from(collectionItem)
    .innerJoin(indicator, eq(indicator.code, collectionItem.indicatorCode))
    .where(eq(collectionItem.collectionId, id))
    .orderBy(asc(collectionItem.sortOrder));
}

type UnitRow = Omit<UnitProgress, 'timeliness' | 'submittedAt' | 'firstSubmittedAt' | 'remindedAt' | 'extendedUntil'> &
  Record<'submittedAt' | 'firstSubmittedAt' | 'remindedAt' | 'extendedUntil', string | null> & {
    collectionState: CollectionState;
  } & Record<'opensAt' | 'dueAt' | 'graceUntil', string>;

/** The progress of each unit of a collection, in the official order. */
export async function unitProgress(principal: Principal, id: string, now: Date): Promise<UnitProgress[]> {
  if (!maySee(principal.role, 'collections')) return [];
  const rows = await db().execute<UnitRow>(sql`
    select u.code, u.name_zh as "nameZh", u.name_en as "nameEn", u.sort_order as "sortOrder", s.state, s.items, s.filled,
      s.approved, s.returned, s.submitted_at as "submittedAt", s.first_submitted_at as "firstSubmittedAt", s.reminders,
      s.reminded_at as "remindedAt", s.extended_until as "extendedUntil", s.extended_reason as "extendedReason",
      c.state as "collectionState", c.opens_at as "opensAt", c.due_at as "dueAt", c.grace_until as "graceUntil",
      array(select distinct v.awaits from submission_value v where v.org_unit_code = s.org_unit_code
        and v.collection_id = s.collection_id and v.awaits is not null) as waits
    from submission s
    join collection c on c.id = s.collection_id
    join org_unit u on u.code = s.org_unit_code
    where s.collection_id = ${id}
    order by u.sort_order, u.code`);
  return rows.map(({ collectionState, opensAt, dueAt, graceUntil, ...row }) => {
    const moments = {
      submittedAt: momentIn(row.submittedAt),
      firstSubmittedAt: momentIn(row.firstSubmittedAt),
      remindedAt: momentIn(row.remindedAt),
      extendedUntil: momentIn(row.extendedUntil),
    };
    const window = {
      collectionState,
      opensAt: new Date(opensAt),
      dueAt: new Date(dueAt),
      graceUntil: new Date(graceUntil),
      extendedUntil: moments.extendedUntil,
    };
    return { ...row, ...moments, timeliness: timelinessOf(window, moments, now) };
  });
}

/** The units of open collections that are overdue and have never submitted, by collection, in the official order. */
export async function lateUnits(principal: Principal, now: Date): Promise<LateUnit[]> {
  if (!maySee(principal.role, 'collections')) return [];
  return db().execute<LateUnit>(sql`
    select c.id as collection, c.title, u.code, u.name_zh as "nameZh", u.name_en as "nameEn",
      (c.due_at at time zone 'Asia/Shanghai')::date::text as "dueOn"
    from collection c join submission s on s.collection_id = c.id join org_unit u on u.code = s.org_unit_code
    where c.state = 'open' and ${isLate(now)}
    order by c.due_at, c.id, u.sort_order, u.code`);
}

const momentIn = (text: string | null) => (text === null ? null : new Date(text));

/** The pending requests of a collection to reopen figures, oldest first. */
export async function pendingRequests(principal: Principal, id: string): Promise<PendingRequest[]> {
  if (!maySee(principal.role, 'collections')) return [];
  const requests = await db()
    .select({
      unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
      number: reopenRequest.number,
      figures: reopenRequest.figures,
      reason: reopenRequest.reason,
      askedBy: sql<string>`coalesce(${appUser.name}, ${reopenRequest.askedBy})`,
      askedAt: reopenRequest.askedAt,
    })
    .from(reopenRequest)
    .innerJoin(orgUnit, eq(orgUnit.code, reopenRequest.orgUnitCode))
    .leftJoin(appUser, eq(appUser.id, reopenRequest.askedBy))
    .where(and(eq(reopenRequest.collectionId, id), eq(reopenRequest.state, 'pending')))
    .orderBy(asc(reopenRequest.askedAt), asc(reopenRequest.number));
  const values = await approvedFigures(
    id,
    requests.map(({ unit }) => unit.code),
  );
  return requests.map((request) => ({
    ...request,
    values: Object.fromEntries(request.figures.map((key) => [key, values.get(`${request.unit.code} ${key}`) ?? null])),
  }));
}

/** The approved figures of these units in a collection, by unit and `keyOf`: 核定数 where there is one, else as reported. */
async function approvedFigures(id: string, units: readonly string[]): Promise<ReadonlyMap<string, PrintedFigure>> {
  if (units.length === 0) return new Map();
  const v = submissionValue;
  const rows = await db()
    .select({
      unit: v.orgUnitCode,
      indicatorCode: v.indicatorCode,
      periodCode: v.periodCode,
      value: sql<string>`coalesce(${v.approvedValue}, ${v.value})`,
      decimals: sql<number>`coalesce(${v.approvedDecimals}, ${v.decimals})`,
      qualifier: sql<Qualifier>`case when ${v.approvedValue} is null then ${v.qualifier} else 'exact' end`,
      qualifierPrinted: sql<string>`case when ${v.approvedValue} is null then ${v.qualifierPrinted} else '' end`,
    })
    .from(v)
    .where(
      and(
        eq(v.collectionId, id),
        inArray(v.orgUnitCode, [...units]),
        eq(v.state, 'approved'),
        sql`coalesce(${v.approvedValue}, ${v.value}) is not null`,
      ),
    );
  return new Map(rows.map(({ unit, ...row }) => [`${unit} ${keyOf(row)}`, row]));
}

/** The figures that each unit of a collection has not filled in, by unit, in the order of the collection. */
export async function blankFigures(principal: Principal, id: string): Promise<ReadonlyMap<string, AskedItem[]>> {
  if (!maySee(principal.role, 'manageCollections')) return new Map();
  const rows = await db()
    .select({ unit: submission.orgUnitCode, ...askedColumns })
    .from(submission)
    .innerJoin(collectionItem, eq(collectionItem.collectionId, submission.collectionId))
    .innerJoin(indicator, eq(indicator.code, collectionItem.indicatorCode))
    .where(
      and(
        eq(submission.collectionId, id),
        isNull(submission.firstSubmittedAt),
        sql`not exists (select from submission_value v where v.org_unit_code = ${submission.orgUnitCode}
          and v.collection_id = ${submission.collectionId} and v.indicator_code = ${collectionItem.indicatorCode}
          and v.period_code = ${collectionItem.periodCode}
          and (v.typed <> '' or v.absence in ('notReported', 'notApplicable')))`,
      ),
    )
    .orderBy(asc(collectionItem.sortOrder));
  const byUnit = new Map<string, AskedItem[]>();
  for (const { unit, ...item } of rows) byUnit.set(unit, [...(byUnit.get(unit) ?? []), item]);
  return byUnit;
}

/** The history of a collection's returns, latest first: simultaneous steps of one person are one line. */
export async function collectionHistory(principal: Principal, id: string, most: number): Promise<HistoryLine[]> {
  if (!maySee(principal.role, 'collections')) return [];
  const rows = await db().execute<
    Omit<HistoryLine, 'unit' | 'kind' | 'at'> & {
      code: string;
      nameZh: string;
      nameEn: string;
      kind: ReviewStep;
      hasApproved: boolean;
      at: string;
    }
  >(sql`
    select u.code, u.name_zh as "nameZh", u.name_en as "nameEn", e.kind, count(e.indicator_code)::int as figures, e.reason,
      coalesce(p.name, e.actor) as actor, bool_or(e.approved_value is not null) as "hasApproved", e.at
    from review_event e
    join org_unit u on u.code = e.org_unit_code
    left join app_user p on p.id = e.actor
    where e.collection_id = ${id}
    group by u.code, e.kind, e.reason, coalesce(p.name, e.actor), e.at
    order by e.at desc, max(e.step) desc, u.sort_order
    limit ${most}`);
  return rows.map(({ code, nameZh, nameEn, kind, hasApproved, at, ...row }) => ({
    ...row,
    kind: stepWord(kind, hasApproved),
    unit: { code, nameZh, nameEn },
    at: new Date(at),
  }));
}

/** The missing accounts without which a collection cannot be reported and reviewed, by units and departments. */
export type MissingPeople = Readonly<Record<'reporter' | ReviewLevel, readonly Name[]>>;

/** The units of a collection without an active reporter, and units or departments without a reviewer. */
export async function missingPeople(
  principal: Principal,
  { id, reviewChain }: Pick<CollectionDetail, 'id' | 'reviewChain'>,
): Promise<MissingPeople> {
  const none: MissingPeople = { reporter: [], unitReviewer: [], departmentReviewer: [] };
  if (!maySee(principal.role, 'manageCollections')) return none;
  const rows = await db().execute<{ role: keyof MissingPeople; nameZh: string; nameEn: string }>(sql`
    select r.role, u.name_zh as "nameZh", u.name_en as "nameEn", u.sort_order as at
    from submission s join org_unit u on u.code = s.org_unit_code cross join (values ('reporter'), ('unitReviewer')) r(role)
    where s.collection_id = ${id} and not exists (
      select from app_user a where a.role = r.role and a.unit_code = u.code and a.banned is not true)
    union all
    select 'departmentReviewer', i.responsible_zh, min(i.responsible_en), min(i.sort_order)
    from collection_item c join indicator i on i.code = c.indicator_code
    where c.collection_id = ${id} and not exists (
      select from app_user a where a.role = 'departmentReviewer' and a.department = i.responsible_zh and a.banned is not true)
    group by i.responsible_zh
    order by at`);
  const of = (role: keyof MissingPeople) => rows.filter((row) => row.role === role);
  const inChain = (level: ReviewLevel) => (reviewChain.includes(level) ? of(level) : []);
  return {
    reporter: of('reporter'),
    unitReviewer: inChain('unitReviewer'),
    departmentReviewer: inChain('departmentReviewer'),
  };
}
