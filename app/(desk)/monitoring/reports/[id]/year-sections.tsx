import { Place, PlaceChange } from '@/app/ui/figures/rank-badge';
import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Standing, TakenPoints, YearSoFar } from '@/lib/monitoring/reports/standings/words';
import { paths, withQuery } from '@/lib/paths';

/** The score of the year so far: the places of each scheme with their change since the report before, and the deductions. */
export function YearSections(props: {
  soFar: YearSoFar;
  before: YearSoFar | null;
  own: string | null;
  locale: Locale;
}) {
  const { soFar, before, own, locale } = props;
  const t = translator(locale, 'reports');
  const taken = ({ entries, points }: TakenPoints) => (entries === 0 ? '—' : t('taken', { points, entries }));
  return (
    <>
      <Section id="ranks" title={t('ranks')} note={t('ranksNote')}>
        {soFar.standings.length === 0 && <p className="text-ink-2">{t('noRanks')}</p>}
        {soFar.standings.map((standing) => (
          <Ranks
            key={standing.scheme.code}
            standing={standing}
            before={before?.standings.find(({ scheme }) => scheme.code === standing.scheme.code)}
            own={own}
            locale={locale}
          />
        ))}
      </Section>
      {soFar.deductions.length > 0 && (
        <Section id="deducted" title={t('deducted')} note={t('deductedNote')}>
          <DataTable
            caption={t('deducted')}
            rows={soFar.deductions}
            rowKey={({ scheme, unit }) => `${scheme.code} ${unit.code}`}
            isFocal={({ unit }) => unit.code === own}
            columns={[
              { key: 'unit', header: t('unit'), cell: ({ unit }) => markedName(unit, locale) },
              { key: 'scheme', header: t('scheme'), cell: ({ scheme }) => markedName(scheme, locale) },
              { key: 'confirmed', header: t('confirmed'), align: 'end', cell: ({ confirmed }) => taken(confirmed) },
              {
                key: 'provisional',
                header: t('provisional'),
                align: 'end',
                cell: ({ provisional }) => (provisional ? taken(provisional) : '—'),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

/** The most places of a ranking, besides the reader's own; its page has all. */
const mostRanks = 50;

function Ranks(props: { standing: Standing; before: Standing | undefined; own: string | null; locale: Locale }) {
  const { standing, before, own, locale } = props;
  const t = translator(locale, 'reports');
  const caption = t('ranksOf', {
    scheme: nameOf(standing.scheme, locale),
    period: writtenPeriod(standing.periodCode, locale),
  });
  const rankBefore = new Map(before?.rows.map(({ unit, rank }) => [unit.code, rank]));
  const changeOf = (code: string, rank: number | null) => {
    const former = rankBefore.get(code) ?? null;
    return rank === null || former === null ? null : former - rank;
  };
  return (
    <>
      <h3 className="mt-3 mb-1 font-semibold">
        <a href={withQuery(paths.rankings, { run: standing.run })} className="text-sea hover:underline">
          {caption}
        </a>
      </h3>
      <DataTable
        caption={caption}
        rows={standing.rows.filter(({ unit }, at) => at < mostRanks || unit.code === own)}
        rowKey={({ unit }) => unit.code}
        isFocal={({ unit }) => unit.code === own}
        columns={[
          {
            key: 'rank',
            header: t('rank'),
            align: 'center',
            className: 'w-16',
            cell: ({ rank, isTied }) =>
              rank === null ? '—' : <Place place={rank} of={standing.ranked} tied={isTied} locale={locale} />,
          },
          { key: 'unit', header: t('unit'), cell: ({ unit }) => markedName(unit, locale) },
          { key: 'points', header: t('points'), align: 'end', cell: ({ shown }) => shown ?? '—' },
          ...(before
            ? [
                {
                  key: 'change',
                  header: t('change'),
                  align: 'center' as const,
                  cell: ({ unit, rank }: Standing['rows'][number]) => (
                    <PlaceChange change={changeOf(unit.code, rank)} locale={locale} />
                  ),
                },
              ]
            : []),
        ]}
      />
      {standing.rows.length > mostRanks && (
        <p className="mt-2 text-table text-ink-2">
          {t('firstRanks', { shown: mostRanks, count: standing.rows.length })}
        </p>
      )}
    </>
  );
}
