import type { RankRow } from '@/lib/assessment/rankings/table/rank-row';
import { movedRows, type RankingSource, unitNames } from './ranking-facts';

/** How many units a sentence names at most. */
const most = 5;

/**
 * The first wording of a bulletin on a ranking, by rules: who leads and who is last, who moved, the grades, and who stands apart.
 * Every number is a mark.
 */
export function rankingText({ run, table }: RankingSource): { readonly title: string; readonly body: string } {
  const names = unitNames(table);
  const nameOf = ({ code }: RankRow) => names.get(code) ?? code;
  const mark = (row: RankRow, what: string) => `{${nameOf(row)}·${what}}`;
  const ranked = table.rows.filter(({ rank, shown }) => rank !== null && shown !== null);
  const placed = (row: RankRow) => `${row.isTied ? '并列' : ''}第${mark(row, '名次')}位`;
  const scored = (row: RankRow) => `${nameOf(row)}（${mark(row, '得分')}分，${placed(row)}）`;
  const moved = (word: string) => (row: RankRow) =>
    `${nameOf(row)}（${word}${mark(row, '升降')}位，现为${placed(row)}）`;
  const listed = (rows: readonly RankRow[], say: (row: RankRow) => string) => rows.map(say).join('、');
  const numerals = ['一', '二', '三', '四'];
  const sections: string[][] = [];
  const lines = ['现将{期间}{方案}（{组别}）结果通报如下。'];

  if (ranked.length > 0) {
    const [leading, last] = [ranked.slice(0, most), ranked.slice(most).slice(-most)];
    sections.push([
      '总体情况',
      `参加排名的单位共{排名单位数}个。居前的是：${listed(leading, scored)}。`,
      ...(last.length > 0 ? [`居后的是：${listed(last, scored)}。`] : []),
    ]);
  }
  const { up, down } = movedRows(table);
  if (run.previous && up.length + down.length > 0) {
    const told = (rows: readonly RankRow[], word: string, count: string) =>
      rows.length === 0
        ? ''
        : `位次${word}的有{${count}}个，变动较大的是：${listed(rows.slice(0, most), moved(word))}。`;
    sections.push(['位次变化', `与{上期}相比，${told(up, '上升', '上升单位数')}${told(down, '下降', '下降单位数')}`]);
  }
  if (run.scheme.grades.by !== 'none') {
    const grades = run.scheme.grades.grades.flatMap(({ key, nameZh }) => {
      const own = [...table.rows, ...table.apart].filter(({ grade }) => grade === key);
      return own.length === 0 ? [] : [`${nameZh}的{等次·${nameZh}·个数}个：${own.map(nameOf).join('、')}。`];
    });
    if (grades.length > 0) sections.push(['等次', ...grades]);
  }
  if (table.apart.length > 0)
    sections.push(['不参加排名的单位', `${table.apart.map(nameOf).join('、')}。原因见附件。`]);
  for (const [at, [head = '', ...paragraphs]] of sections.entries()) {
    lines.push(`${numerals[at]}、${head}`, ...paragraphs);
  }
  lines.push('各单位得分和名次见附件。');
  return { title: '关于{期间}{方案}结果的通报', body: lines.join('\n') };
}
