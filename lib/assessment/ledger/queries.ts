import { aliasedTable, and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { adjustment, scheme, schemeVersion } from '@/db/schema/assessment';
import { orgUnit, period } from '@/db/schema/catalogue';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { isScoredByHand } from '@/lib/assessment/ledger/entry-fault';
import { awaitsAnother } from '@/lib/assessment/ledger/steps';
import {
  type EntryForm,
  type LedgerLine,
  type NodeChoice,
  type NodeNames,
  type WaitingEntry,
  type WaitingState,
  waitingStates,
} from '@/lib/assessment/ledger/words';
import { Scheme, type SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import type { EntryKind, EntryState } from '@/lib/assessment/words';
import { Refusal } from '@/lib/errors';
import type { Named } from '@/lib/i18n/words';

export type LedgerChoice = {
  readonly scheme?: string | undefined;
  readonly period?: string | undefined;
  readonly unit?: string | undefined;
  readonly state?: EntryState | undefined;
  readonly kind?: EntryKind | undefined;
  readonly page: number;
};
export const pageLength = 50;

/** The entry that a command changes, locked; refuses an unknown or revoked entry, and one changed since it was read. */
export async function entryToChange(work: Work, { id, version }: { id: string; version: number }) {
  const [found] = await work.tx.select().from(adjustment).where(eq(adjustment.id, id)).for('update');
  if (!found) throw new Refusal('notFound', 'ledger.refused.noEntry');
  if (found.version !== version) throw await entryMoved(work, id);
  if (found.state === 'revoked') throw new Refusal('conflict', 'ledger.refused.revoked');
  return found;
}

/** The refusal of a step on an entry that changed since it was read, by another person or in one's own other window. */
export const entryMoved = (work: Work, id: string) => movedRefusal(work, `adjustment/${id}`, 'ledger.refused.moved');

/** A page of the chosen entries, latest change first. None for a principal who may not see the ledger. */
export async function ledgerList(
  principal: Principal,
  choice: LedgerChoice,
): Promise<{ lines: LedgerLine[]; total: number }> {
  const [recorder, updater] = [aliasedTable(appUser, 'recorder'), aliasedTable(appUser, 'updater')];
  const which = and(
    visibleEntries(principal),
    choice.scheme ? eq(adjustment.schemeCode, choice.scheme) : undefined,
    choice.period ? eq(adjustment.periodCode, choice.period) : undefined,
    choice.unit ? eq(adjustment.orgUnitCode, choice.unit) : undefined,
    choice.state ? eq(adjustment.state, choice.state) : undefined,
    choice.kind ? eq(adjustment.kind, choice.kind) : undefined,
  );
  const { orgUnitCode: _unit, schemeCode: _scheme, updatedBy: _by, ...own } = adjustmentColumns;
  const [lines, [counted]] = await Promise.all([
    db()
      .select({
        ...own,
        unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
        scheme: { code: scheme.code, nameZh: scheme.nameZh, nameEn: scheme.nameEn },
        isDemonstration: scheme.isDemonstration,
        recordedByName: sql<string>`coalesce(${recorder.name}, ${adjustment.recordedBy})`,
        updatedByName: sql<string>`coalesce(${updater.name}, ${adjustment.updatedBy})`,
      })
      .from(adjustment)
      .innerJoin(orgUnit, eq(orgUnit.code, adjustment.orgUnitCode))
      .innerJoin(scheme, eq(scheme.code, adjustment.schemeCode))
      .leftJoin(recorder, eq(recorder.id, adjustment.recordedBy))
      .leftJoin(updater, eq(updater.id, adjustment.updatedBy))
      .where(which)
      .orderBy(desc(adjustment.updatedAt), adjustment.id)
      .limit(pageLength)
      .offset((choice.page - 1) * pageLength),
    db().select({ total: count() }).from(adjustment).where(which),
  ]);
  return { lines, total: counted?.total ?? 0 };
}

/** The most waiting entries that are listed at once. */
const mostWaiting = 20;

/**
 * The entries whose next step the principal may take, oldest first and the first of them, counted by their state. `own`
 * counts those that another person has to check or confirm.
 */
export async function waitingEntries(
  principal: Principal,
): Promise<{ entries: WaitingEntry[]; counts: Record<WaitingState, number>; own: number }> {
  const waits = maySee(principal.role, 'manageLedger') ? inArray(adjustment.state, [...waitingStates]) : sql`false`;
  const isOwn = and(inArray(adjustment.state, [...awaitsAnother]), eq(adjustment.recordedBy, principal.userId));
  const [entries, counted] = await Promise.all([
    db()
      .select({
        id: adjustment.id,
        unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
        scheme: { code: scheme.code, nameZh: scheme.nameZh, nameEn: scheme.nameEn },
        periodCode: adjustment.periodCode,
        kind: adjustment.kind,
        state: adjustment.state,
        recordedByName: sql<string>`coalesce(${appUser.name}, ${adjustment.recordedBy})`,
      })
      .from(adjustment)
      .innerJoin(orgUnit, eq(orgUnit.code, adjustment.orgUnitCode))
      .innerJoin(scheme, eq(scheme.code, adjustment.schemeCode))
      .leftJoin(appUser, eq(appUser.id, adjustment.recordedBy))
      .where(sql`${waits} and not (${isOwn})`)
      .orderBy(adjustment.updatedAt, adjustment.id)
      .limit(mostWaiting),
    db()
      .select({ state: adjustment.state, isOwn: sql<boolean>`${isOwn}`, count: count() })
      .from(adjustment)
      .where(waits)
      .groupBy(sql`1, 2`),
  ]);
  const countOf = (state: EntryState) => counted.find((row) => row.state === state && !row.isOwn)?.count ?? 0;
  return {
    entries,
    counts: { provisional: countOf('provisional'), proposed: countOf('proposed'), reviewed: countOf('reviewed') },
    own: counted.reduce((sum, row) => sum + (row.isOwn ? row.count : 0), 0),
  };
}

const adjustmentColumns = {
  id: adjustment.id,
  version: adjustment.version,
  orgUnitCode: adjustment.orgUnitCode,
  schemeCode: adjustment.schemeCode,
  periodCode: adjustment.periodCode,
  kind: adjustment.kind,
  node: adjustment.node,
  rule: adjustment.rule,
  points: adjustment.points,
  article: adjustment.article,
  reason: adjustment.reason,
  evidence: adjustment.evidence,
  incident: adjustment.incident,
  happenedOn: adjustment.happenedOn,
  state: adjustment.state,
  revokedReason: adjustment.revokedReason,
  recordedBy: adjustment.recordedBy,
  recordedAt: adjustment.recordedAt,
  updatedBy: adjustment.updatedBy,
  updatedAt: adjustment.updatedAt,
};

function visibleEntries(principal: Principal): SQL | undefined {
  return maySee(principal.role, 'ledger') ? undefined : sql`false`;
}

/** The values that the list can be filtered by: only those that occur in entries. */
export async function ledgerFilters(principal: Principal) {
  const namesBy = (column: SQL) =>
    sql`exists (select from ${adjustment} where ${column} and ${visibleEntries(principal) ?? sql`true`})`;
  const [schemes, periods, units] = await Promise.all([
    db()
      .select({ code: scheme.code, nameZh: scheme.nameZh, nameEn: scheme.nameEn })
      .from(scheme)
      .where(namesBy(eq(adjustment.schemeCode, scheme.code)))
      .orderBy(scheme.code),
    db()
      .select({ code: period.code })
      .from(period)
      .where(namesBy(eq(adjustment.periodCode, period.code)))
      .orderBy(desc(period.sortKey)),
    db()
      .select({ code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn })
      .from(orgUnit)
      .where(namesBy(eq(adjustment.orgUnitCode, orgUnit.code)))
      .orderBy(orgUnit.sortOrder),
  ]);
  return { schemes, periods: periods.map(({ code }) => code), units };
}

/** The names of blocks, items and rules by their keys, in the newest version of each named scheme. */
export async function nodeNames(principal: Principal, codes: readonly string[]): Promise<Record<string, NodeNames>> {
  if (codes.length === 0) return {};
  const newest = await db()
    .selectDistinctOn([schemeVersion.schemeCode], { code: schemeVersion.schemeCode, document: schemeVersion.document })
    .from(schemeVersion)
    .where(and(inArray(schemeVersion.schemeCode, [...new Set(codes)]), visibleEntries(principal)))
    .orderBy(schemeVersion.schemeCode, desc(schemeVersion.number));
  return Object.fromEntries(
    newest.map(({ code, document }) => {
      const { root, vetoes } = Scheme.parse(document);
      const all = [...nodesUnder(root, 0), ...vetoes];
      return [code, Object.fromEntries(all.map(({ key, nameZh, nameEn }) => [key, { nameZh, nameEn }]))];
    }),
  );
}

/** Schemes that entries may be made under: all with a published version or a draft. */
export async function schemesWithLedger(principal: Principal) {
  return db()
    .selectDistinct({ code: scheme.code, nameZh: scheme.nameZh, nameEn: scheme.nameEn })
    .from(scheme)
    .innerJoin(schemeVersion, eq(schemeVersion.schemeCode, scheme.code))
    .where(and(inArray(schemeVersion.state, ['published', 'draft']), visibleEntries(principal)))
    .orderBy(scheme.code);
}

/** The parts and rules that an entry under a scheme can name in a period; null for no such scheme. */
export async function entryForm(
  principal: Principal,
  schemeCode: string,
  periodCode: string,
): Promise<EntryForm | null> {
  const [[newest], units] = await Promise.all([
    db()
      .select({ document: schemeVersion.document })
      .from(schemeVersion)
      .where(
        and(
          eq(schemeVersion.schemeCode, schemeCode),
          inArray(schemeVersion.state, ['published', 'draft']),
          visibleEntries(principal),
        ),
      )
      .orderBy(desc(schemeVersion.number))
      .limit(1),
    db().execute<Named>(sql`
      select u.code, u.name_zh as "nameZh", u.name_en as "nameEn"
      from scheme s
      join org_unit u on exists (
        select from peer_group_member m left join period p on p.code = ${periodCode}
        where m.peer_group_code = s.peer_group_code and m.org_unit_code = u.code
          and (p.code is null or m.valid_from <= p.ends_on and (m.valid_to is null or m.valid_to >= p.starts_on)))
      where s.code = ${schemeCode} and ${visibleEntries(principal) ?? sql`true`}
      order by u.sort_order`),
  ]);
  if (!newest) return null;
  const document = Scheme.parse(newest.document);
  return {
    nodes: nodesUnder(document.root, 0),
    rules: document.vetoes.map(({ key, nameZh, nameEn, article }) => ({ key, nameZh, nameEn, article })),
    units: [...units],
  };
}

function nodesUnder(node: SchemeNode, depth: number): NodeChoice[] {
  const { key, nameZh, nameEn, weight, article, kind } = node;
  const own = { key, nameZh, nameEn, weight, article, kind, depth };
  if (node.kind === 'item') return [{ ...own, isScoredByHand: isScoredByHand(node) }];
  return [{ ...own, isScoredByHand: false }, ...node.parts.flatMap((part) => nodesUnder(part, depth + 1))];
}
