import { eq, type SQL, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import { run, runScore } from '@/db/schema/assessment';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { inSight, targetAnswers } from '@/lib/assessment/queries';
import { list, namedUnits } from '@/lib/assessment/rankings/queries';
import { mainParts, type ResultRun, type SchemePart } from '@/lib/assessment/rankings/result-run';
import { type StatesStored, withTouching } from '@/lib/assessment/rankings/said-when-read';
import { readsTarget } from '@/lib/assessment/runs/targets-needed';
import type { TargetAnswer } from '@/lib/assessment/runs/words';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Lines, RankRow, RankTable } from './rank-row';
import { pageLength, type TableOrder } from './words';

export type TableChoice = {
  /** One of `fixedSorts`, or the key of a main part; any other value is as `rank`. */
  readonly sort: string;
  readonly order: TableOrder;
  readonly page: number;
  /** The units that are shown on every page. */
  readonly own: readonly string[];
};

type FoundRow = Omit<RankRow, 'scores'> & {
  readonly scores: (number | null)[];
  readonly at: number;
  readonly states: StatesStored;
  readonly answers: Readonly<Record<string, TargetAnswer>>;
};

/** A page of a run's ranking, with the units apart and the reader's own. `length` null lists all. */
export async function rankTable(
  principal: Principal,
  result: ResultRun,
  { sort, order, page, own }: TableChoice,
  length: number | null = pageLength,
  on: Database | Tx = db(),
): Promise<RankTable> {
  const parts = mainParts(result.scheme);
  const from = length === null ? 0 : (page - 1) * length;
  const to = length === null ? result.units : from + length;
  const byTargets = itemsOf(result.scheme).some(readsTarget);
  const direction = sql.raw(order === 'desc' ? 'desc' : 'asc');
  const [rows, lines] = await Promise.all([
    on.execute<FoundRow>(sql`
      with ${namedUnits(principal, result.id)}, keyed as materialized (
        select s.position, s.is_apart, s.org_unit_code, ${sortOrder(sort, parts)} as key
        from ${runScore} s, named where s.run_id = ${result.id}
      ), ordered as (
        select k.*, row_number() over (partition by k.is_apart order by k.key ${direction} nulls last, k.position) as at
        from keyed k
      ), page as materialized (
        select o.* from ordered o
        where o.is_apart or (o.at > ${from} and o.at <= ${to}) or o.org_unit_code in (${list(own)})
      )
      select s.org_unit_code as code, named.unit -> s.org_unit_code ->> 'nameZh' as "nameZh",
        named.unit -> s.org_unit_code ->> 'nameEn' as "nameEn", s.position, s.total, s.shown, s.rank,
        s.is_tied as "isTied", s.is_apart as "isApart", s.is_provisional as "isProvisional", s.is_eligible as "isEligible",
        s.grade, s.previous_rank as "previousRank", s.notes, o.at::int as at,
        s.item_workings -> 'states' as states,
        ${byTargets ? targetAnswers(sql`s.org_unit_code`, sql`s.run_id`) : sql`'{}'::jsonb`} as answers,
        ${scoresOf(parts)} as scores,
        (select b.total - s.total from ${runScore} b
          where b.run_id = s.run_id and b.position < s.position and b.rank < s.rank
          order by b.position desc limit 1) as "toBefore"
      from page o
      join ${runScore} s on s.run_id = ${result.id} and s.position = o.position
      cross join named
      where ${readable(principal, sql`s.org_unit_code`)}
      order by o.at`),
    linesOf(principal, result.id, on),
  ]);
  const found = rows.map(({ states, answers, ...row }) => ({
    ...row,
    notes: withTouching(row, { scheme: result.scheme, states, answers, replaced: result.replaced }),
  }));
  const listed = found.filter(({ isApart }) => !isApart);
  const onPage = listed.filter(({ at }) => at > from && at <= to);
  return {
    rows: onPage,
    pinned: found.filter(({ code, isApart, at }) => own.includes(code) && !isApart && !(at > from && at <= to)),
    apart: found.filter(({ isApart }) => isApart),
    listed: result.units - (found.length - listed.length),
    lines,
  };
}

/**
 * The best total, and the least total of each grade, among the ranked units of a run that the principal may see. A
 * grade by promotion or after a veto is not counted, since the total did not earn it.
 */
export async function linesOf(principal: Principal, runId: string, on: Database | Tx = db()): Promise<Lines> {
  const rows = await on
    .select({
      grade: runScore.grade,
      low: sql<number | null>`min(${runScore.total}) filter (where not ${runScore.notes} @> '[{"kind":"promoted"}]'
        and not ${runScore.notes} @> '[{"kind":"veto"}]')`,
      high: sql<number>`max(${runScore.total})`,
    })
    .from(runScore)
    .innerJoin(run, eq(run.id, runScore.runId))
    .where(sql`${runScore.runId} = ${runId} and ${runScore.rank} is not null and ${inSight(principal)}`)
    .groupBy(runScore.grade);
  return {
    best: rows.length === 0 ? null : Math.max(...rows.map(({ high }) => high)),
    lowest: Object.fromEntries(
      rows.flatMap(({ grade, low }) => (grade === null || low === null ? [] : [[grade, low] as const])),
    ),
  };
}

function scoreOf({ kind, at }: SchemePart): SQL {
  return kind === 'block' ? sql`(s.blocks -> ${at}::int ->> 'score')::float8` : sql`s.item_points[${at + 1}::int]`;
}

function scoresOf(parts: readonly SchemePart[]): SQL {
  return sql`jsonb_build_array(${sql.join(parts.map(scoreOf), sql`, `)})`;
}

function sortOrder(sort: string, parts: readonly SchemePart[]): SQL {
  const part = parts.find(({ key }) => key === sort);
  if (part) return scoreOf(part);
  switch (sort) {
    case 'change':
      return sql`case when s.is_provisional then null else s.previous_rank - s.rank end`;
    case 'unit':
      return sql`(named.unit -> s.org_unit_code ->> 'order')::int`;
    case 'total':
      return sql`s.total`;
    default:
      return sql`s.rank`;
  }
}
