import type { AppealedResult } from '@/lib/assessment/appeals/page/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Name } from '@/lib/i18n/words';

/** The result that an appeal is about: the scheme and the period. */
export function writtenResult({ scheme, periodCode }: AppealedResult, locale: Locale): string {
  return `${nameOf(scheme, locale)}${locale === 'en' ? ', ' : ' · '}${writtenPeriod(periodCode, locale)}`;
}

/** What an appeal is about, by name. */
export function writtenItems(items: readonly (Name | null)[], locale: Locale): string {
  const total = translator(locale, 'appeals')('total');
  return listed(
    items.map((item) => (item ? nameOf(item, locale) : total)),
    locale,
  );
}
