import { bareUnit, type Stated, unitText } from '@/lib/reporting/import/sheet-heads';
import { isKnownUnit } from '@/lib/reporting/reading/unit-scale';
import { cellAddress } from '@/lib/reporting/upload/cell-text';

/** Words before 单位 that say which one is meant: that of measure, or one of all figures. */
const line =
  /(?:^|[\s([【,;。:—-])(?:(计量|数据|金额|货币|度量|数量|计价)单位|(?:本表|表内|统计|(?:主要)?指标)?单位|units?(?: of measure)?) ?[:;] ?([^()[\]【】]*)/i;
/** The same without a colon: 单位 亿元, 计量单位为万元, 单位（万元）, （单位）万元, 除注明外，单位为万元. */
const lineInWords =
  /(?:^|[\s([【,;。:—-])(?:计量|数据|金额|货币|本表|表内|统计)?单位(?:名称)?(?:[为是=-]| ?\(|\) ?| )([^() 。]+)[)。]*$/;
const asUnit = /(?:以|按) ?([^()\s]+?) ?(?:为(?:计量|计算)?单位|计算?)[。)]*$/;
/** The words alone, whose unit is in the next cell. */
const lineAhead = /^\(?(?:计量|数据|金额|货币)?单位 ?:?$/;
/** The end of the name of an office or a place, which 单位 names as well. */
const organisation = /(局|委|委员会|办|办公室|部|中心|公司|政府|街道|镇|乡|县|区|市|院|站|所|队|厅)$/;
/** A scale before money, which no other text begins with. */
const moneyAlone = /^(?:人民币)?[十百千万亿]+元(?:人民币)?$/;

/**
 * The units of measure that lines above the table state: 单位：亿元、%, 单位 亿元, （亿元） alone, or 单位： and 亿元 in two
 * cells. A line that names the reporting unit states none. Looks at the rows `from` one `before` another.
 */
export function unitLines(rows: readonly (readonly string[])[], before: number, from = 0): Stated[] {
  return rows.slice(from, before).flatMap((cells, at) =>
    cells.flatMap((_, column) => {
      const found = lineIn(cells, column);
      return found ? { units: found.units, address: cellAddress(from + at + 1, found.column + 1) } : [];
    }),
  );
}

function lineIn(cells: readonly string[], column: number): { units: readonly string[]; column: number } | null {
  const plain = unitText(cells[column] ?? '');
  if (plain === '') return null;
  const [, kind, said = ''] = line.exec(plain) ?? [];
  const units = unitsIn(said);
  if (units.length > 0 && (kind || !units.some((one) => organisation.test(one)))) return { units, column };
  const next = lineAhead.test(plain) ? cells.findIndex((one, at) => at > column && one.trim() !== '') : -1;
  const isAlone = cells.every((one, at) => at === column || one.trim() === '');
  const others = unitsIn(bareUnit(next < 0 ? unsureUnit(plain, isAlone) : (cells[next] ?? '')));
  return others.length > 0 && others.every(isKnownUnit) ? { units: others, column: Math.max(next, column) } : null;
}

/** The units of a text; behind a blank after them is another line: 万元 日期：2026年10月. */
function unitsIn(text: string): string[] {
  const split = (said: string) => said.split(/ ?(?:[、;和或]|,(?!\d{3})) ?/).flatMap((one) => bareUnit(one) || []);
  const all = split(text.replace(/[,。]$/, ''));
  const [first = '', ...others] = text.split(' ');
  const ahead = others.length > 0 && /[^ -~]/.test(first) ? split(first) : [];
  return ahead.length > 0 && ahead.every(isKnownUnit) ? ahead : all;
}

/** What may be a unit without a colon: the words behind 单位, or money or a text in brackets that is alone in its row. */
const unsureUnit = (plain: string, isAlone: boolean) =>
  lineInWords.exec(plain)?.[1] ??
  asUnit.exec(plain)?.[1] ??
  (isAlone && (moneyAlone.test(plain) || /^[([【][^()[\]【】]+[)\]】]$/.test(plain)) ? plain : '');
