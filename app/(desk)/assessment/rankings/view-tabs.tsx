import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type RankingAddress, type RankingView, rankingPath, rankingViews } from './address';

/** Links to the four views of a result. */
export function ViewTabs(props: { view: RankingView; asked: Partial<RankingAddress>; locale: Locale }) {
  const { scheme, period, run } = props.asked;
  const t = translator(props.locale, 'rankings');
  return (
    <div className="mb-4 flex" data-chrome>
      <FilterTabs
        label={t('views.label')}
        options={rankingViews.map((view) => ({
          label: t(`views.${view}`),
          href: rankingPath(view, { scheme, period, run }),
          current: view === props.view,
        }))}
      />
    </div>
  );
}
