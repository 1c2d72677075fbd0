import { marksOf } from '@/lib/assessment/rankings/marks';
import { changeOf } from '@/lib/assessment/rankings/table/rank-row';
import { translator } from '@/lib/i18n/translator';
import { inSections } from '@/lib/publishing/bulletins/kit/in-sections';
import { countedPoints, partNames, type ScoreRows, scoredParts, scoreFacts } from './facts';

/** The first wording of a letter that tells a unit its score, by rules. Every number is a mark. */
export function scoreText(rows: ScoreRows): { readonly title: string; readonly body: string } {
  const { run, unit } = rows;
  const [names, facts] = [partNames(rows), scoreFacts(rows)];
  const change = changeOf(unit);
  const moved =
    change === null || !run.previous
      ? ''
      : change === 0
        ? '，与{上期}持平'
        : `，比{上期}${change > 0 ? '上升' : '下降'}{升降}位`;
  const scored = unit.shown === null ? '你单位没有总分' : '你单位总分{得分}分';
  const placed =
    unit.rank !== null
      ? `，在{排名单位数}个参加排名的单位中${unit.isTied ? '并列' : ''}第{名次}位${moved}`
      : unit.isApart
        ? '，不参加排名'
        : '，没有排出名次';
  const t = translator('zh-CN', 'rankings');
  const said = marksOf(unit).map((mark) => t(`marks.${mark}`));
  const parts = scoredParts(rows)
    .filter(({ depth }) => depth === 0)
    .map(({ key, score }) => {
      const name = names.get(key);
      return score === null ? `${name}没有得分` : `${name}{${name}·得分}分（满分{${name}·满分}分）`;
    });
  const counted = countedPoints(rows).map(
    ({ name, isTaken }, at) => `${name}${isTaken ? '扣' : '加'}{加扣${at + 1}·分值}分`,
  );
  const sections = [
    {
      head: '总分和名次',
      lines: [
        `${scored}${placed}。${facts.has('等次') ? '等次为{等次}。' : ''}`,
        ...(said.length > 0 ? [`说明：${said.join('、')}。`] : []),
      ],
    },
    { head: '各部分得分', lines: [`${parts.join('、')}。`] },
    {
      head: '加分扣分',
      lines: [
        ...(counted.length > 0 ? [`计入的有：${counted.join('、')}。`] : ['没有计入的加分扣分。']),
        ...(rows.entries.length > 0 ? ['登记的事项见附件。'] : []),
      ],
    },
  ];
  return {
    title: '关于告知{期间}{方案}得分的函',
    body: inSections(['现将你单位{期间}《{方案}》（{组别}）的结果告知如下。'], sections, [
      '各指标得分见附件。对得分有疑问的，请向我办书面提出。',
    ]),
  };
}
