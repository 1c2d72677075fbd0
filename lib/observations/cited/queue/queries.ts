import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { actors } from '@/lib/access/queries';
import { yearBases } from '@/lib/catalogue/comparing/queries';
import { parsePeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import type { CitedState } from '@/lib/catalogue/sources/words';
import type { Measure } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';
import { countedAgain } from '@/lib/monitoring/registers/compared/queries';
import { findInCited } from '@/lib/observations/cited/find-in-cited';
import { inReach, shownRevision } from '@/lib/observations/cited/queries';
import type { CitedFinding } from '@/lib/observations/cited/words';
import { batchName } from '@/lib/observations/cited/words';
import type { PrintedFigure, Vintage } from '@/lib/observations/words';
import { pageLength, pageWithin } from '@/lib/paging';

type Stated = PrintedFigure & { readonly vintage: Vintage; readonly reportedYoy: string | null };

/** A cited figure as a second person looks at it. */
export type CitedLine = {
  readonly id: string;
  readonly version: number;
  readonly kind: 'record' | 'withdraw';
  readonly state: CitedState;
  readonly indicator: Named & {
    readonly unitZh: string;
    readonly unitEn: string;
    readonly measure: Measure;
    readonly decimals: number;
  };
  readonly unit: Named;
  readonly periodCode: string;
  readonly printed: string;
  /** The figure that would be shown; null for a rank alone, and where nothing is shown after a withdrawal. */
  readonly now: Stated | null;
  /** The figure that pages show at present. */
  readonly shown: Stated | null;
  readonly rank: { readonly rank: number; readonly scopeZh: string; readonly scopeEn: string } | null;
  /** The set whose published rank would go; empty for none. */
  readonly clearedScope: string;
  readonly sourceCode: string;
  readonly sourceTitle: string;
  readonly sourceWithdrawn: string | null;
  readonly locator: string;
  /** The file that it came with; null for one typed by hand. */
  readonly batchId: string | null;
  readonly quote: string;
  readonly note: string;
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly isOwn: boolean;
  readonly decision: string;
  readonly decidedBy: string;
  readonly decidedAt: Date | null;
  readonly findings: readonly CitedFinding[];
};

/** The waiting figures of one file. */
export type CitedBatch = {
  readonly batchId: string;
  readonly fileName: string;
  /** The periods of its figures, the earliest first. */
  readonly periods: readonly string[];
  readonly count: number;
  readonly changed: number;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly isOwn: boolean;
};

type Row = Omit<CitedLine, 'findings' | 'recordedAt' | 'decidedAt'> & {
  readonly recordedAt: string;
  readonly decidedAt: string | null;
  readonly unitFrom: string | null;
  readonly replaces: number | null;
  readonly shownRevision: number | null;
};

const figureJson = (of: string): SQL => {
  const row = sql.raw(of);
  return sql`json_build_object('value', ${row}.value::text, 'decimals', ${row}.decimals, 'qualifier', ${row}.qualifier,
    'qualifierPrinted', ${row}.qualifier_printed, 'vintage', ${row}.vintage, 'reportedYoy', ${row}.reported_yoy::text)`;
};

const beforeDecision = sql`c.state = 'waiting'`;

/** A page of cited figures that the principal may decide or look up, the last recorded first; with their number. */
export async function citedLines(
  principal: Principal,
  asked: { which: 'waiting' | 'decided' | { batchId: string } | { id: string }; page: number },
): Promise<{ lines: CitedLine[]; total: number; page: number }> {
  const { which } = asked;
  const condition =
    which === 'waiting'
      ? sql`${beforeDecision} and c.batch_id is null`
      : which === 'decided'
        ? sql`c.state <> 'waiting'`
        : 'batchId' in which
          ? sql`c.batch_id = ${which.batchId}`
          : sql`c.id = ${which.id}`;
  const of = sql`from cited_figure c join indicator i on i.code = c.indicator_code where ${condition} and ${inReach(principal)}`;
  const [counted] = await db().execute<{ total: number }>(sql`select count(*)::int as total ${of}`);
  const total = counted?.total ?? 0;
  const page = pageWithin(asked.page, total);
  const inOrder = which === 'decided' ? sql`c.decided_at desc, c.id` : sql`c.recorded_at desc, c.id`;
  const rows = await db().execute<Row>(sql`
    with page as (select c.* ${of} order by ${inOrder} limit ${pageLength} offset ${(page - 1) * pageLength})
    select c.id, c.version, c.kind, c.state, c.period_code as "periodCode", c.printed,
      json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en, 'unitZh', i.unit_zh, 'unitEn', i.unit_en,
        'measure', i.measure, 'decimals', i.decimals) as indicator,
      json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit, u.valid_from::text as "unitFrom",
      case when c.value is not null then ${figureJson('c')} end as now,
      case when shown.revision is not null then ${figureJson('shown')} end as shown,
      shown.revision as "shownRevision", c.replaces,
      case when c.rank is not null then json_build_object('rank', c.rank, 'scopeZh', c.rank_scope_zh,
        'scopeEn', c.rank_scope_en) end as rank,
      c.cleared_scope as "clearedScope", c.source_code as "sourceCode", s.title as "sourceTitle", s.withdrawn_reason as "sourceWithdrawn", c.locator,
      c.batch_id as "batchId", c.quote,
      c.note, c.reason, coalesce(who.name, c.recorded_by) as "recordedBy", c.recorded_at as "recordedAt",
      c.recorded_by = ${principal.userId} as "isOwn", c.decision, coalesce(decider.name, c.decided_by, '') as "decidedBy",
      c.decided_at as "decidedAt"
    from page c
    join indicator i on i.code = c.indicator_code
    join org_unit u on u.code = c.org_unit_code
    join source s on s.code = c.source_code
    left join ${actors} who on who.id = c.recorded_by
    left join app_user decider on decider.id = c.decided_by
    left join ${shownRevision('c', 'shown')} on true
    order by ${inOrder}`);
  const bases = await yearsEarlier(principal, rows);
  const countedNow = await countedAgain(
    principal,
    rows.flatMap(({ id, state }) => (state === 'waiting' ? [id] : [])),
  );
  const lines = rows.map(({ replaces, shownRevision: revision, unitFrom, ...row }): CitedLine => {
    const base = bases({ ...row, replaces, shownRevision: revision, unitFrom });
    const facts = {
      ...row,
      ...{ measure: row.indicator.measure, decimals: row.indicator.decimals, yearEarlier: base },
      countedNow: countedNow.get(row.id) ?? null,
      ...{ replaces, shownRevision: revision, unitFrom },
    };
    return {
      ...row,
      recordedAt: new Date(row.recordedAt),
      decidedAt: row.decidedAt === null ? null : new Date(row.decidedAt),
      findings: row.state === 'waiting' ? findInCited(facts) : [],
    };
  });
  return { lines, total, page };
}

function baseOf(periodCode: string): string {
  const parsed = parsePeriod(periodCode);
  return (parsed && yearEarlier(parsed)) ?? '';
}

const baseKey = (indicator: string, unit: string, period: string) => `${indicator} ${unit} ${period}`;

/** The figures of the same period a year earlier, for figures that wait. */
async function yearsEarlier(principal: Principal, rows: readonly Row[]): Promise<(row: Row) => PrintedFigure | null> {
  const asked = rows
    .filter(({ state }) => state === 'waiting')
    .map(({ indicator, unit, periodCode }) => ({ i: indicator.code, u: unit.code, p: baseOf(periodCode) }));
  if (asked.length === 0) return () => null;
  const found = await db().execute<PrintedFigure & { i: string; u: string; p: string }>(sql`
    select o.indicator_code as i, o.org_unit_code as u, o.period_code as p, o.value, o.decimals, o.qualifier,
      o.qualifier_printed as "qualifierPrinted"
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(i text, u text, p text)
    join indicator i on i.code = a.i and ${inReach(principal)}
    join observation o on (o.indicator_code, o.period_code, o.org_unit_code) = (a.i, a.p, a.u)`);
  const figures = new Map(found.map(({ i, u, p, ...figure }) => [baseKey(i, u, p), figure]));
  const keyOf = ({ indicator, unit, periodCode }: Pick<Row, 'indicator' | 'unit' | 'periodCode'>) => ({
    ...{ indicatorCode: indicator.code, orgUnitCode: unit.code, periodCode },
  });
  const otherOf = await yearBases(principal, rows.map(keyOf));
  return (row) => {
    const other = otherOf(keyOf(row));
    if (!other) return figures.get(baseKey(row.indicator.code, row.unit.code, baseOf(row.periodCode))) ?? null;
    const { decimals } = row.indicator;
    return other.value === null ? null : { value: other.value, decimals, qualifier: 'exact', qualifierPrinted: '' };
  };
}

/** The files whose figures wait, all of whose indicators are in reach. */
export async function waitingBatches(principal: Principal): Promise<CitedBatch[]> {
  const rows = await db().execute<Omit<CitedBatch, 'fileName' | 'recordedAt'> & { recordedAt: string }>(sql`
    select c.batch_id as "batchId", count(*)::int as count, (count(*) filter (where c.replaces is not null))::int as changed,
      min(coalesce(who.name, c.recorded_by)) as "recordedBy", min(c.recorded_at) as "recordedAt",
      array_agg(distinct c.period_code order by c.period_code) as periods,
      bool_and(c.recorded_by = ${principal.userId}) as "isOwn"
    from cited_figure c join indicator i on i.code = c.indicator_code
    left join ${actors} who on who.id = c.recorded_by
    where ${beforeDecision} and c.batch_id is not null
    group by c.batch_id having bool_and(${inReach(principal)}) order by min(c.recorded_at)`);
  return rows.map((row) => ({ ...row, fileName: batchName(row.batchId), recordedAt: new Date(row.recordedAt) }));
}

/** The numbers of figures and of files that wait for a decision of the principal, their own left out. */
export async function waitingCited(principal: Principal): Promise<number> {
  const [found] = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from cited_figure c join indicator i on i.code = c.indicator_code
    where ${beforeDecision} and c.recorded_by <> ${principal.userId} and ${inReach(principal)}`);
  return found?.count ?? 0;
}
