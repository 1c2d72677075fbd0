import { buttonLook } from '@/app/ui/primitives/button';
import { pageLength } from '@/lib/assessment/results/table/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type RankingAddress, type RankingView, rankingPath } from './address';

/** The way to the pages before and after; nothing where one page holds all. */
export function PageLinks(props: { view: RankingView; asked: RankingAddress; count: number; locale: Locale }) {
  const { view, asked, count, locale } = props;
  const t = translator(locale, 'rankings');
  const pages = Math.max(1, Math.ceil(count / pageLength));
  const { page } = asked;
  if (pages === 1 && page === 1) return null;
  const link = (to: number, label: string) => (
    <a href={rankingPath(view, { ...asked, page: to })} className={buttonLook('outline')}>
      {label}
    </a>
  );
  return (
    <nav className="mt-4 flex items-center gap-4 text-table" data-chrome>
      {page > 1 && link(Math.min(page - 1, pages), t('pages.previous'))}
      <span className="text-ink-2">{t('pages.page', { page, pages })}</span>
      {page < pages && link(page + 1, t('pages.next'))}
    </nav>
  );
}
