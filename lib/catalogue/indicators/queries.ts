import { and, count, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, indicatorDefinition, orgUnit, peerGroup, period, source, topic } from '@/db/schema/catalogue';
import { observation } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { coverageOf } from '@/lib/catalogue/indicators/covered/queries';
import type { IndicatorLine, IndicatorList, IndicatorPage } from '@/lib/catalogue/indicators/words';
import { shownPlace } from '@/lib/catalogue/place/queries';
import { wordsOf } from '@/lib/catalogue/search/match-words';
import { inTreeOrder, withBelow } from '@/lib/catalogue/topics/tree';
import { citedSource, figureColumns, nested } from '@/lib/observations/queries';
import { pageLength, pageWithin } from '@/lib/paging';

/** The most indicators that a page names beside its own. */
const mostKin = 60;

const named = { code: indicator.code, nameZh: indicator.nameZh, nameEn: indicator.nameEn };
/** The days from which a definition of another scope holds, so that figures across one of them do not compare. */
export const redefined = sql<string[]>`array(select d.valid_from::text from indicator_definition d
  where d.indicator_code = "indicator"."code" and d.is_break and d.valid_from > (
    select min(valid_from) from indicator_definition first where first.indicator_code = d.indicator_code)
  order by d.valid_from)`;

/** The columns of an indicator that pages show, for every query that joins one. */
export const indicatorColumns = {
  ...named,
  topicCode: indicator.topicCode,
  unitZh: indicator.unitZh,
  unitEn: indicator.unitEn,
  decimals: indicator.decimals,
  measure: indicator.measure,
  direction: indicator.direction,
  basis: indicator.basis,
  frequency: indicator.frequency,
  growthOf: indicator.growthOf,
  redefined,
};

/**
 * A page of the indicators that a text finds in a topic and those below it, in the order of the tree of topics; each with
 * its newest period and the best-known figure of the home units. The topics count what the text finds in each.
 */
export async function indicatorList(
  principal: Principal,
  { q = '', topicCode, page: asked = 1 }: { q?: string; topicCode?: string | undefined; page?: number },
): Promise<IndicatorList> {
  const isFound = q === '' ? sql`true` : foundBy(q);
  const counted = db()
    .select({
      code: topic.code,
      nameZh: topic.nameZh,
      nameEn: topic.nameEn,
      parentCode: topic.parentCode,
      sortOrder: topic.sortOrder,
      // Of the column that is in the index, which is read alone where nothing is searched.
      all: count(indicator.topicCode),
      own: sql<number>`(count(${indicator.topicCode}) filter (where ${isFound}))::int`,
    })
    .from(topic)
    .leftJoin(indicator, eq(indicator.topicCode, topic.code))
    .groupBy(topic.code);
  const [rows, { settings }] = await Promise.all([counted, shownPlace()]);
  const topics = inTreeOrder(rows).map((row) => {
    const inner = new Set(withBelow(rows, row.code));
    return { ...row, found: rows.reduce((sum, { code, own }) => sum + (inner.has(code) ? own : 0), 0) };
  });
  const inside = topicCode === undefined ? null : new Set(withBelow(rows, topicCode));
  const chosen = topics.filter(({ code }) => inside === null || inside.has(code));
  const total = chosen.reduce((sum, { own }) => sum + own, 0);
  const page = pageWithin(asked, total);
  const part = topicsOfPage(chosen, (page - 1) * pageLength);
  const inOrder = sql`${sql.param(part.codes)}::text[]`;
  const order = [sql`array_position(${inOrder}, ${indicator.topicCode})`, indicator.sortOrder, indicator.code];
  // The codes first, so that nothing else is read of the indicators of other pages.
  const ofPage = db()
    .select({ code: indicator.code })
    .from(indicator)
    .where(and(isFound, sql`${indicator.topicCode} = any(${inOrder})`))
    .orderBy(...order)
    .limit(pageLength)
    .offset(part.skipped);
  // A search reads all names, so that it is made once; without one each statement finds the page itself, all at once.
  const wanted =
    q === '' ? sql`any(array(${ofPage}))` : sql`any(${sql.param((await ofPage).map(({ code }) => code))}::text[])`;
  const [lines, newest, known] = await Promise.all([
    db()
      .select({ ...indicatorColumns, retiredOn: indicator.retiredOn })
      .from(indicator)
      .where(sql`${indicator.code} = ${wanted}`)
      .orderBy(...order),
    newestPeriods(principal, wanted),
    knownFigures(principal, wanted, settings.homeUnits),
  ]);
  const newestOf = new Map(newest.map((row) => [row.code, row]));
  const knownOf = new Map(known.map((row) => [row.indicatorCode, row]));
  const indicators = lines.map(
    (line): IndicatorLine => ({
      ...line,
      latest: newestOf.get(line.code)?.latest ?? null,
      units: newestOf.get(line.code)?.units ?? 0,
      known: knownOf.get(line.code) ?? null,
    }),
  );
  return { topics, indicators, total, page };
}

/** The topics in which a page that begins after `offset` lines lies, and how many lines of the first come before it. */
function topicsOfPage(topics: readonly { code: string; own: number }[], offset: number) {
  const codes: string[] = [];
  let skipped = offset;
  let room = pageLength;
  for (const { code, own } of topics) {
    if (codes.length === 0 && skipped >= own) skipped -= own;
    else if (room > 0) {
      room -= codes.length === 0 ? own - skipped : own;
      codes.push(code);
    }
  }
  return { codes, skipped };
}

/** Whether each word of a text is in a name, an alias, the initials, the code or the department of an indicator. */
function foundBy(q: string): SQL {
  const words = wordsOf(q).map((word) => {
    const byAlias = sql`select indicator_code from indicator_alias where strpos(lower(alias), ${word}) > 0`;
    return sql`(strpos(${indicator.searchText}, ${word}) > 0 or ${indicator.code} in (${byAlias}))`;
  });
  return words.length === 0 ? sql`true` : sql`(${sql.join(words, sql` and `)})`;
}

/**
 * The newest dated period of each of the wanted indicators and the number of units with a figure in it: from the counts kept on write;
 * figures are read only for a principal limited to some units.
 */
async function newestPeriods(
  principal: Principal,
  wanted: SQL,
): Promise<{ code: string; latest: string; units: number }[]> {
  const mayRead = readable(principal, observation.orgUnitCode);
  const [held, units] =
    principal.units === 'all' ? [sql`source_coverage`, sql`sum(figures)::int`] : [sql`observation`, sql`count(*)::int`];
  return db().execute<{ code: string; latest: string; units: number }>(sql`
    with covered as (
      select distinct on (c.indicator_code) c.indicator_code, c.period_code
      from coverage c join period p on p.code = c.period_code
      where p.kind <> 'undated' and c.indicator_code = ${wanted}
      order by c.indicator_code, p.sort_key desc
    )
    select i.code, coalesce(covered.period_code, sole.period_code) as latest, counted.units
    from indicator i
    left join covered on covered.indicator_code = i.code
    left join lateral (
      select period_code from ${held} join period p on p.code = period_code
      where covered.indicator_code is null and indicator_code = i.code and p.kind <> 'undated' and ${mayRead}
      order by p.sort_key desc limit 1
    ) sole on true
    cross join lateral (
      select ${units} as units from ${held}
      where indicator_code = i.code and period_code = coalesce(covered.period_code, sole.period_code)
        and ${mayRead}
    ) counted
    where i.code = ${wanted} and coalesce(covered.period_code, sole.period_code) is not null`);
}

/** The newest figure of a home unit for each of the wanted indicators, else of a unit inside one. */
async function knownFigures(principal: Principal, wanted: SQL, homeUnits: readonly string[]) {
  if (homeUnits.length === 0) return [];
  const isHome = or(inArray(orgUnit.code, [...homeUnits]), inArray(orgUnit.parentCode, [...homeUnits]));
  const nearness = sql`array_position(${sql.param([...homeUnits])}::text[], ${observation.orgUnitCode})`;
  const rows = await db()
    .selectDistinctOn([observation.indicatorCode], {
      ...figureColumns,
      unitZh: orgUnit.nameZh,
      unitEn: orgUnit.nameEn,
    })
    .from(observation)
    .innerJoin(source, citedSource)
    .innerJoin(period, eq(period.code, observation.periodCode))
    .innerJoin(orgUnit, eq(orgUnit.code, observation.orgUnitCode))
    .where(
      and(
        // An array, with which the units are found before their figures.
        sql`${observation.orgUnitCode} = any(array(${db().select({ code: orgUnit.code }).from(orgUnit).where(isHome)}))`,
        sql`${observation.indicatorCode} = ${wanted}`,
        readable(principal, observation.orgUnitCode),
      ),
    )
    .orderBy(observation.indicatorCode, sql`${nearness} is null`, desc(period.sortKey), nearness, orgUnit.sortOrder);
  return rows.map(({ unitZh, unitEn, ...row }) => ({
    ...nested(row),
    unit: { code: row.orgUnitCode, nameZh: unitZh, nameEn: unitEn },
  }));
}

/** An indicator with its definitions, coverage and related indicators; null for an unknown code. */
export async function indicatorPage(principal: Principal, code: string): Promise<IndicatorPage | null> {
  const [heads, definitions, covered, groups] = await Promise.all([
    kinOf(principal, code),
    db()
      .select({
        validFrom: indicatorDefinition.validFrom,
        definitionZh: indicatorDefinition.definitionZh,
        definitionEn: indicatorDefinition.definitionEn,
        formulaZh: indicatorDefinition.formulaZh,
        formulaEn: indicatorDefinition.formulaEn,
        isBreak: indicatorDefinition.isBreak,
        reason: indicatorDefinition.reason,
      })
      .from(indicatorDefinition)
      .where(eq(indicatorDefinition.indicatorCode, code))
      .orderBy(desc(indicatorDefinition.validFrom)),
    coverageOf(principal, [code]),
    db()
      .select({
        code: peerGroup.code,
        nameZh: peerGroup.nameZh,
        nameEn: peerGroup.nameEn,
        noteZh: peerGroup.noteZh,
        noteEn: peerGroup.noteEn,
        members: sql<number>`(select count(*)::int from peer_group_member m where m.peer_group_code = peer_group.code)`,
      })
      .from(peerGroup)
      .orderBy(peerGroup.sortOrder),
  ]);
  const found = heads.find((head) => head.code === code);
  if (!found) return null;
  const { topicZh, topicEn, replacedBy, ...shown } = found;
  return {
    indicator: shown,
    replacedBy: heads.find((head) => head.code === replacedBy) ?? null,
    replaces: heads.filter((head) => head.replacedBy === code),
    topic: { code: found.topicCode, nameZh: topicZh, nameEn: topicEn },
    growth: heads.find((head) => head.growthOf === code) ?? null,
    base: heads.find((head) => head.code === found.growthOf) ?? null,
    definitions,
    coverage: covered.map(({ indicatorCode: _, ...row }) => row),
    groups,
    related: heads.filter((head) => head.code !== code && head.topicCode === found.topicCode),
  };
}

/**
 * The indicator, its growth, its base, its successor and what it replaces, then others of its topic in the catalogue's
 * order. Whom to ask is no matter of visitors.
 */
function kinOf(principal: Principal, code: string) {
  const own = sql`(select topic_code from indicator own where own.code = ${code})`;
  const named = sql`select unnest(array[growth_of, replaced_by]) from indicator own where own.code = ${code}`;
  const isKin = sql`(${code} in (${indicator.code}, coalesce(${indicator.growthOf}, ''), coalesce(${indicator.replacedBy}, ''))
    or coalesce(${indicator.code} in (${named}), false))`;
  return db()
    .select({
      ...indicatorColumns,
      responsibleZh: indicator.responsibleZh,
      responsibleEn: indicator.responsibleEn,
      assistingZh: indicator.assistingZh,
      assistingEn: indicator.assistingEn,
      contact: principal.role === 'visitor' ? sql<string>`''` : indicator.contact,
      aliases: sql<string[]>`array(select alias from indicator_alias a where a.indicator_code = ${indicator.code})`,
      retiredOn: indicator.retiredOn,
      replacedBy: indicator.replacedBy,
      topicZh: topic.nameZh,
      topicEn: topic.nameEn,
    })
    .from(indicator)
    .innerJoin(topic, eq(topic.code, indicator.topicCode))
    .where(or(eq(indicator.topicCode, own), isKin))
    .orderBy(sql`${isKin} desc`, indicator.sortOrder)
    .limit(mostKin);
}

/** The indicators of a responsible department, in the catalogue's order. */
export async function indicatorsOfDepartment(
  department: string,
): Promise<{ code: string; nameZh: string; nameEn: string; unitZh: string; unitEn: string }[]> {
  return db()
    .select({
      code: indicator.code,
      nameZh: indicator.nameZh,
      nameEn: indicator.nameEn,
      unitZh: indicator.unitZh,
      unitEn: indicator.unitEn,
    })
    .from(indicator)
    .where(eq(indicator.responsibleZh, department))
    .orderBy(indicator.sortOrder);
}
