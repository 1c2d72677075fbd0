import { writtenNumber } from '@/lib/assessment/explanation/expression';
import type { CountedEntry, UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import { nodeNamed, type ResultRun } from '@/lib/assessment/rankings/result-run';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { changeOf, gradeWords } from '@/lib/assessment/rankings/table/rank-row';
import { blocksOf, fullOf, itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { eachOnce, inMark } from '@/lib/publishing/bulletins/kit/each-once';
import { writtenPlace } from '@/lib/publishing/bulletins/kit/written-place';
import type { Facts } from '@/lib/publishing/bulletins/words';
import { decimalOf } from '@/lib/statistics/numbers';

/** What a letter about a score is written from: a run, and the one unit in it. */
export type ScoreRows = {
  readonly run: ResultRun;
  readonly unit: UnitResult;
  /** The entries of the ledger that counted, of this unit alone. */
  readonly entries: readonly CountedEntry[];
};

const locale = 'zh-CN';

/** A part of a scheme with the score of the unit, in the order of the scheme; the deeper, the further in. */
export type ScoredPart = {
  readonly key: string;
  readonly depth: number;
  readonly full: string;
  readonly score: string | null;
};

/** Every part of the scheme under the total with the score of the unit. */
export function scoredParts({ run: { scheme }, unit }: ScoreRows): ScoredPart[] {
  const [blocks, items] = [blocksOf(scheme), itemsOf(scheme)];
  const under = (node: SchemeNode, depth: number): ScoredPart[] => {
    const score =
      node.kind === 'block' ? unit.blocks[blocks.indexOf(node)]?.score : unit.items[items.indexOf(node)]?.points;
    const own = {
      ...{ key: node.key, depth, full: writtenNumber(node.kind === 'block' ? fullOf(node) : node.weight) },
      score: score === null || score === undefined ? null : decimalOf(score, scheme.decimals),
    };
    return [own, ...(node.kind === 'block' ? node.parts.flatMap((part) => under(part, depth + 1)) : [])];
  };
  return scheme.root.parts.flatMap((part) => under(part, 0));
}

/** The names of the parts of the scheme, each once. */
export const partNames = ({ run: { scheme } }: Pick<ScoreRows, 'run'>): ReadonlyMap<string, string> =>
  eachOnce([...blocksOf(scheme), ...itemsOf(scheme)].map(({ key, nameZh }) => [key, nameZh]));

/** What the ledger changed, as it counted after the caps: of which part, and by how many points. */
export const countedPoints = ({ run: { scheme }, unit }: ScoreRows) =>
  unit.adjustments
    .filter(({ points }) => points !== 0)
    .map(({ node, points }) => ({
      name: node === '' ? '总分' : inMark(nodeNamed(scheme, node).nameZh),
      isTaken: points < 0,
      points: decimalOf(Math.abs(points), scheme.decimals),
    }));

/** What the marks of a letter about a score stand for: of the unit alone, and how many were ranked. */
export function scoreFacts(rows: ScoreRows): Facts {
  const { run, unit } = rows;
  const { scheme, group, period } = runWords(run, locale);
  const names = partNames(rows);
  const facts = new Map<string, string>([
    ['方案', scheme],
    ['组别', group],
    ['期间', period],
    ['单位', unit.nameZh],
    ['排名单位数', `${run.ranked}`],
  ]);
  const of = (what: string, text: string | null) => text !== null && facts.set(what, text);
  of('得分', unit.shown);
  of('名次', unit.rank === null ? null : writtenPlace(unit.rank));
  if (run.previous) facts.set('上期', writtenPeriod(run.previous.periodCode, locale));
  const change = changeOf(unit);
  of('升降', change === null ? null : writtenPlace(Math.abs(change)));
  of('等次', gradeWords(unit, run.scheme, locale));
  for (const { key, full, score } of scoredParts(rows)) {
    facts.set(`${names.get(key)}·满分`, full);
    of(`${names.get(key)}·得分`, score);
  }
  for (const [at, { points }] of countedPoints(rows).entries()) facts.set(`加扣${at + 1}·分值`, points);
  for (const [at, { points, reason, article }] of rows.entries.entries()) {
    facts.set(`登记${at + 1}·分值`, writtenNumber(points));
    of(`登记${at + 1}·事由`, reason || null);
    of(`登记${at + 1}·条款`, article || null);
  }
  return facts;
}
