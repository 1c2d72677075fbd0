import { clsx } from 'clsx';
import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { CitedFrom } from '@/app/ui/figures/cited-from';
import { Place } from '@/app/ui/figures/rank-badge';
import { markedName } from '@/app/ui/primitives/marked';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { type Placed, rankMatch, strongAndWeak } from '@/lib/catalogue/units/portrait';
import { benchmarkCode, type IndicatorFigures, type UnitPlace } from '@/lib/catalogue/units/words';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import type { ChartSpec } from '@/lib/dashboards/series/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';

type Props = {
  lines: readonly IndicatorFigures[];
  places: readonly UnitPlace[];
  group: Named;
  /** Where the page places only some of the unit's indicators: how many it lists, and how many there are. */
  part: { readonly count: number; readonly all: number } | null;
  locale: Locale;
};

/** The unit's position among its peers: strong and weak indicators, and each place compared with its place by GDP. */
export function Standing(props: Props) {
  const { lines, places, part, locale } = props;
  const t = translator(locale, 'units');
  const { strong, weak } = strongAndWeak(lines);
  const matched = rankMatch(lines, places, benchmarkCode);
  const hasChart = matched.length > 0;
  return (
    <>
      <p className="mb-3 text-table text-ink-2">
        {t('standingNote')}
        {part && t('standingOfPart', part)}
      </p>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-12">
        <div
          className={clsx(
            'grid content-start gap-x-8 gap-y-5 sm:grid-cols-2',
            hasChart ? 'lg:col-span-5 lg:grid-cols-1' : 'lg:col-span-12',
          )}
        >
          <PlaceList title={t('strong')} none={t('noneStrong')} placed={strong} locale={locale} />
          <PlaceList title={t('weak')} none={t('noneWeak')} placed={weak} locale={locale} />
        </div>
        {hasChart && (
          <div className="min-w-0 lg:col-span-7">
            <RankMatch {...props} matched={matched} />
          </div>
        )}
      </div>
    </>
  );
}

function PlaceList(props: { title: string; none: string; placed: readonly Placed[]; locale: Locale }) {
  const { title, none, placed, locale } = props;
  return (
    <section>
      <h3 className="text-sm font-semibold text-sea">{title}</h3>
      {placed.length === 0 && <p className="mt-1 text-table text-ink-2">{none}</p>}
      <ul>
        {placed.map(({ line: { indicator }, place }) => (
          <li key={indicator.code} className="flex min-h-9 items-center gap-3 border-b border-rule text-table">
            <a
              href={withQuery(paths.indicator(indicator.code), { period: place.periodCode })}
              className="min-w-0 flex-1 hover:text-sea hover:underline"
            >
              {markedName(indicator, locale)}
              <span className="ml-2 text-xs text-ink-2">{writtenPeriod(place.periodCode, locale)}</span>
            </a>
            <Place place={place.place} of={place.of} tied={place.isTied} locale={locale} />
            <span aria-hidden="true" className="w-8 text-xs text-ink-2">
              /{place.of}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RankMatch({ matched, group, locale }: Props & { matched: ReturnType<typeof rankMatch> }) {
  const t = translator(locale, 'units');
  const point = ({ place }: UnitPlace) => ({ value: place, text: String(place) });
  const spec: ChartSpec = {
    kind: 'match',
    size: Math.max(...matched.map(({ place }) => place.of)),
    items: matched.map(({ line, place, benchmark }) => ({
      key: line.indicator.code,
      label: nameOf(line.indicator, locale),
      place: point(place),
      benchmark: point(benchmark),
    })),
  };
  const count = (is: (ahead: number) => boolean) => matched.filter(({ ahead }) => is(ahead)).length;
  const ranked = matched.flatMap(({ line, place }) =>
    line.periods.flatMap(({ figure }) => (figure.periodCode === place.periodCode ? [figure] : [])),
  );
  return (
    <ChartFrame
      id="match"
      title={t('matchTitle')}
      subtitle={t('matchSubtitle', { group: nameOf(group, locale), of: spec.size })}
      source={<CitedFrom figures={ranked} all="#figures" locale={locale} />}
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
