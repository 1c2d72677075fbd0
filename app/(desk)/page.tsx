import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { CitedFrom } from '@/app/ui/figures/cited-from';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { cityCode, zoneCode } from '@/lib/catalogue/words';
import { peerBars, placeOf, yearlyTrend } from '@/lib/dashboards/overview/charts';
import {
  newDocuments,
  overviewCards,
  overviewNames,
  peerFigures,
  yearlyFigures,
} from '@/lib/dashboards/overview/queries';
import { cityGroup, countyGroup, rankedIndicators } from '@/lib/dashboards/overview/words';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import type { ChartSpec } from '@/lib/dashboards/series/words';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { CityFigures } from './city-figures';
import { ZoneCards } from './zone-cards';

const rankedPeriod = '2022';

export default async function OverviewPage() {
  const [locale, principal] = await Promise.all([currentLocale(), currentPrincipal()]);
  const t = translator(locale, 'overview');
  const [cards, names, cities, counties, gdpYears, documents] = await Promise.all([
    overviewCards(principal),
    overviewNames(),
    peerFigures(principal, { indicatorCodes: rankedIndicators, periodCode: rankedPeriod, group: cityGroup }),
    peerFigures(principal, { indicatorCodes: ['GDP'], periodCode: rankedPeriod, group: countyGroup }),
    yearlyFigures(principal, cityCode, 'GDP'),
    newDocuments(principal, 8),
  ]);
  const name = (code: string) => (names[code] ? nameOf(names[code], locale) : code);
  const unitFor = (code: string) => {
    const card = cards.city.find(({ indicator }) => indicator.code === code);
    return card ? unitOf(card.indicator, locale) : '';
  };
  const unit = unitFor('GDP');
  const period = writtenPeriod(rankedPeriod, locale);
  const topics = Object.fromEntries(Object.keys(names).map((code) => [code, name(code)]));

  const twin = (spec: ChartSpec, code: string = 'GDP') =>
    tableTwin(spec, {
      name: t('unit'),
      tick: t('period'),
      value: t('value', { name: name(code), unit: unitFor(code) }),
      place: t('place'),
      benchmark: t('benchmark'),
      none: t('none'),
    });
  const countyBars = peerBars(counties, '', locale);
  const redefined = cards.city.find(({ indicator }) => indicator.code === 'GDP')?.indicator.redefined ?? [];
  const trend = yearlyTrend(gdpYears, name(cityCode), redefined, locale);
  const cityRankings = rankedIndicators.map((code) => {
    const figures = cities.filter((figure) => figure.indicatorCode === code);
    const place = placeOf(figures, cityCode);
    const words = { city: name(cityCode), indicator: name(code) };
    return {
      code,
      figures,
      spec: peerBars(figures, cityCode, locale),
      title: place === null ? t('rankedPlain', words) : t('rankedTitle', { ...words, place }),
    };
  });
  const rankingFrame = ({ code, figures, spec, title }: (typeof cityRankings)[number], height?: number) => (
    <ChartFrame
      id={`cities-${code}`}
      title={title}
      subtitle={t('subtitle', { period, unit: unitFor(code) })}
      source={<CitedFrom figures={figures} locale={locale} />}
      spec={spec}
      table={twin(spec, code)}
      height={height}
      locale={locale}
      fileName={`${name(code)}-${period}`}
    />
  );
  const [byGdp, byGdpPerHead] = cityRankings;

  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead', { zone: name(zoneCode), city: name(cityCode) })} />
      <Section
        id="zone"
        title={name(zoneCode)}
        className=""
        actions={
          <a href={paths.unit(zoneCode)} className="text-table text-sea hover:underline">
            {t('allOf', { name: name(zoneCode) })}
          </a>
        }
      >
        <ZoneCards cards={cards.zone} topicNames={topics} locale={locale} />
      </Section>
      <Section
        id="city"
        title={name(cityCode)}
        actions={
          <a href={paths.unit(cityCode)} className="text-table text-sea hover:underline">
            {t('allOf', { name: name(cityCode) })}
          </a>
        }
      >
        <div className="grid gap-8 lg:grid-cols-12 print:grid-cols-12 print:gap-6">
          <div className="min-w-0 lg:col-span-5 print:col-span-5">
            <CityFigures cards={cards.city} locale={locale} />
          </div>
          <div className="min-w-0 lg:col-span-7 print:col-span-7">{byGdp && rankingFrame(byGdp, 440)}</div>
        </div>
        <div className="mt-8 grid gap-8 border-t border-rule pt-5 lg:grid-cols-3 print:mt-4 print:grid-cols-3 print:gap-6">
          <ChartFrame
            id="counties-gdp"
            title={t('countyTitle')}
            subtitle={t('subtitle', { period, unit })}
            source={<CitedFrom figures={counties} locale={locale} />}
            note={t('bounds')}
            spec={countyBars}
            table={twin(countyBars)}
            locale={locale}
            fileName={`${t('countyTitle')}-${period}`}
          />
          <ChartFrame
            id="city-gdp"
            title={t('trendTitle', { city: name(cityCode) })}
            subtitle={t('trendSubtitle', {
              from: gdpYears[0]?.periodCode ?? '',
              to: gdpYears.at(-1)?.periodCode ?? '',
              unit,
            })}
            source={<CitedFrom figures={gdpYears} locale={locale} />}
            spec={trend}
            table={twin(trend)}
            locale={locale}
            fileName={`${name(cityCode)}-${name('GDP')}`}
          />
          {byGdpPerHead && rankingFrame(byGdpPerHead)}
        </div>
      </Section>
      <Section
        id="new"
        title={t('newTitle')}
        note={t('newNote')}
        actions={
          <a href={paths.sources} className="text-table text-sea hover:underline">
            {t('allSources')}
          </a>
        }
      >
        <ul className="grid grid-cols-1 gap-x-8 md:grid-cols-2">
          {documents.map((document) => (
            <li key={document.code} className="flex items-baseline gap-3 border-b border-rule py-2 text-table">
              <time dateTime={document.publishedOn} className="shrink-0 text-ink-2">
                {document.publishedOn}
              </time>
              <a href={paths.source(document.code)} className="min-w-0 flex-1 truncate hover:text-sea hover:underline">
                {document.title}
              </a>
              <span className="shrink-0 text-ink-2">{t('figures', { count: document.figures })}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
