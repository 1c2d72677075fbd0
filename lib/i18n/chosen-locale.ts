import { defaultLocale, type Locale, locales } from '@/lib/i18n/words';

/** The language that a reader's cookie names; Chinese for none and for one that there is not. */
export function chosenLocale(named: string | undefined): Locale {
  return locales.find((locale) => locale === named) ?? defaultLocale;
}
