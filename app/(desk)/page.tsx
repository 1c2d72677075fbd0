import Link from 'next/link';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { peerBars, yearlyParts, yearlyTrend } from '@/lib/dashboards/overview/charts';
import {
  newDocuments,
  overviewCards,
  overviewNames,
  peerFigures,
  yearlyFigures,
} from '@/lib/dashboards/overview/queries';
import { cityCode, cityGroup, countyGroup, zoneCode } from '@/lib/dashboards/overview/words';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import type { ChartSpec } from '@/lib/dashboards/series/words';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { FigureView } from '@/lib/observations/words';
import { CityFigures } from './city-figures';
import { ZoneCards } from './zone-cards';

const rankedPeriod = '2022';
const parts = ['GDP_1', 'GDP_2', 'GDP_3'] as const;

export default async function OverviewPage() {
  const [locale, principal] = await Promise.all([currentLocale(), currentPrincipal()]);
  const t = translator(locale, 'overview');
  const [cards, names, cities, counties, years, documents] = await Promise.all([
    overviewCards(principal),
    overviewNames(principal),
    peerFigures(principal, { indicatorCode: 'GDP', periodCode: rankedPeriod, group: cityGroup }),
    peerFigures(principal, { indicatorCode: 'GDP', periodCode: rankedPeriod, group: countyGroup }),
    yearlyFigures(principal, cityCode, ['GDP', ...parts]),
    newDocuments(principal, 8),
  ]);
  const name = (code: string) => (names[code] ? nameOf(names[code], locale) : code);
  const gdp = cards.city.find((card) => card.indicator.code === 'GDP');
  const unit = gdp ? unitOf(gdp.indicator, locale) : '';
  const period = writtenPeriod(rankedPeriod, locale);
  const topics = Object.fromEntries(Object.keys(names).map((code) => [code, name(code)]));

  const citedFrom = (figures: readonly FigureView[]) => {
    const titles = new Map(figures.map(({ citation }) => [citation.sourceCode, citation.sourceTitle]));
    const [first] = titles;
    if (!first) return null;
    const words = titles.size > 1 ? t('sourceMany', { first: first[1], count: titles.size }) : first[1];
    return <Link href={titles.size > 1 ? '/catalogue/sources' : `/catalogue/sources/${first[0]}`}>{words}</Link>;
  };
  const twin = (spec: ChartSpec) =>
    tableTwin(spec, {
      name: t('unit'),
      tick: t('period'),
      value: t('value', { name: name('GDP'), unit }),
      place: t('place'),
      benchmark: t('benchmark'),
      none: t('none'),
    });
  const cityBars = peerBars(cities, cityCode, locale);
  const countyBars = peerBars(counties, '', locale);
  const structure = yearlyParts(
    years,
    parts.map((key) => ({ key, label: name(key) })),
    locale,
  );
  const gdpYears = years.filter((figure) => figure.indicatorCode === 'GDP');
  const trend = yearlyTrend(gdpYears, name(cityCode), locale);
  const cityPlace = cityBars.kind === 'bars' ? cityBars.items.findIndex((item) => item.key === cityCode) + 1 : 0;

  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead', { zone: name(zoneCode), city: name(cityCode) })} />
      <Section
        id="zone"
        title={name(zoneCode)}
        className=""
        actions={
          <Link href={`/catalogue/units/${zoneCode}`} className="text-table text-sea hover:underline">
            {t('allOf', { name: name(zoneCode) })}
          </Link>
        }
      >
        <ZoneCards cards={cards.zone} topicNames={topics} locale={locale} />
      </Section>
      <Section
        id="city"
        title={name(cityCode)}
        actions={
          <Link href={`/catalogue/units/${cityCode}`} className="text-table text-sea hover:underline">
            {t('allOf', { name: name(cityCode) })}
          </Link>
        }
      >
        <div className="grid gap-8 lg:grid-cols-12">
          <div className="min-w-0 lg:col-span-5">
            <CityFigures cards={cards.city} locale={locale} />
          </div>
          <div className="min-w-0 lg:col-span-7">
            <ChartFrame
              id="cities-gdp"
              title={cityPlace > 0 ? t('gdpTitle', { city: name(cityCode), place: cityPlace }) : t('gdpPlain')}
              subtitle={t('subtitle', { period, unit })}
              source={citedFrom(cities)}
              spec={cityBars}
              table={twin(cityBars)}
              height={440}
              locale={locale}
              fileName={`${name('GDP')}-${period}`}
            />
          </div>
        </div>
        <div className="mt-8 grid gap-8 border-t border-rule pt-5 lg:grid-cols-3">
          <ChartFrame
            id="counties-gdp"
            title={t('countyTitle')}
            subtitle={t('subtitle', { period, unit })}
            source={citedFrom(counties)}
            note={t('bounds')}
            spec={countyBars}
            table={twin(countyBars)}
            locale={locale}
            fileName={`${t('countyTitle')}-${period}`}
          />
          <ChartFrame
            id="city-gdp"
            title={t('trendTitle', {
              city: name(cityCode),
              from: gdpYears[0]?.periodCode ?? '',
              to: gdpYears.at(-1)?.periodCode ?? '',
            })}
            subtitle={unit}
            source={citedFrom(gdpYears)}
            note={t('estimate')}
            spec={trend}
            table={twin(trend)}
            locale={locale}
            fileName={`${name(cityCode)}-${name('GDP')}`}
          />
          <ChartFrame
            id="city-structure"
            title={t('structureTitle', { city: name(cityCode) })}
            subtitle={unit}
            source={citedFrom(years.filter((figure) => figure.indicatorCode !== 'GDP'))}
            note={t('partsMissing')}
            spec={structure}
            table={twin(structure)}
            locale={locale}
            fileName={t('structureTitle', { city: name(cityCode) })}
          />
        </div>
      </Section>
      <Section
        id="new"
        title={t('newTitle')}
        note={t('newNote')}
        actions={
          <Link href="/catalogue/sources" className="text-table text-sea hover:underline">
            {t('allSources')}
          </Link>
        }
      >
        <ul className="grid grid-cols-1 gap-x-8 md:grid-cols-2">
          {documents.map((document) => (
            <li key={document.code} className="flex items-baseline gap-3 border-b border-rule py-2 text-table">
              <time dateTime={document.publishedOn} className="shrink-0 text-ink-2 tabular-nums">
                {document.publishedOn}
              </time>
              <Link
                href={`/catalogue/sources/${document.code}`}
                className="min-w-0 flex-1 truncate hover:text-sea hover:underline"
              >
                {document.title}
              </Link>
              <span className="shrink-0 text-ink-2">{t('figures', { count: document.figures })}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
