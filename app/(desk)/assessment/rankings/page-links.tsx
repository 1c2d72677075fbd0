import { Pager } from '@/app/ui/tables/pager';
import { pageLength } from '@/lib/assessment/rankings/table/words';
import type { Locale } from '@/lib/i18n/words';
import { type RankingAddress, type RankingView, rankingPath } from './address';

/** Links to the pages before and after in a ranking. */
export function PageLinks(props: {
  view: RankingView;
  asked: RankingAddress;
  count: number;
  length?: number;
  locale: Locale;
}) {
  const { view, asked, count, length = pageLength, locale } = props;
  return (
    <Pager
      page={asked.page}
      pages={Math.ceil(count / length)}
      hrefOf={(page) => rankingPath(view, { ...asked, page })}
      locale={locale}
    />
  );
}
