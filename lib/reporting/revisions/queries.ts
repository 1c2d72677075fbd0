import { and, asc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { indicator, orgUnit, peerGroupMember, period, source } from '@/db/schema/catalogue';
import { collection } from '@/db/schema/collections';
import { observation, observationRevision } from '@/db/schema/observations';
import { reviewEvent } from '@/db/schema/reporting';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { type AccountRole, type Role, roles, unitRoles } from '@/lib/access/words';
import { growthOver } from '@/lib/catalogue/comparing/comparable-base';
import { yearBases } from '@/lib/catalogue/comparing/queries';
import { isRedefined } from '@/lib/catalogue/comparing/redefined';
import { indicatorColumns } from '@/lib/catalogue/indicators/queries';
import { parsePeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import { memberInPeriod } from '@/lib/catalogue/periods/queries';
import { citedSource, figureColumns, nested, observationAt, printedColumns } from '@/lib/observations/queries';
import type { FigureView } from '@/lib/observations/words';
import type { Actor, FigureChoice, FigureHistory, FigureRevision, FigureStep } from '@/lib/reporting/revisions/words';

/**
 * The condition for figures whose workings, steps and names of persons the principal may see: those of the own unit, of
 * the indicators one is responsible for, or all.
 */
export function mayFollow(
  { role, unitCode, department }: Principal,
  of: { unit: AnyPgColumn; indicator: AnyPgColumn },
): SQL {
  if (role === 'assessmentOffice' || role === 'auditor') return sql`true`;
  if (unitRoles.includes(role) && unitCode) return sql`${of.unit} = ${unitCode}`;
  if (role === 'departmentReviewer' && department) {
    return sql`${of.indicator} in (select code from ${indicator} where ${eq(indicator.responsibleZh, department)})`;
  }
  return sql`false`;
}

/** The whole history of a figure, in the order of time; null when there is nothing that the principal may see. */
export async function figureHistory(principal: Principal, choice: FigureChoice): Promise<FigureHistory | null> {
  const { indicatorCode, unitCode, periodCode } = choice;
  const read = parsePeriod(periodCode);
  if (!read) return null;
  const base = yearEarlier(read);
  const [heads, figures, revisions, steps] = await Promise.all([
    headOf(principal, choice),
    db()
      .select(figureColumns)
      .from(observation)
      .innerJoin(source, citedSource)
      .where(
        and(
          eq(observation.indicatorCode, indicatorCode),
          eq(observation.orgUnitCode, unitCode),
          inArray(observation.periodCode, base ? [periodCode, base] : [periodCode]),
          readable(principal, observation.orgUnitCode),
        ),
      ),
    revisionsOfFigure(principal, choice),
    stepsOf(principal, choice),
  ]);
  const head = heads[0];
  const current = figures.find((figure) => figure.periodCode === periodCode);
  if (!head || (!current && steps.length === 0 && revisions.length === 0)) return null;
  const earlier = figures.find((figure) => figure.periodCode === base);
  const otherOf = await yearBases(principal, current ? [current] : []);
  const other = current ? otherOf(current) : null;
  const areExact =
    current?.qualifier === 'exact' &&
    (other !== null || earlier?.qualifier === 'exact') &&
    !isRedefined(head.indicator.redefined, base ?? '', periodCode);
  return {
    ...head,
    periodCode,
    current: current ? nested(current) : null,
    computed: areExact ? growthOver(head.indicator.measure, current.value, earlier?.value ?? null, other) : null,
    revisions,
    steps,
  };
}

function headOf(principal: Principal, { indicatorCode, unitCode }: FigureChoice) {
  const { code, nameZh, nameEn, isDemonstration } = orgUnit;
  return db()
    .select({
      indicator: {
        ...indicatorColumns,
        responsibleZh: indicator.responsibleZh,
        responsibleEn: indicator.responsibleEn,
      },
      unit: { code, nameZh, nameEn, isDemonstration },
      showsSteps: mayFollow(principal, { unit: orgUnit.code, indicator: indicator.code }).mapWith(Boolean),
    })
    .from(indicator)
    .innerJoin(orgUnit, eq(orgUnit.code, unitCode))
    .where(and(eq(indicator.code, indicatorCode), readable(principal, orgUnit.code)));
}

const collectionName = { id: collection.id, title: collection.title };

async function revisionsOfFigure(principal: Principal, choice: FigureChoice): Promise<FigureRevision[]> {
  const rev = observationRevision;
  const follows = mayFollow(principal, { unit: rev.orgUnitCode, indicator: rev.indicatorCode });
  const rows = await db()
    .select({
      indicatorCode: rev.indicatorCode,
      orgUnitCode: rev.orgUnitCode,
      periodCode: rev.periodCode,
      revision: rev.revision,
      ...printedColumns(rev),
      vintage: rev.vintage,
      reportedYoy: rev.reportedYoy,
      periodPrinted: rev.periodPrinted,
      note: rev.note,
      sourceCode: rev.sourceCode,
      sourceTitle: source.title,
      publisher: source.publisher,
      publishedOn: source.publishedOn,
      sourceWithdrawn: source.withdrawnReason,
      locator: rev.locator,
      quote: rev.quote,
      reason: rev.reason,
      isWithdrawal: rev.isWithdrawal,
      recordedAt: rev.recordedAt,
      actor: rev.recordedBy,
      role: appUser.role,
      name: sql<string | null>`case when ${follows} then ${appUser.name} end`,
      collection: collectionName,
    })
    .from(rev)
    .innerJoin(source, eq(source.code, rev.sourceCode))
    .leftJoin(appUser, eq(appUser.id, rev.recordedBy))
    .leftJoin(collection, eq(collection.id, rev.collectionId))
    .where(
      and(
        eq(rev.indicatorCode, choice.indicatorCode),
        eq(rev.periodCode, choice.periodCode),
        eq(rev.orgUnitCode, choice.unitCode),
        readable(principal, rev.orgUnitCode),
      ),
    )
    .orderBy(asc(rev.revision));
  return rows.map(({ actor, role, name, ...row }) => ({ ...nested(row), by: actorOf(actor, role, name) }));
}

async function stepsOf(principal: Principal, choice: FigureChoice): Promise<FigureStep[]> {
  const event = reviewEvent;
  const rows = await db()
    .select({
      collection: collectionName,
      step: event.step,
      kind: event.kind,
      ...printedColumns(event),
      absence: event.absence,
      reportedYoy: event.reportedYoy,
      approvedValue: event.approvedValue,
      approvedDecimals: event.approvedDecimals,
      reason: event.reason,
      at: event.at,
      actor: event.actor,
      role: event.actorRole,
      name: appUser.name,
    })
    .from(event)
    .innerJoin(collection, eq(collection.id, event.collectionId))
    .leftJoin(appUser, eq(appUser.id, event.actor))
    .where(
      and(
        eq(event.indicatorCode, choice.indicatorCode),
        eq(event.periodCode, choice.periodCode),
        eq(event.orgUnitCode, choice.unitCode),
        mayFollow(principal, { unit: event.orgUnitCode, indicator: event.indicatorCode }),
      ),
    )
    .orderBy(asc(event.at), asc(event.collectionId), asc(event.step));
  return rows.map(({ actor, role, name, ...row }) => ({ ...row, by: actorOf(actor, knownRole(role), name) }));
}

const knownRole = (text: string): Role | null => roles.find((role) => role === text) ?? null;

/** The actor of a step as its reader may know it. */
export function actorOf(actor: string, role: Role | null, name: string | null): Actor {
  if (actor.startsWith('system:')) return { kind: 'system' };
  return name === null ? { kind: 'role', role } : { kind: 'person', name, role: role as AccountRole };
}

/**
 * The figures of a group's units as of a moment, in the official order: of each the last revision of the highest
 * vintage that was recorded until `at`. For the present these are the rows of `observation`.
 */
export async function figuresAsOf(
  principal: Principal,
  choice: { indicatorCode: string; periodCode: string; peerGroupCode: string; at: Date },
): Promise<FigureView[]> {
  const { indicatorCode, periodCode, peerGroupCode, at } = choice;
  const rev = observationRevision;
  const members = db()
    .select({ code: peerGroupMember.orgUnitCode })
    .from(peerGroupMember)
    .innerJoin(period, eq(period.code, periodCode))
    .where(and(eq(peerGroupMember.peerGroupCode, peerGroupCode), memberInPeriod, isNotNull(period.endsOn)));
  const which = and(
    eq(rev.indicatorCode, indicatorCode),
    eq(rev.periodCode, periodCode),
    inArray(rev.orgUnitCode, members),
  );
  const rows = await db()
    .select(figureColumns)
    .from(observationAt(principal, at, which))
    .innerJoin(source, citedSource)
    .innerJoin(orgUnit, eq(orgUnit.code, observation.orgUnitCode))
    .orderBy(orgUnit.sortOrder);
  return rows.map(nested);
}
