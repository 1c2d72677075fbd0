import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** Who did something, by name; what the product did by itself is the system's. */
export function writtenActor(name: string, locale: Locale): string {
  return name.startsWith('system:') ? translator(locale, 'audit')('system') : name;
}
