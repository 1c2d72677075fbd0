import { Figure } from '@/app/ui/figures/figure';
import { PublishedRank } from '@/app/ui/figures/rank-badge';
import { markedName } from '@/app/ui/primitives/marked';
import type { Card } from '@/lib/dashboards/overview/words';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenWhen } from '@/lib/observations/written';
import { paths } from '@/lib/paths';

/** A unit's latest figures, a line each: indicator, period, figure, place. */
export function FigureLines({ cards, locale }: { cards: readonly Card[]; locale: Locale }) {
  const t = translator(locale, 'figures');
  return (
    <dl className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-1 print:grid-cols-1">
      {cards.map((card) => (
        <div
          key={card.indicator.code}
          className="flex min-h-11 break-inside-avoid flex-wrap items-center print:min-h-0 justify-between gap-x-3 border-b border-rule py-1"
        >
          <dt className="min-w-0 text-table leading-5">
            <a href={paths.indicator(card.indicator.code)} className="hover:text-sea hover:underline">
              {markedName(card.indicator, locale)}
            </a>
            <span className="ml-2 text-xs text-ink-2">{writtenWhen(card.figure, locale)}</span>
          </dt>
          <dd className="ml-auto flex flex-wrap items-center justify-end gap-x-2">
            {card.place && <span className="text-xs text-ink-2">{t('placeShort', card.place)}</span>}
            {card.ranks.map((rank) => (
              <PublishedRank key={rank.scopeZh} rank={rank} locale={locale} />
            ))}
            <Figure
              figure={card.figure}
              unit={unitOf(card.indicator, locale)}
              measure={card.indicator.measure}
              locale={locale}
              size="text"
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
