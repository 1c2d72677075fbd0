import type { ShownLamp } from '@/lib/monitoring/lamps/shown/words';
import type { UnitLamps } from '@/lib/monitoring/reports/standings/words';
import { inSections, type TextSection } from '@/lib/publishing/bulletins/kit/in-sections';
import { lampSum, noteLines, type ReportRows, reportFacts, reportNames } from './facts';

/** How many a sentence names; and more, where the last of them have as many red lamps. */
const most = 5;
const mostTied = 12;

/**
 * The first wording of a document on a report, by rules: how many lamps of each colour, which units are behind, what turned red and
 * what is red no more, the places so far and what is deducted. Every number is a mark.
 */
export function reportText(rows: ReportRows): { readonly title: string; readonly body: string } {
  const { report, before, units, turned, standings, deductions } = rows;
  const [names, facts] = [reportNames(rows), reportFacts(rows)];
  const unitNamed = (code: string) => names.units.get(code) ?? code;
  const listed = <One>(all: readonly One[], say: (one: One) => string) => all.map(say).join('、');
  const lit = (['red', 'yellow', 'green'] as const).reduce((sum, colour) => sum + lampSum(units, colour), 0);

  const overall = [
    lit > 0
      ? '截至{截至}，{组别}{单位数}个单位共亮灯{亮灯数}项，其中红灯{红灯数}项、黄灯{黄灯数}项、绿灯{绿灯数}项。'
      : '截至{截至}，{组别}{单位数}个单位没有亮灯。',
    ...(facts.get('未亮灯数') === '0' ? [] : ['另有{未亮灯数}项目标当月无法评判，没有亮灯。']),
    ...(before && turned
      ? ['与{上期}相比，新增红灯{新增红灯数}项，持续红灯{持续红灯数}项，退出红灯{退出红灯数}项。']
      : []),
  ];

  const coloured = ({ code }: UnitLamps) =>
    `${unitNamed(code)}（红灯{${unitNamed(code)}·红灯}项、黄灯{${unitNamed(code)}·黄灯}项）`;
  const red = units
    .filter((unit) => unit.red > 0)
    .sort((one, other) => other.red - one.red || other.yellow - one.yellow);
  const least = red[most - 1]?.red ?? 0;
  const named = red.filter((unit, at) => at < most || (unit.red === least && at < mostTied));
  const behind =
    lit === 0
      ? []
      : red.length === 0
        ? ['没有亮红灯的单位。']
        : [
            named.length < red.length
              ? `亮红灯的单位有{有红灯的单位数}个，红灯较多的是：${listed(named, coloured)}。其余见附件。`
              : `亮红灯的单位有{有红灯的单位数}个：${listed(named, coloured)}。`,
          ];

  const lamp = ({ unit, indicator }: ShownLamp) => {
    const name = `${unitNamed(unit)}·${names.indicators.get(indicator)}`;
    const values = (['应达', '实际'] as const)
      .filter((what) => facts.has(`${name}·${what}`))
      .map((what) => `${what}{${name}·${what}}`);
    return `${unitNamed(unit)}的${names.indicators.get(indicator)}${values.length > 0 ? `（${values.join('，')}）` : ''}`;
  };
  const lamps = (all: readonly ShownLamp[], count: number, said: string) =>
    all.length === 0 ? [] : [`${said}${all.length < count ? '，主要是' : ''}：${listed(all, lamp)}。`];
  const turnedLines = turned
    ? [
        ...lamps(turned.turnedRed, turned.counts.turnedRed, '新增红灯{新增红灯数}项'),
        ...lamps(turned.stillRed, turned.counts.stillRed, '持续红灯{持续红灯数}项'),
      ]
    : [];
  const recovered = turned ? lamps(turned.recovered, turned.counts.recovered, '退出红灯{退出红灯数}项') : [];

  const places = standings.flatMap(({ scheme, rows: all }) => {
    const name = names.schemes.get(scheme.code);
    const ranked = all.filter(({ rank, shown }) => rank !== null && shown !== null);
    const placed = ({ unit: { code }, isTied }: (typeof ranked)[number]) => {
      const mark = (what: string) => `{${name}·${unitNamed(code)}·${what}}`;
      return `${unitNamed(code)}（${mark('得分')}分，${isTied ? '并列' : ''}第${mark('名次')}位）`;
    };
    if (ranked.length === 0) return [];
    const [first, last] = [ranked.slice(0, most), ranked.slice(most).slice(-most)];
    const low = last.length > 0 ? `；居后的是：${listed(last, placed)}` : '';
    return [`《${name}》{${name}·期间}排名，居前的是：${listed(first, placed)}${low}。`];
  });
  const deducted = deductions.map(({ scheme, unit }) => {
    const [name, code] = [names.schemes.get(scheme.code), unitNamed(unit.code)];
    return `${code}{${name}·${code}·扣分}分`;
  });
  const sections: TextSection[] = [
    { head: '总体情况', lines: overall },
    { head: '进度滞后的单位', lines: behind },
    { head: '红灯变化', lines: turnedLines },
    { head: '改善情况', lines: recovered },
    { head: '考核位次', lines: places },
    {
      head: '扣分情况',
      lines:
        deducted.length === 0
          ? []
          : [
              `截至{截至}，已确定扣分的单位有{已扣分单位数}个${deducted.length > mostTied ? '，见附件' : `：${deducted.join('、')}`}。`,
            ],
    },
  ];
  const opening = ['现将{期间}{组别}监测情况通报如下。', ...noteLines(report.note).map((_, at) => `{按语·${at + 1}}`)];
  return {
    title: '关于{期间}{组别}监测情况的通报',
    body: inSections(opening, sections, ['各单位情况见附件。']),
  };
}
