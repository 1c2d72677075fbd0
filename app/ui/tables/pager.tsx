import { clsx } from 'clsx';
import { buttonLook } from '@/app/ui/primitives/button';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/**
 * Links to the pages before and after in a list; nothing for a single page. On paper it states the number of the page,
 * and that the file of the button `whole` has all of them, where there is one.
 */
export function Pager(props: {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  whole?: string | undefined;
  locale: Locale;
}) {
  const { page, hrefOf, whole, locale } = props;
  const pages = Math.max(1, props.pages);
  if (pages === 1 && page === 1) return null;
  const t = translator(locale, 'tables');
  return (
    <nav aria-label={t('pages')} className="mt-4 flex items-center gap-4 text-table">
      {page > 1 && (
        <a href={hrefOf(Math.min(page - 1, pages))} className={clsx(buttonLook('outline'), 'print:hidden')}>
          {t('previousPage')}
        </a>
      )}
      <span className="text-ink-2">
        {t('page', { page, pages })}
        <span className="hidden print:inline">{whole ? t('printedOf', { button: whole }) : t('printed')}</span>
      </span>
      {page < pages && (
        <a href={hrefOf(page + 1)} className={clsx(buttonLook('outline'), 'print:hidden')}>
          {t('nextPage')}
        </a>
      )}
    </nav>
  );
}
