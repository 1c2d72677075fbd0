import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { mostCounted } from '@/lib/notices/list/words';

/** What the bell shows and how it is read aloud; nothing is shown where all is read. */
export type BellWords = { readonly shown: string; readonly label: string };

/** The words of the bell for a number of unread notices. */
export function bellWords(unread: number, locale: Locale): BellWords {
  const t = translator(locale, 'notices');
  if (unread === 0) return { shown: '', label: t('bell') };
  if (unread > mostCounted)
    return { shown: t('many', { count: mostCounted }), label: t('bellMany', { count: mostCounted }) };
  return { shown: `${unread}`, label: t('bellUnread', { count: unread }) };
}
