import { type Period, parsePeriod } from '@/lib/catalogue/periods/period';
import type { Locale } from '@/lib/i18n/words';

const zhQuarters = ['一', '二', '三', '四'];
/** The English names of the months. */
export const enMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function inChinese({ kind, year, index }: Period): string {
  switch (kind) {
    case 'year':
      return `${year}年`;
    case 'half':
      return `${year}年${index === 1 ? '上' : '下'}半年`;
    case 'quarter':
      return `${year}年${zhQuarters[index - 1]}季度`;
    case 'month':
      return `${year}年${index}月`;
    case 'yearToDate':
      // A single month is no span; the word tells it from the month itself, which is asked for beside it.
      return index === 1 ? `${year}年1月累计` : `${year}年1—${index}月`;
    case 'undated':
      return '年份未注明';
  }
}

function inEnglish({ kind, year, index }: Period): string {
  switch (kind) {
    case 'year':
      return `${year}`;
    case 'half':
      return `H${index} ${year}`;
    case 'quarter':
      return `Q${index} ${year}`;
    case 'month':
      return `${enMonths[index - 1]} ${year}`;
    case 'yearToDate':
      return index === 1 ? `Jan ${year} to date` : `Jan–${enMonths[index - 1]} ${year}`;
    case 'undated':
      return 'Undated';
  }
}

/** A period in words: 2022年上半年, 2024年1—5月; H1 2022, Jan–May 2024. An unknown code stays as it is. */
export function writtenPeriod(code: string, locale: Locale): string {
  const period = parsePeriod(code);
  if (!period) return code;
  return locale === 'en' ? inEnglish(period) : inChinese(period);
}
