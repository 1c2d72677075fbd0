import type { Locale } from '@/lib/i18n/words';

/** Sentences one after another: with a space between them in English, with none in Chinese. Empty ones are left out. */
export function sentences(said: readonly string[], locale: Locale): string {
  return said.filter(Boolean).join(locale === 'en' ? ' ' : '');
}
