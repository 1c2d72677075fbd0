import type { SheetColumn } from '@/lib/reporting/import/words';
import { normalText } from '@/lib/reporting/reading/read-figure';
import { isKnownUnit } from '@/lib/reporting/reading/unit-scale';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import { plainText } from '@/lib/reporting/upload/plain-text';

/** A unit of measure that a sheet states, or several for a line above the table, and the cell of it. */
export type Stated = { readonly units: readonly string[]; readonly address: string };

/** A heading without its unit of measure: 本期数（亿元） is 本期数 and 亿元. */
export type Head = { readonly name: string; readonly unit: string };

/** The accepted headings of a column; for a code or a name the earlier one wins where a sheet has both. */
export const headings: Readonly<Record<SheetColumn, readonly string[]>> = {
  indicator: ['指标代码', 'indicator code', 'indicator', '代码', 'code', '指标名称', '指标', 'indicator name'],
  period: ['报告期代码', 'period code', 'period', '期别代码', '报告期', '期别'],
  unit: ['单位代码', '填报单位代码', 'unit code', 'unit', '填报单位', '单位名称', 'unit name'],
  measure: ['计量单位', '单位', 'unit of measure', 'measure'],
  value: ['本期数', '本期数值', '数值', '本期', 'value', 'current value'],
  qualifier: ['限定', '限定词', 'qualifier'],
  yoy: ['同比', '同比增速', '同比增长', 'reported yoy', 'yoy', 'year on year'],
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

/** Splits a heading into its name, in small letters and without underscores, and its unit of measure. */
export function headOf(text: string): Head {
  const plain = plainText(text).toLowerCase().replaceAll('_', ' ').trim();
  if (known.has(plain)) return { name: plain, unit: '' };
  const original = normalText(text);
  const [, inBrackets] = / ?([([【][^()[\]【】]*[)\]】])$/.exec(original) ?? [];
  if (inBrackets) {
    const name = headOf(original.slice(0, -inBrackets.length).trim());
    return { name: name.name, unit: bareUnit(inBrackets) || name.unit };
  }
  const name = ofFigures.find((word) => plain.startsWith(word));
  if (!name) return { name: plain, unit: '' };
  const rest = original.slice(name.length);
  // A sign of either direction is no part of a unit: 同比±%.
  const unit = bareUnit(rest.replace(/^[\s/,:;,、-]+/, '').replace(/^(?:±|\+-|\+\/-)/, ''));
  const isUnit = /^[\s/,:;]/.test(rest) || isKnownUnit(unit);
  return isUnit ? { name, unit } : { name: plain, unit: '' };
}

const line = /(?:^|[ (])(?:(计量|数据|金额)单位|单位|unit of measure) ?: ?([^()]*)/i;
/** The end of the name of an office or a place, which 单位 names as well. */
const organisation = /(局|委|委员会|办|办公室|部|中心|公司|政府|街道|镇|乡|县|区|市|院|站|所|队|厅)$/;

/**
 * The units of measure that a line above the table states: 单位：亿元、%. A line that names the reporting unit states
 * none.
 */
export function unitLine(rows: readonly (readonly string[])[], headRow: number): Stated | null {
  for (const [row, cells] of rows.slice(0, headRow).entries()) {
    for (const [column, text] of cells.entries()) {
      const [, kind, said = ''] = line.exec(normalText(text)) ?? [];
      const units = said.split(/ ?[、,;和或] ?/).flatMap((one) => one.trim() || []);
      if (units.length === 0 || (!kind && units.some((one) => organisation.test(one)))) continue;
      return { units, address: cellAddress(row + 1, column + 1) };
    }
  }
  return null;
}
