import { buttonLook } from '@/app/ui/primitives/button';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The way to the pages before and after this one of a list; nothing where all of it is on one. */
export function Pager(props: { page: number; pages: number; hrefOf: (page: number) => string; locale: Locale }) {
  const { page, hrefOf, locale } = props;
  const pages = Math.max(1, props.pages);
  if (pages === 1 && page === 1) return null;
  const t = translator(locale, 'tables');
  return (
    <nav aria-label={t('pages')} className="mt-4 flex items-center gap-4 text-table print:hidden">
      {page > 1 && (
        <a href={hrefOf(Math.min(page - 1, pages))} className={buttonLook('outline')}>
          {t('previousPage')}
        </a>
      )}
      <span className="text-ink-2">{t('page', { page, pages })}</span>
      {page < pages && (
        <a href={hrefOf(page + 1)} className={buttonLook('outline')}>
          {t('nextPage')}
        </a>
      )}
    </nav>
  );
}
