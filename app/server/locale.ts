import { cookies } from 'next/headers';
import { choiceNames } from '@/lib/cookies';
import { chosenLocale } from '@/lib/i18n/chosen-locale';
import type { Locale } from '@/lib/i18n/words';

/** The reader's chosen language, else Chinese. */
export async function currentLocale(): Promise<Locale> {
  return chosenLocale((await cookies()).get(choiceNames.locale)?.value);
}
