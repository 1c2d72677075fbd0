import { cookies } from 'next/headers';
import { defaultLocale, type Locale, locales } from '@/lib/i18n/words';

/** The reader's language: the one chosen, else Chinese. */
export async function currentLocale(): Promise<Locale> {
  const chosen = (await cookies()).get('locale')?.value;
  return locales.find((locale) => locale === chosen) ?? defaultLocale;
}
