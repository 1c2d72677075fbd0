import Link from 'next/link';
import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { Place } from '@/app/ui/figures/rank-badge';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { rankMatch, strongAndWeak } from '@/lib/catalogue/units/portrait';
import type { IndicatorFigures, UnitName } from '@/lib/catalogue/units/words';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import type { ChartSpec } from '@/lib/dashboards/series/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

const benchmarkCode = 'GDP';

/** Where the unit stands among its peers: ahead, behind, and each place against its place by GDP. */
export function Standing(props: { lines: readonly IndicatorFigures[]; group: UnitName; locale: Locale }) {
  const { lines, group, locale } = props;
  const t = translator(locale, 'units');
  const { strong, weak } = strongAndWeak(lines);
  if (!lines.some(({ place }) => place)) return <p className="text-ink-2">{t('noStanding')}</p>;
  return (
    <>
      <p className="mb-3 text-table text-ink-2">{t('standingNote')}</p>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-12">
        <div className="grid content-start gap-y-5 sm:max-lg:grid-cols-2 sm:max-lg:gap-x-8 lg:col-span-5">
          <PlaceList title={t('strong')} none={t('noneStrong')} lines={strong} locale={locale} />
          <PlaceList title={t('weak')} none={t('noneWeak')} lines={weak} locale={locale} />
        </div>
        <div className="min-w-0 lg:col-span-7">
          <Match lines={lines} group={group} locale={locale} />
        </div>
      </div>
    </>
  );
}

function PlaceList(props: { title: string; none: string; lines: readonly IndicatorFigures[]; locale: Locale }) {
  const { title, none, lines, locale } = props;
  const t = translator(locale, 'units');
  return (
    <section>
      <h3 className="text-sm font-semibold text-sea">{title}</h3>
      {lines.length === 0 && <p className="mt-1 text-table text-ink-2">{none}</p>}
      <ul>
        {lines.map(
          ({ indicator, place }) =>
            place && (
              <li key={indicator.code} className="flex min-h-9 items-center gap-3 border-b border-rule text-table">
                <Link
                  href={`/catalogue/indicators/${indicator.code}?period=${place.periodCode}`}
                  className="min-w-0 flex-1 hover:text-sea hover:underline"
                >
                  {nameOf(indicator, locale)}
                  <span className="ml-2 text-xs text-ink-2">{writtenPeriod(place.periodCode, locale)}</span>
                </Link>
                <Place place={place.place} of={place.of} locale={locale} />
                <span aria-hidden="true" className="w-10 text-right text-xs text-ink-2 tabular-nums">
                  {t('ofPlaces', { place: place.place, of: place.of })}
                </span>
              </li>
            ),
        )}
      </ul>
    </section>
  );
}

function Match(props: { lines: readonly IndicatorFigures[]; group: UnitName; locale: Locale }) {
  const { lines, group, locale } = props;
  const t = translator(locale, 'units');
  const match = rankMatch(lines, benchmarkCode);
  if (!match) return null;
  const { benchmark, matched } = match;
  const point = (place: number) => ({ value: place, text: String(place) });
  const spec: ChartSpec = {
    kind: 'match',
    size: benchmark.of,
    items: matched.map(({ line, place }) => ({
      key: line.indicator.code,
      label: nameOf(line.indicator, locale),
      place: point(place.place),
      benchmark: point(benchmark.place),
    })),
  };
  const title = t('matchTitle', { place: benchmark.place });
  const count = (is: (ahead: number) => boolean) => matched.filter(({ ahead }) => is(ahead)).length;
  return (
    <ChartFrame
      id="match"
      title={title}
      subtitle={t('matchSubtitle', { group: nameOf(group, locale), of: benchmark.of })}
      source={t('source')}
      note={t('matchNote', {
        ahead: count((ahead) => ahead > 0),
        level: count((ahead) => ahead === 0),
        behind: count((ahead) => ahead < 0),
      })}
      spec={spec}
      table={tableTwin(spec, {
        name: t('indicator'),
        tick: t('period'),
        value: t('value'),
        place: t('place'),
        benchmark: t('benchmark'),
        none: t('none'),
      })}
      locale={locale}
      fileName={t('match')}
    />
  );
}
