import { mainParts, type ResultRun } from '@/lib/assessment/rankings/result-run';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { changeOf, gradeWords, type RankRow, type RankTable } from '@/lib/assessment/rankings/table/rank-row';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { eachOnce } from '@/lib/publishing/bulletins/kit/each-once';
import { writtenPlace } from '@/lib/publishing/bulletins/kit/written-place';
import type { Facts } from '@/lib/publishing/bulletins/words';
import { decimalOf } from '@/lib/statistics/numbers';

/** What a bulletin is written from: a run with all its rows. */
export type RankingRows = { readonly run: ResultRun; readonly table: RankTable };

const locale = 'zh-CN';

/** The names of units, each once: two of one name are told apart by their codes. */
export const unitNames = ({ rows, apart }: RankTable): ReadonlyMap<string, string> =>
  eachOnce([...rows, ...apart].map(({ code, nameZh }) => [code, nameZh]));

/** What every unit has, so that no part of a scheme is marked by the same word. */
const ofUnits = ['得分', '名次', '升降', '等次'] as const;

/** The names of grades, each once. */
export const gradeNames = ({ scheme: { grades } }: ResultRun): ReadonlyMap<string, string> =>
  eachOnce(grades.by === 'none' ? [] : grades.grades.map(({ key, nameZh }) => [key, nameZh]));

/**
 * What the marks of a bulletin on a ranking stand for, each as the page of the ranking prints it: 方案、期间、组别、上期,
 * 单位数、排名单位数, and for each unit 名次、得分、升降、等次 and the score of each part.
 */
export function rankingFacts({ run, table }: RankingRows): Facts {
  const { scheme, group, period } = runWords(run, locale);
  const names = unitNames(table);
  const parts = eachOnce(
    mainParts(run.scheme).map(({ key, nameZh }) => [key, nameZh]),
    ofUnits,
  );
  const gradesNamed = gradeNames(run);
  const facts = new Map<string, string>([
    ['方案', scheme],
    ['组别', group],
    ['期间', period],
    ['单位数', `${run.units}`],
    ['排名单位数', `${run.ranked}`],
  ]);
  if (run.previous) facts.set('上期', writtenPeriod(run.previous.periodCode, locale));
  const grades = new Map<string, number>();
  for (const row of [...table.rows, ...table.apart]) {
    const of = (what: string, text: string | null) =>
      text !== null && facts.set(`${names.get(row.code)}·${what}`, text);
    of('得分', row.shown);
    of('名次', row.rank === null ? null : writtenPlace(row.rank));
    const change = changeOf(row);
    of('升降', change === null ? null : writtenPlace(Math.abs(change)));
    of('等次', gradeWords(row, run.scheme, locale));
    if (row.grade !== null) grades.set(row.grade, (grades.get(row.grade) ?? 0) + 1);
    for (const [at, part] of [...parts.values()].entries()) {
      const score = row.scores[at] ?? null;
      of(part, score === null ? null : decimalOf(score, run.scheme.decimals));
    }
  }
  for (const [grade, count] of grades) facts.set(`等次·${gradesNamed.get(grade)}·个数`, `${count}`);
  const { up, down } = movedRows(table);
  facts.set('上升单位数', `${up.length}`).set('下降单位数', `${down.length}`);
  return facts;
}

/** The rows that gained and that lost places, those that moved furthest first. */
export function movedRows({ rows }: RankTable): { readonly up: readonly RankRow[]; readonly down: readonly RankRow[] } {
  const moved = rows.flatMap((row) => {
    const change = changeOf(row);
    return change === null || change === 0 ? [] : [{ row, change }];
  });
  const some = (sign: 1 | -1) =>
    moved
      .filter(({ change }) => change * sign > 0)
      .sort((one, other) => (other.change - one.change) * sign)
      .map(({ row }) => row);
  return { up: some(1), down: some(-1) };
}
