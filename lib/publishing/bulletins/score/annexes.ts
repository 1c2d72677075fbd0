import { writtenNumber } from '@/lib/assessment/explanation/expression';
import { nodeNamed } from '@/lib/assessment/rankings/result-run';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { translator } from '@/lib/i18n/translator';
import type { AnnexTable } from '@/lib/publishing/bulletins/words';
import { partNames, type ScoreRows, scoredParts } from './facts';

const locale = 'zh-CN';

/** The annexes of a letter about a score: what each part earned, and the entries of the ledger that counted. */
export function scoreAnnexes(rows: ScoreRows): AnnexTable[] {
  const { run, unit, entries } = rows;
  const { scheme, period } = runWords(run, locale);
  const names = partNames(rows);
  const t = translator(locale, 'ledger');
  const parts: AnnexTable = {
    title: `${unit.nameZh}${period}各部分得分`,
    columns: ['部分', '满分', '得分'],
    isNumber: [false, true, true],
    rows: scoredParts(rows).map(({ key, depth, full, score }) => [
      `${'　'.repeat(depth)}${names.get(key)}`,
      full,
      score ?? '—',
    ]),
    notes: [
      `方案：${scheme}，第${run.schemeVersion}版。加分扣分计入各部分和总分，不计入其中的指标。`,
      `结果指纹：${run.sha256}`,
    ],
  };
  if (entries.length === 0) return [parts];
  const ledger: AnnexTable = {
    title: `${unit.nameZh}${period}登记事项`,
    columns: ['类别', '对象', '事由', '条款', '登记分值'],
    isNumber: [false, false, false, false, true],
    rows: entries.map(({ kind, node, reason, article, points }) => [
      t(`kinds.${kind}`),
      node === '' ? '总分' : nodeNamed(run.scheme, node).nameZh,
      reason,
      article,
      kind === 'veto' || kind === 'notApplicable' ? '—' : writtenNumber(points),
    ]),
    notes: ['登记分值是计上限之前的；计入总分的见正文。'],
  };
  return [parts, ledger];
}
