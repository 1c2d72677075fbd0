import { spanOf } from '@/lib/reporting/import/sheet-spans';
import type { SheetColumn } from '@/lib/reporting/import/words';
import { normalText } from '@/lib/reporting/reading/read-figure';
import { isKnownUnit, unitPower } from '@/lib/reporting/reading/unit-scale';
import { plainText } from '@/lib/reporting/upload/plain-text';

/** A unit of measure that a sheet states, or several for a line above the table, and the cell of it. */
export type Stated = {
  readonly units: readonly string[];
  readonly address: string;
  /** Whether it stands in a column of them, whose heading may be meant otherwise. */
  readonly isOfColumn?: boolean;
};

/** A heading without its unit of measure and its period: 累计同比（%） is 同比, % and 累计. */
export type Head = { readonly name: string; readonly unit: string; readonly span: string };

/** The accepted headings of a column; for a code or a name the earlier one wins where a sheet has both. */
export const headings: Readonly<Record<SheetColumn, readonly string[]>> = {
  indicator: ['指标代码', 'indicator code', 'indicator', '代码', 'code', '指标名称', '指标', 'indicator name'],
  period: ['报告期代码', 'period code', 'period', '期别代码', '报告期', '期别'],
  unit: ['单位代码', '填报单位代码', 'unit code', 'unit', '填报单位', '单位名称', 'unit name'],
  measure: [
    ...['计量单位', '单位', 'unit of measure', 'measure', 'units', '计量单位名称', '数据单位', '金额单位', '货币单位'],
    ...['度量单位', '指标单位', '数量单位', '量纲'],
  ],
  value: ['本期数', '本期数值', '数值', '本期', 'value', 'current value'],
  qualifier: ['限定', '限定词', 'qualifier'],
  yoy: [
    ...['同比', '同比增速', '同比增长', '同比增幅', '同比增长率', '同比增长速度', '同比涨幅', '同比增减'],
    ...[
      '比上年同期增长',
      '比去年同期增长',
      '较上年同期增长',
      '较去年同期增长',
      '比上年增长',
      '较上年增长',
      '比上年同期增减',
      '比去年同期增减',
    ],
    ...['reported yoy', 'yoy', 'year on year'],
  ],
  source: ['数据来源', '来源', 'source'],
  note: ['备注', '说明', 'note', 'remarks'],
  explanation: ['情况说明', 'explanation'],
};
const known = new Set(Object.values(headings).flat());
/** Headings that a unit may follow without brackets. */
const ofFigures = [...headings.value, ...headings.yoy].sort((a, b) => b.length - a.length);
const wordsInBrackets = /^(必填|选填|可选|required|optional)$/;

const traditional: Readonly<Record<string, string>> = { 單: '单', 萬: '万', 億: '亿', 噸: '吨', 計: '计' };
/** A text about a unit in one form: full-width and traditional signs as ordinary ones, no blanks in 单 位. */
export const unitText = (text: string): string =>
  normalText(text)
    .replace(/[單萬億噸計]/g, (sign) => traditional[sign] ?? sign)
    .replace(/[∶︰﹕]/g, ':')
    .replace(/(?<=[计量单]) +(?=[量单位])/g, '')
    .replace(/(?<=[万亿]) +(?=元)/g, '');

/** A unit without brackets and without the words before it: （单位：亿元） and （现价，亿元） are 亿元. */
export function bareUnit(text: string): string {
  const bare = unitText(text)
    .replace(/^[([【](.*)[)\]】]$/, '$1')
    .replace(/^(?:计量|金额|货币)?单位 ?:? ?(?=.)/, '')
    .replace(/^(?:现价|当年价格?|按现价计算?) ?[,、;] ?/, '')
    .replace(/^(?:±|\+-|\+\/-) ?(?=%)/, '')
    .replace(/^人民币 ?(?=[十百千万亿]+元$)/, '')
    .trim();
  return wordsInBrackets.test(bare.toLowerCase()) ? '' : bare;
}

/** Splits a heading into its name, in small letters and without underscores, its unit of measure and its period. */
export function headOf(text: string): Head {
  const plain = plainText(text).toLowerCase().replaceAll('_', ' ').trim();
  if (known.has(plain)) return { name: plain, unit: '', span: '' };
  // Blanks between the signs, a colon behind and a mark of what must be filled in: 单 位：, 计量单位*.
  const joined = plain.replace(/(?<=[^ -~]) +(?=[^ -~])/g, '').replace(/^\* ?| ?[:*]+$/g, '');
  if (known.has(joined)) return { name: joined, unit: '', span: '' };
  const original = normalText(text);
  const [, inBrackets] = / ?([([【][^()[\]【】]*[)\]】])$/.exec(original) ?? [];
  if (inBrackets) {
    const { name, unit, span } = headOf(original.slice(0, -inBrackets.length).trim());
    const said = bareUnit(inBrackets).split(/ ?[、,;] ?/);
    const units = said.filter((one) => !spanOf(one)).join('、');
    return { name, unit: units || unit, span: said.find(spanOf) ?? span };
  }
  const name = ofFigures.find((word) => plain.startsWith(word));
  if (name) {
    const rest = original.slice(name.length);
    // A sign of either direction is no part of a unit: 同比±%.
    const unit = bareUnit(rest.replace(/^[\s/,:;,、-]+/, '').replace(/^(?:±|\+-|\+\/-)/, ''));
    if (/^[\s/,:;]/.test(rest) || isKnownUnit(unit)) return { name, unit, span: '' };
  }
  const last = ofFigures.find((word) => plain.endsWith(word) && spanOf(plain.slice(0, -word.length)));
  return last
    ? { name: last, unit: '', span: plain.slice(0, -last.length) }
    : { name: plain, unit: '', span: spanOf(plain) ? plain : '' };
}

/** Units of 同比. */
const growthUnit = /^(?:%|百分比|个?百分点|percent|percentage points|points)$/i;
export const isGrowthUnit = (unit: string): boolean => growthUnit.test(unit.trim());
/** Whether a unit of a column of 同比 says that it has the amounts of growth: 同比增长（亿元）. */
export const isAmountOfGrowth = (unit: string): boolean =>
  unit !== '' && !isGrowthUnit(unit) && isKnownUnit(unit) && unitPower(unit, { unitZh: '%', unitEn: '%' }) === null;
