import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The actor's name; the system's where the product itself acted. */
export function writtenActor(name: string, locale: Locale): string {
  return name.startsWith('system:') ? translator(locale, 'audit')('system') : name;
}
