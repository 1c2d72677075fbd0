import { Figure } from '@/app/ui/figures/figure';
import { PublishedRank } from '@/app/ui/figures/rank-badge';
import { markedName } from '@/app/ui/primitives/marked';
import type { Card } from '@/lib/dashboards/overview/words';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenWhen } from '@/lib/observations/written';
import { paths } from '@/lib/paths';

/** One figure as a card: indicator, figure as printed, period, and the ranks that its source states. */
export function FigureCard({ card, companion, locale }: { card: Card; companion?: Card | undefined; locale: Locale }) {
  const { indicator, figure } = card;
  const t = translator(locale, 'overview');
  return (
    <div className="flex h-full flex-col">
      <a
        href={paths.indicator(indicator.code)}
        className="text-table leading-5 text-ink-2 hover:text-sea hover:underline"
      >
        {markedName(indicator, locale)}
      </a>
      <div className="mt-auto pt-1">
        <Figure
          figure={figure}
          unit={unitOf(indicator, locale)}
          measure={indicator.measure}
          locale={locale}
          size="lead"
        />
      </div>
      <p className="flex min-h-6 flex-wrap items-center gap-x-2 text-xs leading-6 text-ink-2">
        {writtenWhen(figure, locale)}
        {companion && (
          <span className="inline-flex items-center gap-1">
            {t('acrossBefore')}{' '}
            <Figure figure={companion.figure} unit={unitOf(companion.indicator, locale)} locale={locale} size="table" />
            {t('acrossAfter')}
          </span>
        )}
        {card.ranks.map((rank) => (
          <PublishedRank key={rank.scopeZh} rank={rank} locale={locale} />
        ))}
      </p>
    </div>
  );
}
