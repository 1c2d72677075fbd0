import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, orgUnit, orgUnitSuccession, period, source, topic } from '@/db/schema/catalogue';
import { observation } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { indicatorColumns } from '@/lib/catalogue/indicators/queries';
import { partHistories } from '@/lib/catalogue/units/predecessors/part-history';
import type { Part, Predecessors } from '@/lib/catalogue/units/predecessors/words';
import { citedSource, figureColumns, nested } from '@/lib/observations/queries';

/** The most indicators that a page shows of predecessors, and the most periods of each. */
const mostIndicators = 50;
const mostPeriods = 14;

/** The units whose figures a unit shows as its history: predecessors, and itself where others merged into it. */
async function partsOf(principal: Principal, code: string): Promise<Part[]> {
  const named = { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn };
  const parts: Part[] = await db()
    .select({
      ...named,
      happenedOn: orgUnitSuccession.happenedOn,
      isMerged: sql<boolean>`${orgUnitSuccession.kind} = 'merge'`,
      addsUp: orgUnitSuccession.addsUp,
    })
    .from(orgUnitSuccession)
    .innerJoin(orgUnit, eq(orgUnit.code, orgUnitSuccession.predecessorCode))
    .where(and(eq(orgUnitSuccession.successorCode, code), readable(principal, orgUnit.code)))
    .orderBy(asc(orgUnit.sortOrder), asc(orgUnit.code));
  const merged = parts.filter(({ isMerged }) => isMerged);
  if (merged.length === 0) return parts;
  const [own] = await db()
    .select({ ...named, validFrom: orgUnit.validFrom })
    .from(orgUnit)
    .where(and(eq(orgUnit.code, code), readable(principal, orgUnit.code)));
  const first = merged.map(({ happenedOn }) => happenedOn).sort()[0] ?? '';
  if (!own || (own.validFrom !== null && own.validFrom >= first)) return parts;
  const { validFrom: _, ...itself } = own;
  const addsUp = merged.every((part) => part.addsUp);
  return [{ ...itself, happenedOn: first, isMerged: true, addsUp }, ...parts];
}

/** What a unit was before: the figures of its predecessors in periods that ended before they became this unit. */
export async function predecessorsOf(principal: Principal, code: string): Promise<Predecessors> {
  const parts = await partsOf(principal, code);
  if (parts.length === 0) return { parts, histories: [], isWhole: true };
  const given = sql`json_to_recordset(${JSON.stringify(
    parts.map(({ code: unit, happenedOn }) => ({ unit, happened: happenedOn })),
  )}::json) as part (unit text, happened date)`;
  const held = db()
    .select({
      indicatorCode: observation.indicatorCode,
      periodCode: observation.periodCode,
      orgUnitCode: observation.orgUnitCode,
      at: sql<number>`dense_rank() over (partition by ${observation.indicatorCode} order by ${period.sortKey} desc,
        ${period.code})`.as('at'),
      nth: sql<number>`dense_rank() over (order by ${topic.sortOrder}, ${indicator.sortOrder}, ${indicator.code})`.as(
        'nth',
      ),
    })
    .from(observation)
    .innerJoin(period, eq(period.code, observation.periodCode))
    .innerJoin(indicator, eq(indicator.code, observation.indicatorCode))
    .innerJoin(topic, eq(topic.code, indicator.topicCode))
    .innerJoin(given, sql`part.unit = ${observation.orgUnitCode} and ${period.endsOn} < part.happened`)
    .where(
      and(
        inArray(
          observation.orgUnitCode,
          parts.map((part) => part.code),
        ),
        readable(principal, observation.orgUnitCode),
      ),
    )
    .as('held');
  const rows = await db()
    .select({ figure: figureColumns, indicator: indicatorColumns, nth: held.nth })
    .from(held)
    .innerJoin(
      observation,
      and(
        eq(observation.orgUnitCode, held.orgUnitCode),
        eq(observation.indicatorCode, held.indicatorCode),
        eq(observation.periodCode, held.periodCode),
      ),
    )
    .innerJoin(source, citedSource)
    .innerJoin(indicator, eq(indicator.code, observation.indicatorCode))
    .where(sql`${held.at} <= ${mostPeriods} and ${held.nth} <= ${mostIndicators + 1}`)
    .orderBy(held.nth);
  const shown = rows.filter(({ nth }) => Number(nth) <= mostIndicators);
  const histories = partHistories(
    parts,
    shown.map((row) => ({ indicator: row.indicator, figure: nested(row.figure) })),
  );
  return { parts, histories, isWhole: shown.length === rows.length };
}
