import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, orgUnit, period, source, topic } from '@/db/schema/catalogue';
import { observation } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { redefined } from '@/lib/catalogue/indicators/queries';
import type { Choice, Choices } from '@/lib/dashboards/compare/words';
import { citedSource, figureColumns, nested } from '@/lib/observations/queries';
import type { FigureView } from '@/lib/observations/words';

/** All units, indicators and periods that the principal may compare. */
export async function comparableChoices(principal: Principal): Promise<Choices> {
  const [units, indicators, topics, periods] = await Promise.all([
    db()
      .select({ code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn, kind: orgUnit.kind })
      .from(orgUnit)
      .where(readable(principal, orgUnit.code))
      .orderBy(asc(orgUnit.sortOrder)),
    db()
      .select({
        code: indicator.code,
        nameZh: indicator.nameZh,
        nameEn: indicator.nameEn,
        topicCode: indicator.topicCode,
        unitZh: indicator.unitZh,
        unitEn: indicator.unitEn,
        measure: indicator.measure,
        direction: indicator.direction,
        redefined,
      })
      .from(indicator)
      .innerJoin(topic, eq(topic.code, indicator.topicCode))
      .orderBy(asc(topic.sortOrder), asc(indicator.sortOrder)),
    db()
      .select({ code: topic.code, nameZh: topic.nameZh, nameEn: topic.nameEn })
      .from(topic)
      .orderBy(asc(topic.sortOrder)),
    db().select({ code: period.code }).from(period).orderBy(desc(period.sortKey)),
  ]);
  return { units, indicators, topics, periods: periods.map(({ code }) => code) };
}

/** The figures of a comparison. */
export async function comparedFigures(
  principal: Principal,
  { units, indicators, periods }: Pick<Choice, 'units' | 'indicators' | 'periods'>,
): Promise<FigureView[]> {
  const rows = await db()
    .select(figureColumns)
    .from(observation)
    .innerJoin(source, citedSource)
    .where(
      and(
        readable(principal, observation.orgUnitCode),
        inArray(observation.indicatorCode, [...indicators]),
        inArray(observation.periodCode, [...periods]),
        inArray(observation.orgUnitCode, [...units]),
      ),
    );
  return rows.map(nested);
}
