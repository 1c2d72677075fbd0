import type { Locale } from '@/lib/i18n/words';

/**
 * The class of a cell whose few words belong together: Chinese ones would break anywhere, English ones are long and break
 * between words.
 */
export function unbroken(locale: Locale): { className?: string } {
  return locale === 'en' ? {} : { className: 'whitespace-nowrap' };
}
