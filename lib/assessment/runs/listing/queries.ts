import { aliasedTable, and, asc, count, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { run, runScore, scheme, schemeVersion } from '@/db/schema/assessment';
import { orgUnit, peerGroup, period } from '@/db/schema/catalogue';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { groupThen, targetAnswers } from '@/lib/assessment/queries';
import { type StatesStored, withRunNotes, withTouching } from '@/lib/assessment/rankings/said-when-read';
import type { RunDetail, RunLine, SchemeToRun, StandingLine } from '@/lib/assessment/runs/listing/words';
import { type OpenQuestions, openQuestions } from '@/lib/assessment/runs/queries';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { RunState } from '@/lib/assessment/words';

export type RunChoice = {
  readonly scheme?: string | undefined;
  readonly period?: string | undefined;
  readonly state?: RunState | undefined;
  readonly page: number;
};
export const pageLength = 50;
/** The number of units on the page of a run, which links to the whole ranking. */
const shownUnits = 20;
const mostPeriods = 60;

/** The condition for visible runs: unpublished runs are visible to those who make, approve and audit them. */
function visibleRuns(principal: Principal): SQL | undefined {
  return maySee(principal.role, 'runs') ? undefined : sql`false`;
}

const [computer, approver, publisher] = [
  aliasedTable(appUser, 'computer'),
  aliasedTable(appUser, 'approver'),
  aliasedTable(appUser, 'publisher'),
];

const lineColumns = {
  id: run.id,
  version: run.version,
  scheme: { code: scheme.code, nameZh: scheme.nameZh, nameEn: scheme.nameEn },
  schemeVersion: run.schemeVersion,
  versionState: schemeVersion.state,
  isExample: sql<boolean>`coalesce((${schemeVersion.document} ->> 'isExample')::boolean, false)`,
  group: groupThen,
  periodCode: run.periodCode,
  state: run.state,
  isDemonstration: run.isDemonstration,
  units: run.units,
  ranked: run.ranked,
  items: run.items,
  sha256: run.sha256,
  computedBy: run.computedBy,
  computedByName: sql<string>`coalesce(${computer.name}, ${run.computedBy})`,
  computedAt: run.computedAt,
  approvedBy: run.approvedBy,
  approvedByName: sql<string | null>`coalesce(${approver.name}, ${run.approvedBy})`,
  approvedAt: run.approvedAt,
  publishedByName: sql<string | null>`coalesce(${publisher.name}, ${run.publishedBy})`,
  publishedAt: run.publishedAt,
};

function lines() {
  return db()
    .select(lineColumns)
    .from(run)
    .innerJoin(scheme, eq(scheme.code, run.schemeCode))
    .innerJoin(
      schemeVersion,
      and(eq(schemeVersion.schemeCode, run.schemeCode), eq(schemeVersion.number, run.schemeVersion)),
    )
    .innerJoin(peerGroup, eq(peerGroup.code, run.peerGroupCode))
    .leftJoin(computer, eq(computer.id, run.computedBy))
    .leftJoin(approver, eq(approver.id, run.approvedBy))
    .leftJoin(publisher, eq(publisher.id, run.publishedBy));
}

/** A page of the chosen runs, latest computed first. */
export async function runList(principal: Principal, choice: RunChoice): Promise<{ runs: RunLine[]; total: number }> {
  const which = and(
    visibleRuns(principal),
    choice.scheme ? eq(run.schemeCode, choice.scheme) : undefined,
    choice.period ? eq(run.periodCode, choice.period) : undefined,
    choice.state ? eq(run.state, choice.state) : undefined,
  );
  const [runs, [counted]] = await Promise.all([
    lines()
      .where(which)
      .orderBy(desc(run.computedAt), run.id)
      .limit(pageLength)
      .offset((choice.page - 1) * pageLength),
    db().select({ total: count() }).from(run).where(which),
  ]);
  return { runs, total: counted?.total ?? 0 };
}

/** The values that the list can be filtered by: schemes and periods that have runs. */
export async function runFilters(principal: Principal) {
  const [schemes, periods] = await Promise.all([
    db()
      .selectDistinct({ code: scheme.code, nameZh: scheme.nameZh, nameEn: scheme.nameEn })
      .from(scheme)
      .innerJoin(run, eq(run.schemeCode, scheme.code))
      .where(visibleRuns(principal))
      .orderBy(scheme.code),
    db()
      .selectDistinct({ code: period.code, sortKey: period.sortKey })
      .from(period)
      .innerJoin(run, eq(run.periodCode, period.code))
      .where(visibleRuns(principal))
      .orderBy(desc(period.sortKey)),
  ]);
  return { schemes, periods: periods.map(({ code }) => code) };
}

/** The runs that wait for the assessment office: for approval or publication; oldest first. */
export async function waitingRuns(principal: Principal): Promise<RunLine[]> {
  return lines()
    .where(and(visibleRuns(principal), inArray(run.state, ['trial', 'approved']), ne(schemeVersion.state, 'draft')))
    .orderBy(asc(run.computedAt), run.id)
    .limit(pageLength);
}

/** One run with its open questions and the first rows of its table; null for none. */
export async function runDetail(
  principal: Principal,
  id: string,
): Promise<(RunDetail & { readonly document: Scheme }) | null> {
  const [[line], [rest], standings, figures] = await Promise.all([
    lines().where(and(eq(run.id, id), visibleRuns(principal))),
    db()
      .select({ run, document: schemeVersion.document })
      .from(run)
      .innerJoin(
        schemeVersion,
        and(eq(schemeVersion.schemeCode, run.schemeCode), eq(schemeVersion.number, run.schemeVersion)),
      )
      .where(and(eq(run.id, id), visibleRuns(principal))),
    standingLines(principal, id),
    frozenCounts(principal, id),
  ]);
  if (!line || !rest) return null;
  const { note, engine, robustness, previousRunId, terms } = rest.run;
  const parsed = Scheme.parse(rest.document);
  const open: OpenQuestions = await db().transaction((tx) => openQuestions(tx, { id, scheme: parsed }));
  return {
    ...line,
    ...figures,
    ...{ note, engine, previousRunId, hasRobustness: robustness !== null },
    notes: notesOf(rest.run, parsed),
    unitsThen: terms.units,
    document: parsed,
    deadlinePassed: terms.deadlinePassed,
    entries: terms.entries.length,
    unconfirmed: terms.unconfirmed?.length ?? 0,
    open,
    standings: standings.map(
      ({ states, answers, ...row }): StandingLine => ({
        ...row,
        notes: withTouching(
          { code: row.unit.code, notes: row.notes },
          { scheme: parsed, states, answers, replaced: terms.replaced ?? [] },
        ),
      }),
    ),
  };
}

function notesOf({ notes, bases, terms, periodCode }: typeof run.$inferSelect, parsed: Scheme): RunDetail['notes'] {
  const said = { scheme: parsed, periodCode, across: terms.acrossDefinitions };
  const items = itemsOf(parsed);
  return [
    ...withRunNotes(notes, said).map((note) => ({ note, item: null })),
    ...bases.flatMap((basis, at) => basis.notes.map((note) => ({ note, item: items[at] ?? null }))),
  ];
}

async function standingLines(principal: Principal, id: string) {
  const rows = await db()
    .select({
      unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
      shown: runScore.shown,
      rank: runScore.rank,
      previousRank: runScore.previousRank,
      isTied: runScore.isTied,
      isApart: runScore.isApart,
      isProvisional: runScore.isProvisional,
      isEligible: runScore.isEligible,
      grade: runScore.grade,
      notes: runScore.notes,
      states: sql<StatesStored>`${runScore.itemWorkings} -> 'states'`,
      answers: targetAnswers(runScore.orgUnitCode, runScore.runId),
    })
    .from(runScore)
    .innerJoin(orgUnit, eq(orgUnit.code, runScore.orgUnitCode))
    .where(and(eq(runScore.runId, id), visibleRuns(principal)))
    .orderBy(runScore.position)
    .limit(shownUnits);
  return rows;
}

/** The numbers of frozen figures and targets. */
async function frozenCounts(principal: Principal, id: string) {
  const [counted] = await db().execute<{ figures: number; targets: number }>(sql`
    select coalesce(sum((figures ->> 'count')::int), 0)::int as figures,
      coalesce(sum(jsonb_array_length(targets)), 0)::int as targets
    from run_score where run_id = ${id} and ${visibleRuns(principal) ?? sql`true`}`);
  return counted ?? { figures: 0, targets: 0 };
}

/** Schemes with the versions that a run may be computed with, newest first. */
export async function schemesToRun(principal: Principal): Promise<SchemeToRun[]> {
  const rows = await db()
    .select({
      code: scheme.code,
      nameZh: scheme.nameZh,
      nameEn: scheme.nameEn,
      number: schemeVersion.number,
      state: schemeVersion.state,
    })
    .from(scheme)
    .innerJoin(schemeVersion, eq(schemeVersion.schemeCode, scheme.code))
    .where(visibleRuns(principal))
    .orderBy(scheme.code, desc(schemeVersion.number));
  const schemes = new Map<string, SchemeToRun>();
  for (const { number, state, ...named } of rows) {
    const known = schemes.get(named.code);
    schemes.set(named.code, { ...named, versions: [...(known?.versions ?? []), { number, state }] });
  }
  return [...schemes.values()];
}

/**
 * The periods that a scheme can be scored for, latest first, each with the number of units that have data, by the indicator
 * that most of them have.
 */
export async function periodsToRun(
  principal: Principal,
  schemeCode: string,
): Promise<{ code: string; units: number }[]> {
  const [newest] = await db()
    .select({ document: schemeVersion.document })
    .from(schemeVersion)
    .where(and(eq(schemeVersion.schemeCode, schemeCode), visibleRuns(principal)))
    .orderBy(desc(schemeVersion.number))
    .limit(1);
  if (!newest) return [];
  const { root, peerGroup: group } = Scheme.parse(newest.document);
  const indicators = itemsOf({ root }).flatMap((item) => item.indicator ?? []);
  const rows = await db().execute<{ code: string; units: number }>(sql`
    with counted as (
      select period_code as code, max(units)::int as units from coverage
      where peer_group_code = ${group}
        and indicator_code in (select json_array_elements_text(${JSON.stringify(indicators)}::json))
      group by 1
      union all
      select distinct period_code, 0 from adjustment where scheme_code = ${schemeCode}
    )
    select p.code, max(units)::int as units from counted join period p using (code)
    where p.kind <> 'undated' group by p.code, p.sort_key order by p.sort_key desc limit ${mostPeriods}`);
  return [...rows];
}
