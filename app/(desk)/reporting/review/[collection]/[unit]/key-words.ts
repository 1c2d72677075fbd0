import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The words of the keyboard shortcuts of a review. */
export function keyWords(locale: Locale) {
  const t = translator(locale, 'review');
  return {
    title: t('keys'),
    on: t('keysOn'),
    help: {
      next: t('keyHelp.next'),
      previous: t('keyHelp.previous'),
      approve: t('keyHelp.approve'),
      giveBack: t('keyHelp.giveBack'),
      send: t('keyHelp.send'),
      select: t('keyHelp.select'),
      onward: t('keyHelp.onward'),
      help: t('keyHelp.help'),
    },
  };
}
