import { clsx } from 'clsx';
import type { OverviewSection, PlaceSettings } from '@/lib/catalogue/place/words';
import type { Card } from '@/lib/dashboards/overview/words';
import type { Locale } from '@/lib/i18n/words';
import { FigureCard } from './figure-card';

const spans: Record<number, string> = {
  2: 'lg:col-span-2 print:col-span-2',
  3: 'lg:col-span-3 print:col-span-3',
  4: 'lg:col-span-4 print:col-span-4',
  6: 'lg:col-span-6 print:col-span-6',
  12: 'lg:col-span-12 print:col-span-12',
};

/** The width of a card: of five the first is wide and four are narrow; any other number shares the row evenly. */
function spanOf(at: number, count: number): string | undefined {
  if (count === 5) return spans[at === 0 ? 4 : 2];
  return spans[[12, 12, 6, 4, 3][count] ?? 2];
}

/** A unit's figures as cards, topics side by side on the page's twelve columns. One without a figure is not shown. */
export function TopicCards(props: {
  rows: OverviewSection['topicRows'];
  companions: PlaceSettings['companions'];
  cards: readonly Card[];
  topicNames: Readonly<Record<string, string>>;
  locale: Locale;
}) {
  const { rows, companions, cards, topicNames, locale } = props;
  const shown = cards.filter((card) => !(card.indicator.code in companions));
  return rows.map((families) => {
    const inRow = families.flatMap((family) => shown.filter((card) => card.indicator.topicCode === family));
    if (inRow.length === 0) return null;
    return (
      <div
        key={families.join(' ')}
        className="grid break-inside-avoid grid-cols-2 gap-x-6 border-b border-rule pb-4 last:border-b-0 lg:grid-cols-12 print:grid-cols-12 print:gap-x-3 print:pb-2"
      >
        {inRow.map((card, at) => {
          const opens = inRow[at - 1]?.indicator.topicCode !== card.indicator.topicCode;
          return (
            <div
              key={card.indicator.code}
              className={clsx(
                'flex flex-col pt-3',
                spanOf(at, inRow.length),
                at > 0 && 'lg:border-l lg:border-rule lg:pl-6 print:border-l print:border-rule print:pl-3',
              )}
            >
              <h3
                className={clsx(
                  'mb-1.5 h-6 text-sm font-semibold text-sea',
                  !opens && 'invisible max-lg:hidden print:block',
                )}
              >
                {opens && topicNames[card.indicator.topicCode]}
              </h3>
              <FigureCard
                card={card}
                companion={cards.find((other) => companions[other.indicator.code] === card.indicator.code)}
                locale={locale}
              />
            </div>
          );
        })}
      </div>
    );
  });
}
