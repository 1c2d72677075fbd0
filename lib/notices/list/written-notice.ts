import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { zhCN } from '@/lib/i18n/zh-CN/messages';
import type { NoticeLine } from '@/lib/notices/list/words';

/** What happened, in a few words. */
export function writtenKind({ kind, subject }: Pick<NoticeLine, 'kind' | 'subject'>, locale: Locale): string {
  const t = translator(locale, 'notices');
  const [about = ''] = subject.split('/');
  const isNamed = (key: string): key is keyof typeof zhCN.notices.subjects => Object.hasOwn(zhCN.notices.subjects, key);
  return kind === 'draftWaits' && isNamed(about)
    ? `${t(`subjects.${about}`)}${t('between')}${t(`kinds.${kind}`)}`
    : t(`kinds.${kind}`);
}

/** What it happened to, by the names that the reader may see; empty for none. */
export function writtenName({ name, subject }: Pick<NoticeLine, 'name' | 'subject'>, locale: Locale): string {
  if (!name) return '';
  const t = translator(locale, 'notices');
  const unit = locale === 'en' ? name.unitEn : name.unitZh;
  const when = /^(target|taskList)\//.test(subject)
    ? t('year', { year: name.periodCode })
    : name.periodCode && writtenPeriod(name.periodCode, locale);
  return [nameOf(name, locale), when, unit].filter(Boolean).join(t('between'));
}
