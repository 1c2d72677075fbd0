import type { Metadata } from 'next';
import { cache } from 'react';
import { RankingAddress } from '@/app/(desk)/assessment/rankings/address';
import { ResultFrame, type Shown } from '@/app/(desk)/assessment/rankings/result-frame';
import { currentLocale } from '@/app/server/locale';
import { currentPlace } from '@/app/server/place';
import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { FilterSelect } from '@/app/ui/tables/filter-bar';
import type { Principal } from '@/lib/access/principal';
import { standingsOf, unitResult } from '@/lib/assessment/rankings/card/queries';
import { rankMatch } from '@/lib/assessment/rankings/grid/rank-match';
import { ownUnits } from '@/lib/assessment/rankings/own-units';
import { frozenUnits } from '@/lib/assessment/rankings/queries';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import type { MatchSpec } from '@/lib/dashboards/series/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { MatchTable } from './match-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'rankings')('places.title') };
}

/** 位次匹配: the place of a unit at each item compared with its rank by total. */
export default async function PlacesPage({ searchParams }: PageProps<'/assessment/rankings/places'>) {
  const asked = RankingAddress.parse(await searchParams);
  return (
    <ResultFrame
      view="places"
      asked={asked}
      fields={async ({ principal, run, locale }) => {
        const { code, units } = await chosenUnit(principal, run, asked);
        return (
          <FilterSelect
            label={translator(locale, 'rankings')('places.unit')}
            name="unit"
            value={code}
            options={units.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
          />
        );
      }}
    >
      {(shown) => Places({ ...shown, asked })}
    </ResultFrame>
  );
}

/** The unit in the address, else the reader's own or a home unit, else the first; with all units of the menu. */
const chosenUnit = cache(async (principal: Principal, run: ResultRun, asked: RankingAddress) => {
  const units = await frozenUnits(principal, run.id);
  const own = ownUnits(principal, (await currentPlace()).settings.homeUnits);
  const wanted = [asked.unit, ...own.pinned, ...own.marked, units[0]?.code];
  const code = wanted.find((one) => one !== undefined && units.some((unit) => unit.code === one)) ?? '';
  return { code, units };
});

async function Places({ principal, run, locale, asked }: Shown & { asked: RankingAddress }) {
  const t = translator(locale, 'rankings');
  const { code } = await chosenUnit(principal, run, asked);
  const [unit, standings] = await Promise.all([unitResult(principal, run.id, code), standingsOf(principal, run, code)]);
  const items = unit ? rankMatch(run, unit, standings) : [];
  const name = unit ? nameOf(unit, locale) : '';
  const rank = unit?.rank ?? null;
  const placed = items.flatMap(({ part, place }) => (place === null ? [] : [{ part, place }]));
  const spec: MatchSpec | null =
    rank === null || placed.length === 0
      ? null
      : {
          kind: 'match',
          size: run.ranked,
          placeLabel: t('places.place'),
          benchmarkLabel: t('places.benchmark'),
          items: placed.map(({ part, place }) => ({
            key: part.key,
            label: nameOf(part, locale),
            place: { value: place, text: `${place}` },
            benchmark: { value: rank, text: `${rank}` },
          })),
        };
  return (
    <>
      {unit && rank === null && <p className="mb-4 text-ink-2">{t('places.unranked')}</p>}
      <div className="grid items-start gap-6 xl:grid-cols-2">
        {unit && <MatchTable run={run} unit={unit} items={items} locale={locale} />}
        {spec && rank !== null && (
          <div className="min-w-0 rounded-md border border-rule bg-card p-4 md:p-5">
            <ChartFrame
              id="places"
              title={t('places.chart', { unit: name })}
              subtitle={t('places.subtitle', { rank, of: run.ranked, period: runWords(run, locale).period })}
              source={t('places.source')}
              spec={spec}
              table={tableTwin(spec, {
                name: t('places.item'),
                tick: t('places.item'),
                value: t('places.place'),
                place: t('places.place'),
                benchmark: t('places.benchmark'),
                none: '—',
              })}
              locale={locale}
              fileName={t('places.chart', { unit: name })}
            />
          </div>
        )}
        {unit && rank !== null && !spec && <p className="text-ink-2">{t('places.none')}</p>}
      </div>
    </>
  );
}
