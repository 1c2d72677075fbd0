import type { RankRow } from '@/lib/assessment/rankings/table/rank-row';
import { inSections, type TextSection } from '@/lib/publishing/bulletins/kit/in-sections';
import { gradeNames, movedRows, type RankingRows, unitNames } from './facts';

/** How many units a sentence names at most with their scores, and how many by their names alone. */
const most = 5;
const mostNames = 40;

/**
 * The first wording of a bulletin on a ranking, by rules: who leads and who is last, who moved, the grades, who has no rank, and
 * who stands apart. Every number is a mark.
 */
export function rankingText({ run, table }: RankingRows): { readonly title: string; readonly body: string } {
  const names = unitNames(table);
  const nameOf = ({ code }: RankRow) => names.get(code) ?? code;
  const mark = (row: RankRow, what: string) => `{${nameOf(row)}·${what}}`;
  const isRanked = ({ rank, shown }: RankRow) => rank !== null && shown !== null;
  const ranked = table.rows.filter(isRanked);
  const placed = (row: RankRow) => `${row.isTied ? '并列' : ''}第${mark(row, '名次')}位`;
  const scored = (row: RankRow) => `${nameOf(row)}（${mark(row, '得分')}分，${placed(row)}）`;
  const moved = (word: string) => (row: RankRow) =>
    `${nameOf(row)}（${word}${mark(row, '升降')}位，现为${placed(row)}）`;
  const listed = (rows: readonly RankRow[], say: (row: RankRow) => string) => rows.map(say).join('、');
  const named = (rows: readonly RankRow[], more = '') =>
    rows.length > mostNames
      ? `名单${more && '和'}${more}见附件。`
      : `${rows.map(nameOf).join('、')}。${more && `${more}见附件。`}`;
  const sections: TextSection[] = [];

  if (ranked.length > 0) {
    const [leading, last] = [ranked.slice(0, most), ranked.slice(most).slice(-most)];
    sections.push({
      head: '总体情况',
      lines: [
        `参加排名的单位共{排名单位数}个。居前的是：${listed(leading, scored)}。`,
        ...(last.length > 0 ? [`居后的是：${listed(last, scored)}。`] : []),
      ],
    });
  }
  const { up, down } = movedRows(table);
  if (run.previous && up.length + down.length > 0) {
    const told = (rows: readonly RankRow[], word: string, count: string) =>
      rows.length === 0
        ? ''
        : `位次${word}的有{${count}}个，变动较大的是：${listed(rows.slice(0, most), moved(word))}。`;
    sections.push({
      head: '位次变化',
      lines: [`与{上期}相比，${told(up, '上升', '上升单位数')}${told(down, '下降', '下降单位数')}`],
    });
  }
  const grades = [...gradeNames(run)].flatMap(([key, name]) => {
    const own = [...table.rows, ...table.apart].filter(({ grade }) => grade === key);
    return own.length === 0 ? [] : [`${name}的{等次·${name}·个数}个：${named(own)}`];
  });
  sections.push({ head: '等次', lines: grades });
  const unranked = table.rows.filter((row) => !isRanked(row));
  if (unranked.length > 0) sections.push({ head: '未排出名次的单位', lines: [named(unranked, '原因')] });
  if (table.apart.length > 0) sections.push({ head: '不参加排名的单位', lines: [named(table.apart, '原因')] });
  return {
    title: '关于{期间}{方案}结果的通报',
    body: inSections(['现将{期间}{方案}（{组别}）结果通报如下。'], sections, ['各单位得分和名次见附件。']),
  };
}
