import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import type { PlaceSettings } from '@/lib/catalogue/place/words';
import { overviewCards, overviewNames } from '@/lib/dashboards/overview/queries';
import type { Card, OverviewNames } from '@/lib/dashboards/overview/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { FigureLines } from './figure-lines';
import { type DrawnChart, drawnCharts, OverviewChartFrame } from './overview-charts';
import { TopicCards } from './topic-cards';

/** The sections and charts of a place, as it is or as the office prepares it. */
export async function PlaceOverview(props: { principal: Principal; settings: PlaceSettings; locale: Locale }) {
  const { principal, settings, locale } = props;
  const [cards, known] = await Promise.all([overviewCards(principal, settings.sections), overviewNames(settings)]);
  const charts = await drawnCharts(principal, settings, known, locale);
  const t = translator(locale, 'overview');
  const last = settings.sections.length - 1;
  return (
    <>
      {settings.sections.map((section, at) => {
        const unit = known.names[section.unitCode];
        const name = unit ? nameOf(unit, locale) : section.unitCode;
        const isCards = section.topicRows.length > 0;
        return (
          <Section
            key={`${section.unitCode} ${section.topicRows.join()} ${section.indicatorCodes.join()}`}
            id={`section-${at + 1}`}
            title={name}
            {...(at === 0 && { className: '' })}
            actions={
              <a href={paths.unit(section.unitCode)} className="text-table text-sea hover:underline">
                {t('allOf', { name })}
              </a>
            }
          >
            {cards[at]?.length === 0 && <p className="text-ink-2">{t('noFigures')}</p>}
            {isCards && (
              <TopicCards
                rows={section.topicRows}
                companions={settings.companions}
                cards={cards[at] ?? []}
                topicNames={Object.fromEntries(
                  Object.entries(known.names).map(([code, one]) => [code, nameOf(one, locale)]),
                )}
                locale={locale}
              />
            )}
            {isCards
              ? at === last && <Charts charts={charts} known={known} locale={locale} />
              : at === last && <LinesAndCharts cards={cards[at] ?? []} charts={charts} known={known} locale={locale} />}
            {!isCards && at !== last && <FigureLines cards={cards[at] ?? []} locale={locale} />}
          </Section>
        );
      })}
      {settings.sections.length === 0 && <Charts charts={charts} known={known} locale={locale} />}
    </>
  );
}

type ChartProps = { charts: readonly DrawnChart[]; known: OverviewNames; locale: Locale };

/** The lines of the last section beside the first chart, and the other charts below. */
function LinesAndCharts({ cards, charts, ...shared }: ChartProps & { cards: readonly Card[] }) {
  const [first, ...others] = charts;
  return (
    <>
      <div className="grid gap-8 lg:grid-cols-12 print:grid-cols-12 print:gap-6">
        <div className="min-w-0 lg:col-span-5 print:col-span-5">
          <FigureLines cards={cards} locale={shared.locale} />
        </div>
        <div className="min-w-0 lg:col-span-7 print:col-span-7">
          {first && <OverviewChartFrame chart={first} height={440} {...shared} />}
        </div>
      </div>
      <Charts charts={others} {...shared} />
    </>
  );
}

function Charts({ charts, known, locale }: ChartProps) {
  if (charts.length === 0) return null;
  return (
    <div className="mt-8 grid gap-8 border-t border-rule pt-5 lg:grid-cols-3 print:mt-4 print:grid-cols-3 print:gap-6">
      {charts.map((chart) => (
        <OverviewChartFrame key={chart.key} chart={chart} known={known} locale={locale} />
      ))}
    </div>
  );
}
