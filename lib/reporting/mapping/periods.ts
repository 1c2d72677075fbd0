import { parsePeriod } from '@/lib/catalogue/periods/period';
import { periodsIn } from '@/lib/catalogue/periods/read-period';
import { plainName } from '@/lib/catalogue/plain-name';
import { periodInSpan, spanOf } from '@/lib/reporting/import/sheet-spans';

/** What the lines above a table say of its time: one period for all, and the year of months that are written alone. */
export type TitlePeriod = {
  readonly code: string | null;
  readonly year: number | null;
  /** Whether they say that figures are sums from the beginning of the year. */
  readonly isToDate: boolean;
  /** Whether they name a part of a year, with or without the year: 1-10月. */
  readonly isPart: boolean;
};

/** A text that names a period: its codes, one of a year that has to be known, or a span of a period that is. */
export type PeriodText =
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'bare'; readonly text: string }
  | { readonly kind: 'span'; readonly span: 'month' | 'toDate' };

const anyYear = 2000;

/** What a text says of a period, or null for any other text. A number alone is none, except a year. */
export function periodText(text: string): PeriodText | null {
  const plain = plainName(text);
  if (plain === '' || /^\d{1,3}$/.test(plain)) return null;
  const codes = periodsIn(text);
  if (codes.length > 0) return { kind: 'codes', codes };
  if (/^[\d一二三四五六七八九十元上下前第全]/.test(plain) && periodsIn(`${anyYear}年${plain}`).length > 0)
    return { kind: 'bare', text: plain };
  const span = spanOf(text);
  return span === 'month' || span === 'toDate' ? { kind: 'span', span } : null;
}

export type PeriodFound =
  | { readonly kind: 'one'; readonly code: string }
  | { readonly kind: 'either'; readonly codes: readonly string[] }
  | { readonly kind: 'none' | 'noYear' | 'differ' | 'toDateInTitle' };

/** What a sheet or a person says of all its periods; `months` is the decision about months below a title of sums. */
export type PeriodContext = {
  readonly base: string | null;
  readonly year: number | null;
  readonly isToDate: boolean;
  /** Whether the title names a part of a year, and no person said otherwise. */
  readonly isPart: boolean;
  readonly months: 'month' | 'toDate' | null;
};

/** The period that several texts about one figure name together: 2026年 over 10月, 累计 over 10月, 2026年10月. */
export function periodOf(texts: readonly PeriodText[], context: PeriodContext): PeriodFound {
  if (texts.length === 0) return { kind: 'none' };
  const named = namedIn(texts, context);
  if (named !== null && typeof named === 'object') return named;
  const spans = [...new Set(texts.flatMap((one) => (one.kind === 'span' ? one.span : [])))];
  const [span, other] = spans;
  if (other) return { kind: 'differ' };
  const base = named ?? context.base;
  if (base === null) return { kind: 'noYear' };
  const kind = parsePeriod(base)?.kind;
  const isPart = kind === 'month' || kind === 'quarter';
  // 10月 or 三季度 below a title of sums from the beginning of the year may be meant either way.
  const meant = span ?? (isPart && context.isToDate ? context.months : undefined);
  if (meant === null) return { kind: 'toDateInTitle' };
  const isAsItIs = meant === undefined || (span === undefined && kind === 'quarter' && meant === 'month');
  const code = isAsItIs ? base : periodInSpan(base, meant);
  return code === null ? { kind: 'differ' } : { kind: 'one', code };
}

/** The code that texts name with their years, or why there is none; null where they name a span alone. */
function namedIn(texts: readonly PeriodText[], { year }: PeriodContext): string | null | PeriodFound {
  const several = texts.find((one) => one.kind === 'codes' && one.codes.length > 1);
  if (several?.kind === 'codes') return { kind: 'either', codes: several.codes };
  const codes = [...new Set(texts.flatMap((one) => (one.kind === 'codes' ? one.codes : [])))];
  const bare = [...new Set(texts.flatMap((one) => (one.kind === 'bare' ? one.text : [])))];
  const isYear = (code: string) => parsePeriod(code)?.kind === 'year';
  const years = [...new Set(codes.map((code) => parsePeriod(code)?.year))];
  const finer = codes.filter((code) => !isYear(code));
  if (years.length > 1 || finer.length > 1 || bare.length > 1) return { kind: 'differ' };
  const [one] = finer;
  const [text] = bare;
  if (text === undefined) return one ?? codes[0] ?? null;
  const own = years[0] ?? year;
  if (own === null) return { kind: 'noYear' };
  const read = periodsIn(`${own}年${text}`);
  const [code] = read;
  if (read.length > 1) return { kind: 'either', codes: read };
  if (code === undefined) return { kind: 'noYear' };
  return one !== undefined && one !== code ? { kind: 'differ' } : code;
}

const dated = /日期|时间|文号|有效期|截止|基期|〕|\d日|比\d{4}|制表|填表|联系/;
const start = /(?:19|20)\d{2}|[二2][〇○零oO0][一二三四12]/g;
const longest = 16;
const toDate = /累计|年初|1-本月|至今/;
/** A time without its year. */
const bareTime =
  /(?:(?:\d{1,2}月?|[一二三四五六七八九十元]+月?)-)?(?:\d{1,2}|[一二三四五六七八九十元]+)月|[上下]半年|前?[一二三四1-4]季度/g;

/** What the texts above a table say of its time. Of several periods that they name none is taken. */
export function titlePeriod(texts: readonly string[]): TitlePeriod {
  const codes = new Set<string>();
  const bare = new Set<string>();
  let isToDate = false;
  let isUnclear = false;
  for (const text of texts) {
    const plain = plainName(text).replace(/[~～至到]/g, '-');
    if (plain === '' || dated.test(plain)) continue;
    isToDate ||= toDate.test(plain);
    let rest = '';
    let from = 0;
    for (const { index } of plain.matchAll(start)) {
      if (index < from) continue;
      for (let end = Math.min(plain.length, index + longest); end > index + 3; end -= 1) {
        // 2021-2022年 names no month 2021-2.
        if (/\d\d/.test(plain.slice(end - 1, end + 1))) continue;
        const found = periodsIn(plain.slice(index, end));
        if (found.length === 0) continue;
        // 2026-10-31 is a day, and 2021-22年度 more than one year.
        isUnclear ||= /^[-./]\d/.test(plain.slice(end));
        for (const code of found) codes.add(code);
        rest += `${plain.slice(from, index)} `;
        from = end;
        break;
      }
    }
    for (const [one] of (rest + plain.slice(from)).matchAll(bareTime)) bare.add(one);
  }
  const years = [...new Set([...codes].map((code) => parsePeriod(code)?.year ?? 0))];
  const year = years.length === 1 ? (years[0] ?? null) : null;
  const isYearly = texts.some((text) => /全年|年度|年报|年鉴/.test(text));
  const isPart = bare.size > 0 || [...codes].some((one) => parsePeriod(one)?.kind !== 'year');
  if (isUnclear) return { code: null, year: null, isToDate, isPart };
  // 2026年10月 and October 2026 say the same: a year alone beside one finer period of it adds nothing.
  const finer = [...codes].filter((one) => parsePeriod(one)?.kind !== 'year');
  const [first = null, second] = years.length === 1 && finer.length === 1 ? finer : codes;
  const code = second === undefined ? first : null;
  const kind = code && parsePeriod(code)?.kind;
  if (kind === 'year' && bare.size > 0) {
    const found = [...new Set([...bare].flatMap((one) => periodsIn(`${year}年${one}`)))];
    const [one = null, other] = found;
    const own = one === null ? null : parsePeriod(one)?.kind;
    const isMonth = own === 'month' || own === 'quarter';
    return { code: other === undefined && !(isToDate && isMonth) ? one : null, year, isToDate, isPart };
  }
  if (kind === 'year' && !isYearly) return { code: null, year, isToDate, isPart };
  if (bare.size > 0 || ((kind === 'month' || kind === 'quarter') && isToDate))
    return { code: null, year, isToDate, isPart };
  return { code, year, isToDate: isToDate && kind !== 'yearToDate', isPart };
}
