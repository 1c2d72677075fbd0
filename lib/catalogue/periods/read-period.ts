import { parsePeriod, periodCode } from '@/lib/catalogue/periods/period';
import type { PeriodKind } from '@/lib/catalogue/periods/words';

const digits = '〇一二三四五六七八九';
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(?:${months.join('|')})[a-z]*\\.?`;

type Kind = Exclude<PeriodKind, 'undated'>;
/** A notation of a period; the first group is the year unless `index` comes first. */
type Notation = readonly [kind: Kind, shape: RegExp, order?: 'indexFirst'];

/** The notations in use; spaces are removed, every dash, 至, 到 and ～ is `-`, and letters are small. */
const notations: readonly Notation[] = [
  ['year', /^(\d{4})(?:年|年度|年全年|全年)?$/],
  ['half', /^(\d{4})年?(上|下)半年度?$/],
  ['half', /^(\d{4})[年-]?h([12])$/],
  ['half', /^h([12])(\d{4})$/, 'indexFirst'],
  ['quarter', /^(\d{4})年?第?([1-4])季(?:度)?$/],
  ['quarter', /^(\d{4})[年-]?q([1-4])$/],
  ['quarter', /^q([1-4])(\d{4})$/, 'indexFirst'],
  ['month', /^(\d{4})年第?0?(\d{1,2})月(?:份|当月)?$/],
  ['month', /^(\d{4})-?m(\d{1,2})$/],
  ['month', /^(\d{4})-(\d{1,2})$/],
  ['month', /^(\d{4})\/(\d{1,2})$/],
  ['month', /^(\d{4})\.(\d{2}|[2-9])$/],
  ['month', /^(\d{4})\.0?(\d{1,2})月$/],
  ['month', /^(\d{4})(\d{2})$/],
  ['month', new RegExp(`^(${month})(\\d{4})$`), 'indexFirst'],
  ['yearToDate', /^(\d{4})年0?1月?(?:份)?-0?(\d{1,2})月(?:份)?(?:累计)?$/],
  ['yearToDate', /^(\d{4})年0?(\d{1,2})月(?:份)?累计$/],
  ['yearToDate', /^(\d{4})年前0?(\d{1,2})个?月(?:累计)?$/],
  ['yearToDate', /^(\d{4})[./年-]0?1月?-\1[./年-]0?(\d{1,2})月?$/],
  ['yearToDate', /^(\d{4})[./]0?1-0?(\d{1,2})月?$/],
  ['yearToDate', /^(\d{4})-ytd(\d{1,2})$/],
  ['yearToDate', new RegExp(`^jan[a-z]*\\.?-(${month})(\\d{4})$`), 'indexFirst'],
  ['yearToDate', /^jan[a-z]*\.?(\d{4})todate$/],
];
/** Quarters from the first on: 前三季度, 1-3季度. */
const quarters = /^(\d{4})年?(?:前|1季?度?-)([1-4])个?季度?(?:累计)?$/;
/** A year of two digits is one of this century in front of 年 and a month, quarter or half: 26年10月. */
const shortYear = /^['’]?([0-4]\d)年(?=.)/;

/** Numbers of Chinese words: 二〇二六年十月 is 2026年10月, 元月 the first month, 一至十月 the first ten. */
function inDigits(text: string): string {
  return text
    .replace(/^(?:[〇○◯o零一二三四五六七八九]{4}|[零〇○◯o二三四][一二三四五六七八九零〇○◯o])(?=年)/, (year) =>
      [...year.replace(/[零○◯o]/g, '〇')].map((one) => digits.indexOf(one)).join(''),
    )
    .replaceAll('元月', '1月')
    .replace(/元(?=-)/, '1')
    .replace(/十?[一二三四五六七八九]?(?=[月季]|个月|个季|-)/g, (number) => {
      if (number === '') return '';
      const one = Math.max(0, digits.indexOf(number.replace('十', '') || '〇'));
      return `${(number.startsWith('十') ? 10 : 0) + one}`;
    });
}

function indexOf(said: string | undefined): number {
  if (said === '上' || said === '下') return said === '上' ? 1 : 2;
  const named = months.indexOf((said ?? '1').slice(0, 3));
  return named >= 0 ? named + 1 : Number(said ?? 1);
}

function plainPeriod(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\p{Cf}|[\s\p{Cc}]/gu, '')
    .toLowerCase()
    .replace(/[‐‑‒–—―−─~〜至到]+/g, '-');
}

function codeOf(plain: string): string | null {
  const [, ofYear, count] = quarters.exec(plain) ?? [];
  if (ofYear) return parsePeriod(periodCode('yearToDate', Number(ofYear), Number(count) * 3))?.code ?? null;
  for (const [kind, shape, order] of notations) {
    const [found, one = '', other] = shape.exec(plain) ?? [];
    if (!found) continue;
    const [year, said] = order ? [other, one] : [one, other];
    const period = parsePeriod(periodCode(kind, Number(year), indexOf(said)));
    if (period && period.year >= 1900) return period.code;
  }
  return null;
}

/** The last day of a month, which stands for its end. */
const lastDay = /^(\d{4}年)(\d{1,2})月(\d{1,2})日$/;
function endOfMonth(plain: string): string {
  const [, year = '', month = '', day = ''] = lastDay.exec(plain) ?? [];
  const last = new Date(Date.UTC(Number.parseInt(year, 10), Number(month), 0)).getUTCDate();
  return day !== '' && Number(day) === last ? `${year}${month}月` : plain;
}

/**
 * The codes of the periods that a text may mean: one in any usual notation, such as 2026年1-10月, 26年10月, 202610, 2026年前三季度
 * or Oct 2026; two where it may be meant either way. 截至2026年10月末 may be the state at that time or the sum up to it, and a
 * spreadsheet drops the last digit of 2026.10. None for one without a year, such as 今年以来, and for a day.
 */
export function periodsIn(typed: string): readonly string[] {
  if (parsePeriod(typed)) return [typed];
  const [, until = '', said = '', atEnd = ''] = /^(截[-止]+)?(.*?)([末底])?$/.exec(plainPeriod(typed)) ?? [];
  const plain = inDigits(said).replace(shortYear, '20$1年');
  const short = until || atEnd ? null : /^(\d{4})\.1$/.exec(plain);
  if (short) return [`${short[1]}-M01`, `${short[1]}-M10`];
  const code = codeOf(until ? endOfMonth(plain) : plain);
  const period = code === null ? null : parsePeriod(code);
  if (!period) return [];
  // The end of a span of months is no end of a month.
  if (atEnd && (period.kind === 'yearToDate' || period.kind === 'half')) return [];
  if (!until || period.kind === 'yearToDate' || period.kind === 'year' || period.kind === 'half') return [period.code];
  const last = period.kind === 'quarter' ? period.index * 3 : period.index;
  return [period.code, periodCode('yearToDate', period.year, last)];
}

/** The code of a period that a text means without doubt; null for any other. */
export function readPeriod(typed: string): string | null {
  const [code = null, other] = periodsIn(typed);
  return other === undefined ? code : null;
}
