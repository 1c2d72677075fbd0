import {
  aliasedTable,
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { indicator, orgUnit, peerGroup, period, source } from '@/db/schema/catalogue';
import { observationRevision } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import type { Role } from '@/lib/access/words';
import { endedBy, isAfterWithdrawal, printedColumns, vintageRank } from '@/lib/observations/queries';
import { differingParts } from '@/lib/reporting/revisions/differing';
import { actorOf, mayFollow } from '@/lib/reporting/revisions/queries';
import {
  type ChangeChoice,
  type ChangedFigure,
  type Changes,
  changesPerPage,
  mostPages,
  type StoodAs,
} from '@/lib/reporting/revisions/words';
import { growthOf } from '@/lib/statistics/growth';

const rev = observationRevision;

/** A range with more revisions than this is sorted by its index alone, not in the order of the catalogue. */
const longestSorted = 2000;

/** The most changes that are counted; beyond them the list says that there are more. */
const mostCounted = changesPerPage * mostPages;

/** The revisions in the range under the filters; everything else is joined to these alone. */
function recordedIn(principal: Principal, { since, until, indicatorCode, unitCode, groupCode }: ChangeChoice) {
  return and(
    gt(rev.recordedAt, since),
    lte(rev.recordedAt, until),
    indicatorCode === undefined ? undefined : eq(rev.indicatorCode, indicatorCode),
    unitCode === undefined ? undefined : eq(rev.orgUnitCode, unitCode),
    groupCode === undefined
      ? undefined
      : sql`${rev.orgUnitCode} in (select org_unit_code from peer_group_member where peer_group_code = ${groupCode})`,
    readable(principal, rev.orgUnitCode),
  );
}

/**
 * The revision of the figure of `rev` that pages showed at `at`; for a figure that was withdrawn by then, the
 * withdrawal.
 */
function standingAt(at: Date, name: string) {
  const then = aliasedTable(rev, `${name}_revision`);
  const known = db()
    .select({ ...getTableColumns(then), ended: endedBy(then) })
    .from(then)
    .where(
      and(
        eq(then.indicatorCode, rev.indicatorCode),
        eq(then.periodCode, rev.periodCode),
        eq(then.orgUnitCode, rev.orgUnitCode),
        lte(then.recordedAt, at),
      ),
    )
    .as(`${name}_known`);
  return db()
    .select({
      revision: sql<number>`${known.revision}`.as(`${name}_number`),
      value: sql<string>`${known.value}`.as(`${name}_value`),
      decimals: sql<number>`${known.decimals}`.as(`${name}_decimals`),
      qualifier: sql<(typeof rev.$inferSelect)['qualifier']>`${known.qualifier}`.as(`${name}_qualifier`),
      qualifierPrinted: sql<string>`${known.qualifierPrinted}`.as(`${name}_printed`),
      vintage: sql<(typeof rev.$inferSelect)['vintage']>`${known.vintage}`.as(`${name}_vintage`),
      reportedYoy: sql<string | null>`${known.reportedYoy}`.as(`${name}_yoy`),
      sourceCode: sql<string>`${known.sourceCode}`.as(`${name}_source`),
      isWithdrawal: sql<boolean>`${known.isWithdrawal}`.as(`${name}_withdrawal`),
    })
    .from(known)
    .where(or(isAfterWithdrawal(known), eq(known.revision, known.ended)))
    .orderBy(asc(known.isWithdrawal), desc(vintageRank(known.vintage)), desc(known.revision))
    .limit(1)
    .as(name);
}
type Standing = ReturnType<typeof standingAt>;

/**
 * Whether the revision is the one that pages show. Written so that the planner expects it to hold nearly always: for a
 * plain equation it expects one row in two hundred, and would read the whole range for one page.
 */
function isLast(after: Standing): SQL {
  return sql`case when ${after.revision} = ${rev.revision} then true else false end`;
}

/** Whether a reader sees another value than before; compares the same parts as `differingParts`. */
function isOther(before: Standing): SQL {
  return sql`(${before.value}, ${before.decimals}, ${before.qualifier}, ${before.qualifierPrinted}, ${before.vintage},
    ${before.sourceCode}, ${before.reportedYoy}, ${before.isWithdrawal}) is distinct from (${rev.value}, ${rev.decimals},
    ${rev.qualifier}, ${rev.qualifierPrinted}, ${rev.vintage}, ${rev.sourceCode}, ${rev.reportedYoy}, ${rev.isWithdrawal})`;
}

/**
 * The figures whose published values at `until` and `since` differ, last changed first, with the number of all. Only
 * revisions recorded in between are read, and the history of figures that had one before.
 */
export async function changedSince(principal: Principal, choice: ChangeChoice): Promise<Changes> {
  const { since, until, kind = 'all' } = choice;
  const counts = await countsIn(principal, choice);
  const page = Math.min(Math.max(1, choice.page ?? 1), mostPages);
  const before = standingAt(since, 'before');
  const after = standingAt(until, 'after');
  const follows = mayFollow(principal, { unit: rev.orgUnitCode, indicator: rev.indicatorCode });
  const { nameZh, nameEn } = orgUnit;
  const inCatalogue = [indicatorOrder, rev.indicatorCode, desc(period.sortKey), orgUnit.sortOrder, rev.orgUnitCode];
  const inIndex = [rev.indicatorCode, rev.periodCode, rev.orgUnitCode, rev.revision].map(desc);
  const ties = counts.revisions > longestSorted ? inIndex : inCatalogue;
  const rows = await db()
    .select({
      indicatorCode: rev.indicatorCode,
      unitCode: rev.orgUnitCode,
      periodCode: rev.periodCode,
      indicator: {
        nameZh: indicator.nameZh,
        nameEn: indicator.nameEn,
        unitZh: indicator.unitZh,
        unitEn: indicator.unitEn,
        measure: indicator.measure,
      },
      unit: { nameZh, nameEn },
      before: {
        ...printedColumns(before),
        vintage: before.vintage,
        reportedYoy: before.reportedYoy,
        sourceCode: before.sourceCode,
        isWithdrawal: before.isWithdrawal,
      },
      after: {
        ...printedColumns(rev),
        vintage: rev.vintage,
        reportedYoy: rev.reportedYoy,
        sourceCode: rev.sourceCode,
      },
      isWithdrawn: rev.isWithdrawal,
      sourceTitle: source.title,
      sourceWithdrawn: source.withdrawnReason,
      reason: rev.reason,
      actor: rev.recordedBy,
      role: appUser.role,
      person: sql<string | null>`case when ${follows} then ${appUser.name} end`,
      at: rev.recordedAt,
    })
    .from(rev)
    .innerJoin(indicator, eq(indicator.code, rev.indicatorCode))
    .innerJoin(orgUnit, eq(orgUnit.code, rev.orgUnitCode))
    .innerJoin(period, eq(period.code, rev.periodCode))
    .innerJoin(source, eq(source.code, rev.sourceCode))
    .leftJoin(appUser, eq(appUser.id, rev.recordedBy))
    .innerJoinLateral(after, isLast(after))
    .leftJoinLateral(before, sql`true`)
    .where(
      and(
        recordedIn(principal, choice),
        or(isNull(before.revision), isOther(before)),
        kind === 'new' ? isNull(before.revision) : undefined,
        // The first revision of a figure replaces no earlier one.
        kind === 'changed' ? and(gt(rev.revision, 1), isNotNull(before.revision)) : undefined,
      ),
    )
    .orderBy(desc(rev.recordedAt), ...ties)
    .limit(changesPerPage)
    .offset((page - 1) * changesPerPage);
  const { added, changed, isMore } = counts;
  return { added, changed, isMore, figures: rows.map(changedFigure) };
}

const indicatorOrder = indicator.sortOrder;

/** For a new figure, every column of `before` is null; a figure that was withdrawn before had no value to show. */
type Row = Omit<ChangedFigure, 'before' | 'differs' | 'difference' | 'by'> & {
  readonly actor: string;
  readonly role: Role | null;
  readonly person: string | null;
  readonly before:
    | ({ readonly [Part in keyof StoodAs]: StoodAs[Part] | null } & { readonly isWithdrawal: boolean | null })
    | null;
};

function changedFigure({ actor, role, person, ...row }: Row): ChangedFigure {
  const { after, indicator } = row;
  const before = standingOf(row.before);
  const areExact = !row.isWithdrawn && before?.qualifier === 'exact' && after.qualifier === 'exact';
  return {
    ...row,
    by: actorOf(actor, role, person),
    before,
    differs: before && !row.isWithdrawn ? differingParts(before, after) : [],
    difference: areExact ? growthOf(indicator.measure, after.value, before.value) : null,
  };
}

function standingOf(then: Row['before']): StoodAs | null {
  return then && then.value !== null && !then.isWithdrawal ? (then as StoodAs) : null;
}

/**
 * Counts new and changed figures, no further than the pages go. A figure is new when its first revision was recorded in
 * the range, which needs no look at its history.
 */
async function countsIn(principal: Principal, choice: ChangeChoice) {
  const recorded = recordedIn(principal, choice);
  const before = standingAt(choice.since, 'before');
  const after = standingAt(choice.until, 'after');
  const found = { found: sql<number>`1`.as('found') };
  // In the order of the index, without which the first rows of the range are looked for in the whole table.
  const inOrder = asc(rev.recordedAt);
  const [revisions, added, changed] = await Promise.all([
    db().$count(
      db()
        .select(found)
        .from(rev)
        .where(recorded)
        .orderBy(inOrder)
        .limit(longestSorted + 1),
    ),
    db().$count(
      db()
        .select(found)
        .from(rev)
        .where(and(recorded, eq(rev.revision, 1)))
        .orderBy(inOrder)
        .limit(mostCounted + 1),
    ),
    db().$count(
      db()
        .select(found)
        .from(rev)
        .innerJoinLateral(after, isLast(after))
        .innerJoinLateral(before, sql`true`)
        .where(and(recorded, sql`${rev.revision} > 1`, isOther(before)))
        .orderBy(inOrder)
        .limit(mostCounted + 1),
    ),
  ]);
  return {
    revisions,
    added: Math.min(added, mostCounted),
    changed: Math.min(changed, mostCounted),
    isMore: { added: added > mostCounted, changed: changed > mostCounted },
  };
}

/**
 * The values that the list can be filtered by: indicators and groups in their order, and the unit that a text names, if
 * one.
 */
export async function changeFilters(principal: Principal, unitText: string) {
  const text = unitText.toLowerCase();
  const { code, nameZh, nameEn } = orgUnit;
  const [indicators, groups, units] = await Promise.all([
    db()
      .select({ code: indicator.code, nameZh: indicator.nameZh, nameEn: indicator.nameEn })
      .from(indicator)
      .orderBy(indicator.sortOrder),
    db()
      .select({ code: peerGroup.code, nameZh: peerGroup.nameZh, nameEn: peerGroup.nameEn })
      .from(peerGroup)
      .orderBy(peerGroup.sortOrder),
    unitText === ''
      ? []
      : db()
          .select({ code, nameZh, nameEn })
          .from(orgUnit)
          .where(
            and(
              sql`(lower(${code}) = ${text} or strpos(lower(${nameZh}), ${text}) > 0 or strpos(lower(${nameEn}), ${text}) > 0)`,
              readable(principal, orgUnit.code),
            ),
          )
          // Exact matches first.
          .orderBy(sql`${text} in (lower(${code}), lower(${nameZh}), lower(${nameEn})) desc`, orgUnit.sortOrder)
          .limit(1),
  ]);
  return { indicators, groups, unit: units[0] ?? null };
}
