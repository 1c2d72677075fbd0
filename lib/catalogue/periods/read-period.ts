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
  ['half', /^(\d{4})年?(上|下)半年$/],
  ['half', /^(\d{4})[年-]?h([12])$/],
  ['half', /^h([12])(\d{4})$/, 'indexFirst'],
  ['quarter', /^(\d{4})年?第?([1-4])季(?:度)?$/],
  ['quarter', /^(\d{4})[年-]?q([1-4])$/],
  ['quarter', /^q([1-4])(\d{4})$/, 'indexFirst'],
  ['month', /^(\d{4})年0?(\d{1,2})月(?:份|当月)?$/],
  ['month', /^(\d{4})-m?(\d{1,2})$/],
  ['month', /^(\d{4})\/(\d{1,2})$/],
  // A spreadsheet drops the last digit of 2026.10, so 2026.1 may be either month.
  ['month', /^(\d{4})\.(\d{2}|[2-9])$/],
  ['month', /^(\d{4})(\d{2})$/],
  ['month', new RegExp(`^(${month})(\\d{4})$`), 'indexFirst'],
  ['yearToDate', /^(\d{4})年0?1月?(?:份)?-0?(\d{1,2})月(?:份|累计)?$/],
  ['yearToDate', /^(\d{4})年0?(\d{1,2})月累计$/],
  ['yearToDate', /^(\d{4})[./年-]0?1月?-\1[./年-]0?(\d{1,2})月?$/],
  ['yearToDate', /^(\d{4})[./]0?1-0?(\d{1,2})月?$/],
  ['yearToDate', /^(\d{4})-ytd(\d{1,2})$/],
  ['yearToDate', new RegExp(`^jan[a-z]*\\.?-(${month})(\\d{4})$`), 'indexFirst'],
];

/** Numbers of Chinese words before 年, 月 and 季: 二〇二六年十月 is 2026年10月. */
function inDigits(text: string): string {
  return text
    .replace(/[〇零一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year.replaceAll('零', '〇')].map((one) => digits.indexOf(one)).join(''),
    )
    .replace(/十?[一二三四五六七八九]?(?=[月季])/g, (number) => {
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

/**
 * The code of a period in any usual notation: 2026年1-10月, 1至10月 with its year, 2026/10, 202610, 2026年上半年, Oct 2026.
 * Null for one without a year, such as 今年以来, for a day, and for what may be meant either way.
 */
export function readPeriod(typed: string): string | null {
  if (parsePeriod(typed)) return typed;
  const plain = inDigits(
    typed
      .normalize('NFKC')
      .replace(/\p{Cf}|[\s\p{Cc}]/gu, '')
      .toLowerCase()
      .replace(/[‐‑‒–—―−~〜至到]+/g, '-'),
  );
  const three = /^(\d{4})年?前(?:3|三)季度$/.exec(plain);
  if (three) return `${three[1]}-YTD09`;
  for (const [kind, shape, order] of notations) {
    const [found, one = '', other] = shape.exec(plain) ?? [];
    if (!found) continue;
    const [year, said] = order ? [other, one] : [one, other];
    const period = parsePeriod(periodCode(kind, Number(year), indexOf(said)));
    if (period && period.year >= 1900) return period.code;
  }
  return null;
}
