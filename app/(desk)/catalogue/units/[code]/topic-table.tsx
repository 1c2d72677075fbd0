import Link from 'next/link';
import { CitationMark } from '@/app/ui/figures/citation-mark';
import { Figure, figureAnchor } from '@/app/ui/figures/figure';
import { ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { Place, PublishedRank } from '@/app/ui/figures/rank-badge';
import { Sparkline } from '@/app/ui/figures/sparkline';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { longestCourse } from '@/lib/catalogue/units/portrait';
import type { IndicatorFigures, UnitFigure } from '@/lib/catalogue/units/words';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenText } from '@/lib/observations/written';

const shownEarlier = 3;

/** A family of a unit's figures: the latest of each indicator with its places, and the periods before. */
export function TopicTable(props: { title: string; lines: readonly IndicatorFigures[]; locale: Locale }) {
  const { title, lines, locale } = props;
  const t = translator(locale, 'units');
  const none = <span className="text-ink-2">{t('none')}</span>;
  const columns: Column<IndicatorFigures>[] = [
    {
      key: 'indicator',
      header: t('indicator'),
      className: 'w-[22%] min-w-40 max-w-72 max-sm:min-w-32',
      cell: ({ indicator }) => (
        <Link href={`/catalogue/indicators/${indicator.code}`} className="hover:text-sea hover:underline">
          {nameOf(indicator, locale)}
        </Link>
      ),
    },
    {
      key: 'value',
      header: t('value'),
      align: 'end',
      className: 'w-[16%]',
      cell: ({ indicator, latest }) => (
        <Figure
          figure={latest.figure}
          unit={unitOf(indicator, locale)}
          measure={indicator.measure}
          locale={locale}
          size="table"
        />
      ),
    },
    { key: 'period', header: t('period'), className: 'w-[11%]', cell: ({ latest }) => periodOf(latest, locale) },
    {
      key: 'yoy',
      header: t('yoy'),
      align: 'end',
      className: 'w-[8%]',
      cell: ({ latest, indicator }) =>
        latest.figure.reportedYoy === null ? (
          none
        ) : (
          <ReportedGrowth change={latest.figure.reportedYoy} points={indicator.measure === 'rate'} locale={locale} />
        ),
    },
    {
      key: 'place',
      header: t('place'),
      align: 'end',
      className: 'w-[9%]',
      cell: ({ place, latest }) =>
        place === null ? (
          none
        ) : (
          <span className="inline-flex items-center gap-1">
            {place.periodCode !== latest.figure.periodCode && (
              <span className="text-xs text-ink-2">{writtenPeriod(place.periodCode, locale)}</span>
            )}
            <Place place={place.place} of={place.of} locale={locale} />
            <span aria-hidden="true" className="text-xs text-ink-2">
              /{place.of}
            </span>
          </span>
        ),
    },
    {
      key: 'course',
      header: t('course'),
      align: 'center',
      className: 'w-28',
      cell: (line) => {
        const course = longestCourse(line);
        return course.length < 2 ? (
          none
        ) : (
          <Sparkline
            points={course.map(({ figure }) => Number(figure.value))}
            label={course
              .map(({ figure }) => `${writtenPeriod(figure.periodCode, locale)} ${writtenText(figure, locale)}`)
              .join(' → ')}
          />
        );
      },
    },
    { key: 'earlier', header: t('earlier'), cell: (line) => <Earlier line={line} locale={locale} /> },
  ];
  return (
    <section className="mb-6">
      <h3 className="mb-1 text-sm font-semibold text-sea">{title}</h3>
      <DataTable caption={title} rows={lines} columns={columns} rowKey={({ indicator }) => indicator.code} />
    </section>
  );
}

function periodOf({ figure }: UnitFigure, locale: Locale): string {
  const written = writtenPeriod(figure.periodCode, locale);
  return locale === 'zh-CN' && figure.periodPrinted ? figure.periodPrinted : written;
}

/** The periods before the latest, and the ranks that sources state, each with its footnote. */
function Earlier({ line, locale }: { line: IndicatorFigures; locale: Locale }) {
  const t = translator(locale, 'units');
  const { indicator, earlier, ranks } = line;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 text-ink-2">
      {ranks.map((rank) => (
        <span key={`${rank.periodCode} ${rank.scopeZh}`} className="inline-flex items-center gap-1">
          <span className="text-xs">{writtenPeriod(rank.periodCode, locale)}</span>
          <PublishedRank rank={rank} locale={locale} />
        </span>
      ))}
      {earlier.slice(0, shownEarlier).map((one) => (
        <span key={one.figure.periodCode} className="inline-flex min-h-6 items-center whitespace-nowrap">
          <span className="mr-1.5 text-xs">{periodOf(one, locale)}</span>
          <span className="text-ink tabular-nums">{writtenText(one.figure, locale, indicator.measure)}</span>
          <CitationMark citation={one.figure.citation} anchor={figureAnchor(one.figure)} locale={locale} />
        </span>
      ))}
      {earlier.length > shownEarlier && (
        <Link href={`/catalogue/indicators/${indicator.code}`} className="text-xs text-sea hover:underline">
          {t('more', { count: earlier.length - shownEarlier })}
        </Link>
      )}
    </span>
  );
}
