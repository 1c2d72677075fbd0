import { spanOf } from '@/lib/reporting/import/sheet-spans';
import type { SheetColumn } from '@/lib/reporting/import/words';
import { normalText } from '@/lib/reporting/reading/read-figure';
import { isKnownUnit, unitPower } from '@/lib/reporting/reading/unit-scale';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import { plainText } from '@/lib/reporting/upload/plain-text';

/** A unit of measure that a sheet states, or several for a line above the table, and the cell of it. */
export type Stated = { readonly units: readonly string[]; readonly address: string };

/** A heading without its unit of measure and its period: 累计同比（%） is 同比, % and 累计. */
export type Head = { readonly name: string; readonly unit: string; readonly span: string };

/** The accepted headings of a column; for a code or a name the earlier one wins where a sheet has both. */
export const headings: Readonly<Record<SheetColumn, readonly string[]>> = {
  indicator: ['指标代码', 'indicator code', 'indicator', '代码', 'code', '指标名称', '指标', 'indicator name'],
  period: ['报告期代码', 'period code', 'period', '期别代码', '报告期', '期别'],
  unit: ['单位代码', '填报单位代码', 'unit code', 'unit', '填报单位', '单位名称', 'unit name'],
  measure: ['计量单位', '单位', 'unit of measure', 'measure'],
  value: ['本期数', '本期数值', '数值', '本期', 'value', 'current value'],
  qualifier: ['限定', '限定词', 'qualifier'],
  yoy: [
    ...['同比', '同比增速', '同比增长', '同比增幅', '同比增长率', '同比增长速度', '同比涨幅'],
    ...['比上年同期增长', '比去年同期增长', '较上年同期增长', '较去年同期增长', '比上年增长', '较上年增长'],
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

/** A unit without brackets and without the words before it: （单位：亿元） is 亿元. */
export function bareUnit(text: string): string {
  const bare = normalText(text)
    .replace(/^[([【](.*)[)\]】]$/, '$1')
    .replace(/^(?:计量)?单位 ?: ?/, '')
    .trim();
  return wordsInBrackets.test(bare.toLowerCase()) ? '' : bare;
}

/** Splits a heading into its name, in small letters and without underscores, its unit of measure and its period. */
export function headOf(text: string): Head {
  const plain = plainText(text).toLowerCase().replaceAll('_', ' ').trim();
  if (known.has(plain)) return { name: plain, unit: '', span: '' };
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

const line = /(?:^|[ (])(?:(计量|数据|金额)单位|单位|unit of measure) ?: ?([^()]*)/i;
/** The same without a colon, as a whole text: 单位 亿元, 计量单位为万元, 单位（万元）. */
const lineInWords = /^\(?(?:计量|数据|金额)?单位(?:为| ?\(| )([^() ]+)\)*$/;
/** The words alone, whose unit is in the next cell. */
const lineAhead = /^\(?(?:计量|数据|金额)?单位 ?:?$/;
/** The end of the name of an office or a place, which 单位 names as well. */
const organisation = /(局|委|委员会|办|办公室|部|中心|公司|政府|街道|镇|乡|县|区|市|院|站|所|队|厅)$/;

/**
 * The units of measure that a line above the table states: 单位：亿元、%, 单位 亿元, （亿元） alone, or 单位： and 亿元 in two
 * cells. A line that names the reporting unit states none. Looks at the rows `from` one `before` another.
 */
export function unitLine(rows: readonly (readonly string[])[], before: number, from = 0): Stated | null {
  for (const [at, cells] of rows.slice(from, before).entries()) {
    const row = from + at;
    for (const [column, text] of cells.entries()) {
      const plain = normalText(text).replace(/单 +位/, '单位');
      const [, kind, said = ''] = line.exec(plain) ?? [];
      const units = unitsIn(said);
      if (units.length > 0 && (kind || !units.some((one) => organisation.test(one)))) {
        return { units, address: cellAddress(row + 1, column + 1) };
      }
      const next = lineAhead.test(plain) ? cells.findIndex((one, at) => at > column && one.trim() !== '') : -1;
      const isAlone = cells.every((one, at) => at === column || one.trim() === '');
      const unsure = next < 0 ? unsureUnit(plain, isAlone) : (cells[next] ?? '');
      const others = unitsIn(bareUnit(unsure));
      if (others.length > 0 && others.every(isKnownUnit)) {
        return { units: others, address: cellAddress(row + 1, Math.max(next, column) + 1) };
      }
    }
  }
  return null;
}

const unitsIn = (text: string) => text.split(/ ?[、,;和或] ?/).flatMap((one) => one.trim() || []);
/** What may be a unit without a colon: the words behind 单位, or a text in brackets that is alone in its row. */
const unsureUnit = (plain: string, isAlone: boolean) =>
  lineInWords.exec(plain)?.[1] ?? (isAlone && /^[([【][^()[\]【】]+[)\]】]$/.test(plain) ? plain : '');
