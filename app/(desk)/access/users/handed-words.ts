import { handoverHours } from '@/lib/access/users/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { HandedWords } from './handed-over';

/** The words about an initial secret. */
export function handedWords(locale: Locale): HandedWords {
  const t = translator(locale, 'access');
  return {
    title: t('users.handedTitle'),
    lead: t('users.handedLead', { hours: handoverHours }),
    username: t('users.username'),
    secret: t('users.secret'),
    copy: t('users.copy'),
    copied: t('users.copied'),
    another: t('users.another'),
    toUser: t('users.toUser'),
    toList: t('users.toList'),
  };
}
