import { sql } from 'drizzle-orm';
import { target } from '@/db/schema/monitoring';
import type { Work } from '@/lib/access/command';
import { lightSequences } from '@/lib/monitoring/lamps/lighting/light-lamps';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import type { LampRules } from '@/lib/monitoring/lamps/words';
import type { FigureRow } from '@/lib/reporting/import/check-figures';
import { writeFigures } from '@/lib/reporting/import/store-figures';
import { decimalOf } from '@/lib/statistics/numbers';
import { type Month, momentIn, monthAt, monthBefore, monthOf, yearOf, yearToDateCode } from './months';
import { loadReports } from './reports';
import { chance } from './series';

const group = 'DEMO_COUNTIES';
const indicator = 'DEMO_PROJ';

/** What a unit has completed of its year by a month, in percent of the target; `last` is the last month that is known. */
type Path = (month: number, last: number) => number;
/** What is due by a month in equal parts of the year, in percent. */
export const due = (month: number) => (month / 12) * 100;
const upTo = (month: number, values: readonly number[], then: Path): Path =>
  ((at, last) => (at <= month ? (values[at - 1] ?? 0) : then(at, last))) satisfies Path;

/** The course of each unit through the year that is shown, one for each way of a lamp. */
const paths: Readonly<Record<string, { readonly target: number; readonly path: Path }>> = {
  // On course all year.
  'DEMO-JIA': { target: 240, path: (month) => due(month) * 1.01 },
  // Slow from February on.
  'DEMO-YI': { target: 180, path: (month) => Math.max(3, due(month) - 13) },
  // Falls behind ever more; exactly thirty points in August.
  'DEMO-BING': { target: 240, path: (month) => due(month) * 0.55 },
  // Stands still for five months, red in the last two of them, then catches up.
  'DEMO-DING': {
    target: 300,
    path: (month, last) => (month >= last ? due(month) - 3 : Math.min(due(month), due(Math.max(1, last - 6)))),
  },
  // Begins in April: yellow from January, red in March.
  'DEMO-WU': { target: 120, path: upTo(6, [0, 0, 0, 12, 25, 40], (month) => due(month) - 3) },
  // Reaches the target early.
  'DEMO-JI': { target: 90, path: (month) => Math.min(104, due(month) * 1.3) },
  // Told as red in the month before the last, and revised since.
  'DEMO-GENG': {
    target: 110,
    path: (month, last) => (month >= last ? due(month) - 11 : month === last - 1 ? due(month) - 32 : due(month) * 0.59),
  },
  'DEMO-XIN': { target: 150, path: (month) => due(month) * 0.98 },
  'DEMO-REN': { target: 260, path: (month) => (month < 6 ? due(month) * 0.85 : due(month)) },
};
const revised = 'DEMO-GENG';

/** The completed investment of a unit by a month, in percent of its target. */
export function rowOf(
  unit: string,
  month: Month,
  percent: number,
  base: number,
  vintage: FigureRow['vintage'],
): FigureRow {
  const value = `${Math.round(percent * base) / 100}`;
  return {
    ...{ indicator, unit, period: yearToDateCode(month), value, decimals: 2, qualifier: 'exact', qualifierPrinted: '' },
    ...{ vintage, reportedYoy: null, periodPrinted: '', source: 'DEMO', locator: '月报', quote: '', note: '演示数据' },
  };
}

/** Records figures on the twelfth of a month. */
export async function writeRows(
  { tx, principal }: Work,
  at: Month,
  id: string,
  reason: string,
  rows: readonly FigureRow[],
): Promise<void> {
  const batch = { id, fileName: 'db/dataset/demonstration', reason, at: momentIn(at, 12, 10) };
  await writeFigures(principal, tx, batch, rows);
  await tx.execute(sql`drop table incoming`);
}

/** Tells the lamps of a sequence of all months before one. */
export async function tellLamps({ tx }: Work, group: string, last: Month): Promise<void> {
  await tx.execute(sql`
    update lamp l set told_at = ${momentIn(last, 18, 10).toISOString()}::timestamptz
    from lamp_rule_set s where s.code = l.rule_set_code and s.number = l.rule_set_number
      and s.peer_group_code = ${group} and l.year * 12 + l.month - 1 < ${last}`);
}

/** The completed investment in the year of `last`, and in the two before it, in which all went much as planned. */
export function projectRows(last: Month): FigureRow[] {
  const january = last - monthOf(last) + 1;
  return Object.entries(paths).flatMap(([unit, { target: base, path }]) => [
    ...Array.from({ length: 24 }, (_, at) => january - 24 + at).map((month) => {
      const pace = 0.94 + 0.08 * chance(unit, indicator, yearOf(month));
      return rowOf(unit, month, due(monthOf(month)) * pace, base * (month < january - 12 ? 0.88 : 0.94), 'final');
    }),
    ...Array.from({ length: monthOf(last) }, (_, at) => january + at).map((month) =>
      rowOf(unit, month, path(monthOf(month), monthOf(last)), base, 'preliminary'),
    ),
  ]);
}

/**
 * Lamps of the invented counties: targets of two years, rules that hold and a draft, every month but the last one told, and
 * a figure that was revised after it was told.
 */
export async function loadLamps(work: Work, reported: Month): Promise<number> {
  const { tx, principal, now } = work;
  const last = monthBefore(reported);
  const year = yearOf(last);
  await writeRows(work, last + 1, 'demonstration-projects', '演示数据：重点项目月报', projectRows(last));
  const targets = Object.entries(paths).flatMap(([orgUnitCode, { target: base }]) =>
    [year - 1, year].map((one) => ({
      ...{ orgUnitCode, indicatorCode: indicator, year: one, note: '演示数据：年度目标', stretch: null },
      ...{ base: decimalOf(one === year ? base : base * 0.94, 1), updatedBy: principal.userId, updatedAt: now },
    })),
  );
  await tx.insert(target).values(targets).onConflictDoNothing();
  const from = `${year - 1}-01-01`;
  await addRules(work, {
    code: 'L1',
    group,
    nameZh: '演示：序时进度',
    indicators: [indicator],
    rules: startingRules.bySchedule,
    from,
  });
  await addRules(work, {
    code: 'L2',
    group,
    nameZh: '演示：位次',
    indicators: ['DEMO_FAI_G'],
    rules: startingRules.byPlace,
    from,
  });
  await addRules(work, {
    code: 'L3',
    group,
    nameZh: '演示：增长（草稿）',
    indicators: ['DEMO_OUT'],
    rules: startingRules.byGrowth,
  });
  await lightSequences(work, [group], from);
  await tellLamps(work, group, last);
  await loadReports(work, group, { last, months: [last - 2, last - 1, last] });
  const { target: base = 0 } = paths[revised] ?? {};
  const corrected = rowOf(revised, last - 1, due(monthOf(last - 1)) - 14, base, 'approved');
  if (monthOf(last) > 2)
    await writeRows(work, last + 1, 'demonstration-projects-revised', '演示数据：重点项目月报更正', [corrected]);
  return targets.length;
}

/** Adds a set of rules that holds from its first day, or is a draft. */
export async function addRules(
  { tx, principal, now }: Work,
  set: {
    readonly code: string;
    readonly group: string;
    readonly nameZh: string;
    readonly indicators: readonly string[];
    readonly rules: LampRules;
    /** The first day of rules that hold; a draft has none, and begins this year. */
    readonly from?: string;
  },
): Promise<void> {
  const at = now.toISOString();
  await tx.execute(sql`
    insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules, valid_from, state,
      edited_by, edited_at, adopted_by, adopted_at)
    select ${set.code}, 1, ${set.nameZh}, ${set.group}, ${JSON.stringify(set.indicators)}::jsonb, false,
      ${JSON.stringify(set.rules)}::jsonb, ${set.from ?? `${yearOf(monthAt(now))}-01-01`}::date,
      ${set.from ? 'held' : 'draft'}, ${principal.userId}, ${at}::timestamptz,
      case when ${set.from !== undefined}::boolean then ${principal.userId} end,
      case when ${set.from !== undefined}::boolean then ${at}::timestamptz end
    on conflict do nothing`);
}
