import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { Frequency } from '@/lib/catalogue/words';
import { translator } from '@/lib/i18n/translator';
import { eachOnce } from '@/lib/publishing/bulletins/kit/each-once';
import { inSections } from '@/lib/publishing/bulletins/kit/in-sections';
import type { AnnexTable, Facts } from '@/lib/publishing/bulletins/words';

/** An indicator with the bodies that answer for it. */
export type AnsweredIndicator = {
  readonly code: string;
  readonly nameZh: string;
  readonly unitZh: string;
  readonly responsibleZh: string;
  readonly assistingZh: string;
  readonly frequency: Frequency;
};

/** What a list of responsibilities is written from: the published version of a scheme, and its indicators. */
export type ResponsibilityRows = {
  readonly scheme: Scheme;
  readonly number: number;
  readonly indicators: readonly AnsweredIndicator[];
};

/** How many bodies a sentence names. */
const mostNamed = 30;

/** How many indicators each body answers for, the one with most first. */
export function bodiesOf({ indicators }: ResponsibilityRows): readonly (readonly [body: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { responsibleZh } of indicators)
    if (responsibleZh !== '') counts.set(responsibleZh, (counts.get(responsibleZh) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

const bodyNames = (rows: ResponsibilityRows) => eachOnce(bodiesOf(rows).map(([body]) => [body, body]));

/** What the marks of a list of responsibilities stand for: the scheme, and how many indicators each body answers for. */
export function responsibilityFacts(rows: ResponsibilityRows): Facts {
  const { scheme, number, indicators } = rows;
  const [bodies, names] = [bodiesOf(rows), bodyNames(rows)];
  return new Map<string, string>([
    ['方案', scheme.nameZh],
    ['版次', `${number}`],
    ['指标数', `${indicators.length}`],
    ['部门数', `${bodies.length}`],
    ['未明确数', `${indicators.filter(({ responsibleZh }) => responsibleZh === '').length}`],
    ['其他项数', `${itemsOf(scheme).filter(({ indicator }) => indicator === null).length}`],
    ...bodies.map(([body, count]) => [`${names.get(body)}·指标数`, `${count}`] as const),
  ]);
}

/** The first wording of a list of responsibilities, by rules. Every number is a mark. */
export function responsibilityText(rows: ResponsibilityRows): { readonly title: string; readonly body: string } {
  const [bodies, names, facts] = [bodiesOf(rows), bodyNames(rows), responsibilityFacts(rows)];
  const shares = bodies.slice(0, mostNamed).map(([body]) => `${names.get(body)}{${names.get(body)}·指标数}项`);
  const sections = [
    {
      head: '总体情况',
      lines: [
        `方案共有指标{指标数}项${bodies.length > 0 ? '，由{部门数}个部门负责' : ''}。`,
        ...(facts.get('未明确数') === '0' ? [] : ['没有明确责任部门的有{未明确数}项。']),
        ...(facts.get('其他项数') === '0' ? [] : ['另有不用指标计分的项目{其他项数}项。']),
      ],
    },
    {
      head: '责任分工',
      lines:
        shares.length === 0
          ? []
          : [`${bodies.length > mostNamed ? '负责指标较多的是：' : '各部门负责的指标：'}${shares.join('、')}。`],
    },
  ];
  return {
    title: '关于印发{方案}指标责任清单的通知',
    body: inSections(['现将《{方案}》（第{版次}版）的指标责任清单印发给你们，请按职责分工抓好落实。'], sections, [
      '各指标的责任部门见附件。',
    ]),
  };
}

/** The annex of a list of responsibilities: the items of the scheme in its order, with their bodies. */
export function responsibilityAnnex({ scheme, number, indicators }: ResponsibilityRows): AnnexTable {
  const t = translator('zh-CN', 'targets');
  const known = new Map(indicators.map((one) => [one.code, one]));
  return {
    title: `${scheme.nameZh}指标责任清单`,
    columns: ['序号', '项目', '指标', '计量单位', '责任部门', '协办部门', '报送频率'],
    isNumber: [false, false, false, false, false, false, false],
    rows: itemsOf(scheme).map((item, at) => {
      const of = item.indicator === null ? undefined : known.get(item.indicator);
      return [
        ...[`${at + 1}`, item.nameZh, of?.nameZh ?? '—', of?.unitZh ?? '', of?.responsibleZh ?? ''],
        ...[of?.assistingZh ?? '', of ? t(`frequencies.${of.frequency}`) : ''],
      ];
    }),
    notes: [`方案：${scheme.nameZh}，第${number}版。责任部门和协办部门取自指标目录。`],
  };
}
