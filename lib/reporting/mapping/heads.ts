import type { NameRead } from '@/lib/catalogue/names/read-name';
import { plainName } from '@/lib/catalogue/plain-name';
import { bareUnit, headings, headOf, isAmountOfGrowth } from '@/lib/reporting/import/sheet-heads';
import { plainAmount } from '@/lib/reporting/import/sheet-levels';
import { isOtherFigure } from '@/lib/reporting/import/sheet-spans';
import { type Readers, withoutMark } from '@/lib/reporting/mapping/names';
import { type PeriodText, periodText } from '@/lib/reporting/mapping/periods';
import { isTotal } from '@/lib/reporting/mapping/row-words';
import type { ColumnUse } from '@/lib/reporting/mapping/words';
import { normalText } from '@/lib/reporting/reading/read-figure';

/** What one text of a head says. What is not understood of it is `rest`. */
export type HeadRead = {
  /** What kind of figure, or which names, its column has; null where it does not say. */
  readonly use: Exclude<ColumnUse, 'ignore'> | null;
  readonly period: PeriodText | null;
  readonly unit: NameRead | null;
  readonly indicator: NameRead | null;
  readonly measures: readonly string[];
  /** Other figures than those of the unit and the period: 上年同期, 目标, 合计. */
  readonly isOther: boolean;
  readonly rest: string;
};

const nothing: HeadRead = {
  use: null,
  period: null,
  unit: null,
  indicator: null,
  measures: [],
  isOther: false,
  rest: '',
};

const rankHead =
  /^(?:(?:在)?全[国省市县区](?:内)?)?(?:累计|当月|本月)?(?:的)?(?:位次|排名|名次|排位|排序|rank|ranking)$/;
const unitHead =
  /^(?:地区|区域|区划|县区|区县|县市区?|县\(市、?区\)|市县|板块|园区|街道|乡镇|镇街|辖区|单位名称|填报单位|单位代码|各?地区?名称|area|district)$/;
const harmless =
  /^(?:现价|当年价格?|绝对[数量值额]|总[量额]|实绩|实际(?:完成)?|完成(?:[数值额量]|情况)?|指标|指标数据|项目|主要指标|情况|数据|其中|演示数据|:|,|、)$/;
const periodHead = /^(?:年份?|年度|月份?|季度?|年月|时间|时期|year|month|quarter)$/;
const serial = /^(?:序号?|编号|no\.?|#)$/;
const bracketed = /^(.*\S) ?([([【][^()[\]【】]*[)\]】])$/;
/** The deepest that a head of several words is taken apart: 2026年10月 用电量 同比. */
const deepest = 3;

/** What a text of a head says: a period, a unit, an indicator, a kind of figure, a unit of measure, or several of them. */
export function readHead(text: string, readers: Readers): HeadRead {
  const plain = normalText(withoutMark(text));
  return partsIn(plain, readers, deepest) ?? { ...nothing, rest: plain };
}

function partsIn(text: string, readers: Readers, depth: number): HeadRead | null {
  if (text === '') return nothing;
  return wholeIn(text, readers) ?? bracketIn(text, readers, depth) ?? splitIn(text, readers, depth);
}

/** A text that says one thing. */
function wholeIn(text: string, readers: Readers): HeadRead | null {
  const plain = plainName(text);
  if (plain === '' || harmless.test(plain) || serial.test(plain)) return nothing;
  const { name, unit, span } = headOf(text);
  const keyOf = (['value', 'yoy', 'measure', 'indicator', 'period', 'unit', 'qualifier'] as const).find((column) =>
    headings[column].includes(name),
  );
  if (keyOf && unit === '' && span === '') return { ...nothing, use: keyOf };
  const measure = bareUnit(text);
  if (readers.isMeasure(measure)) return { ...nothing, measures: [measure] };
  if (isTotal(text)) return { ...nothing, isOther: true };
  const period = periodText(text);
  if (period) return { ...nothing, period };
  const indicator = readers.indicator(text);
  if (indicator.read.kind === 'one' && !indicator.isPart)
    return { ...nothing, indicator: indicator.read, measures: measuresIn(indicator.measure) };
  const unitRead = readers.unit(text);
  if (unitRead.kind === 'one') return { ...nothing, unit: unitRead };
  if (keyOf === 'yoy') {
    if (isAmountOfGrowth(unit)) return { ...nothing, isOther: true };
    return { ...nothing, use: 'yoy', measures: measuresIn(unit), period: span === '' ? null : periodText(span) };
  }
  if (keyOf)
    return { ...nothing, use: keyOf, measures: measuresIn(unit), period: span === '' ? null : periodText(span) };
  if (unitHead.test(plain)) return { ...nothing, use: 'unit' };
  if (periodHead.test(plain)) return { ...nothing, use: 'period' };
  if (rankHead.test(plain)) return { ...nothing, use: 'rank' };
  if (plainAmount.test(plain)) return { ...nothing, use: 'value' };
  if (isOtherFigure(text)) return { ...nothing, isOther: true };
  if (indicator.read.kind === 'either') return { ...nothing, indicator: indicator.read };
  return unitRead.kind === 'either' && plain.length > 2 ? { ...nothing, unit: unitRead } : null;
}

const measuresIn = (said: string): string[] => said.split(/ ?[、,;或/] ?/).filter(Boolean);

/** A text with something in brackets behind it: a unit of measure, a period. */
function bracketIn(text: string, readers: Readers, depth: number): HeadRead | null {
  const [, name = '', said = ''] = bracketed.exec(text) ?? [];
  if (name === '' || depth === 0) return null;
  const before = partsIn(name, readers, depth - 1);
  if (!before) return null;
  const inside = said.slice(1, -1).trim();
  const measures = measuresIn(bareUnit(said));
  if (measures.length > 0 && measures.every(readers.isMeasure)) return joined(before, { ...nothing, measures });
  const more = partsIn(inside, readers, depth - 1);
  return more ? joined(before, more) : null;
}

/** A text of two or more parts one behind another. */
function splitIn(text: string, readers: Readers, depth: number): HeadRead | null {
  if (depth === 0 || text.length > 60) return null;
  for (let at = text.length - 1; at > 0; at -= 1) {
    const first = wholeIn(text.slice(0, at).trim(), readers);
    if (!first || isEither(first) || (first.use === null && !isNaming(first) && first.measures.length === 0)) continue;
    const second = partsIn(text.slice(at).trim(), readers, depth - 1);
    if (!second || isEither(second)) continue;
    const both = joined(first, second);
    if (both) return both;
  }
  return null;
}

const isEither = ({ unit, indicator }: HeadRead) => unit?.kind === 'either' || indicator?.kind === 'either';
const isNaming = ({ period, unit, indicator }: HeadRead) => period !== null || unit !== null || indicator !== null;

/** Whether two names are one, as of a head in two languages: 税收收入 Tax revenue. */
const isSameName = (one: NameRead, other: NameRead) =>
  one.kind === 'one' && other.kind === 'one' && one.code === other.code;

/** What two texts of one head say together; null where both say the same kind of thing, unless it is the same name. */
export function joined(one: HeadRead, other: HeadRead): HeadRead | null {
  if (one.period && other.period) return null;
  for (const part of ['unit', 'indicator'] as const) {
    const [first, second] = [one[part], other[part]];
    if (first && second && !isSameName(first, second)) return null;
  }
  if (one.use && other.use && one.use !== other.use && one.use !== 'value' && other.use !== 'value') return null;
  const use = [one.use, other.use].find((found) => found !== null && found !== 'value') ?? one.use ?? other.use;
  return {
    use,
    period: one.period ?? other.period,
    unit: one.unit ?? other.unit,
    indicator: one.indicator ?? other.indicator,
    measures: [...one.measures, ...other.measures],
    isOther: one.isOther || other.isOther,
    rest: [one.rest, other.rest].filter(Boolean).join(' '),
  };
}
