import { Notice } from '@/app/ui/primitives/notice';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The number of recovery codes that are left; where there is none, what that means and what to do. */
export function CodesLeft({ count, locale }: { count: number; locale: Locale }) {
  const t = translator(locale, 'access');
  if (count === 0) return <Notice tone="warn">{t('account.noCodesLeft')}</Notice>;
  return <p className="mb-4 text-ink-2">{t('account.codesLeft', { count })}</p>;
}
