import { parsePeriod, periodCode, periodDays } from '@/lib/catalogue/periods/period';
import { readPeriod } from '@/lib/catalogue/periods/read-period';
import { plainName } from '@/lib/catalogue/plain-name';
import { anyOtherKind, otherKinds } from '@/lib/reporting/import/other-kinds';

/** The period that a heading states: the month, the year to date, one by its code, or 1—10月. */
export type Span = 'month' | 'toDate' | { readonly code: string } | { readonly toMonth: number };

const behind = '(?:完成)?(?:数|值|数值|额|量)?';
const month = new RegExp(`^(?:当月|本月|当期|单月|this month|month)${behind}$`);
const sinceStart = '1[-至到]本月|(?:自?年初|今年|本年)(?:以来|至今|至本月|到本月)|截至本月末?|本月止';
const toDate = new RegExp(
  `^(?:(?:${sinceStart}|本年|年初|自年初|全年|本期)?(?:累计|year to date|ytd|cumulative)|${sinceStart})${behind}$`,
);
/** A year to date without its year, up to a month: 1—10月, 1至10月累计. */
const toMonth = new RegExp(`^(?:本年|今年)?0?1月?[-~至到]0?(\\d{1,2})月份?(?:累计|)${behind}$`);

/** The period that a heading, or the part of one before or behind its name, states; null for any other text. */
export function spanOf(label: string): Span | null {
  const plain = plainName(label);
  const last = Number(toMonth.exec(plain)?.[1] ?? 0);
  if (last >= 1 && last <= 12) return { toMonth: last };
  if (month.test(plain)) return 'month';
  if (toDate.test(plain)) return 'toDate';
  const code = readPeriod(label);
  return code ? { code } : null;
}

/** Whether two headings state the same span. */
export const isSameSpan = (one: Span | null, other: Span | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The code of a row's period within a span: of 2026年10月 the year to date is 1—10月. Null where both contradict. */
export function periodInSpan(code: string, span: Span): string | null {
  const period = parsePeriod(code);
  const end = period && periodDays(period)?.endsOn;
  if (!period || !end) return null;
  // A year names the year of 1—10月.
  if (period.kind === 'year' && typeof span === 'object' && 'toMonth' in span)
    return periodCode('yearToDate', period.year, span.toMonth);
  const last = Number(end.slice(5, 7));
  if (span === 'toDate') return periodCode('yearToDate', period.year, last);
  if (span === 'month') {
    return period.kind === 'month' || period.kind === 'yearToDate' ? periodCode('month', period.year, last) : null;
  }
  if ('toMonth' in span) return span.toMonth === last ? periodCode('yearToDate', period.year, last) : null;
  const stated = parsePeriod(span.code);
  if (stated?.kind === 'year' && stated.year === period.year) return code;
  return stated && periodDays(stated)?.endsOn === end ? span.code : null;
}

/** Whether a heading states the same period of an earlier year: 2025年10月 beside 2026年10月. */
export function isEarlierYear(span: Span | null, other: Span | null): boolean {
  const [own, later] = [span, other].map((one) =>
    one !== null && typeof one === 'object' && 'code' in one ? parsePeriod(one.code) : null,
  );
  return own?.kind === later?.kind && own?.index === later?.index && (own?.year ?? 0) < (later?.year ?? 0);
}

const earlier = new RegExp(
  `^(?:${anyOtherKind('earlier')}|上一?(?:期|月|季度?|旬|周)|年初|(?:same period )?last|prior|previous)`,
);
/** Words of plans that heads of actual figures have as well: 指标值, 考核得分, 重点任务完成数. */
const unsure: readonly string[] = ['任务', '考核', '力争', '指标值'];
const ofPlans = otherKinds.plan.filter((word) => !unsure.includes(word)).join('|');
const planned = new RegExp(`${ofPlans}|^任务(?:数|量)?$|标准|基数|target|plan|budget|forecast`);
const done = /完成|实际|实绩|actual/;
const compared = /环比|[比较]上[月期季]|增减|差额|差异|占比|比重|位次|名次|排名|排位|进度|率$|rank/;
const elsewhere = /全国|全省|平均|national|provincial|average/;

/**
 * Whether a heading makes the figures below it others than those of the unit and the period: 上年同期, 目标, 全省平均.
 * 目标完成情况 does not.
 */
export function isOtherFigure(label: string): boolean {
  const plain = plainName(label);
  if (spanOf(label)) return false;
  return (
    earlier.test(plain) || compared.test(plain) || elsewhere.test(plain) || (planned.test(plain) && !done.test(plain))
  );
}
