import { CitationMark } from '@/app/ui/figures/citation-mark';
import { Figure, figureAnchor } from '@/app/ui/figures/figure';
import { ComputedGrowth, ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { Place, PublishedRank } from '@/app/ui/figures/rank-badge';
import { Sparkline } from '@/app/ui/figures/sparkline';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { redefinedOn } from '@/lib/catalogue/comparing/redefined';
import { parsePeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { IndicatorFigures, PeriodLine, TopicFigures } from '@/lib/catalogue/units/words';
import { sparkCourse } from '@/lib/dashboards/series/spaced-periods';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenText, writtenWhen } from '@/lib/observations/written';
import { paths, withQuery } from '@/lib/paths';

/** The most earlier figures of an indicator, and of all on a page; a link leads to the others. */
const mostEarlier = 3;
const mostEarlierInAll = 75;

type Line = IndicatorFigures & { readonly latest: PeriodLine };

type View = {
  unitCode: string;
  /** The days on which the unit merged with others or was split. */
  reorganised: readonly string[];
  /** The number of figures of each indicator. */
  held: ReadonlyMap<string, number>;
  /** Whether only the latest figure of each indicator is listed; a link tells how many there are besides. */
  isLong: boolean;
  locale: Locale;
};

type CellView = View & {
  /** The number of earlier figures of each indicator that are listed. */
  shownEarlier: number;
};

/**
 * All figures of a unit, a table for each topic with the same columns: the latest of each indicator with its growth and
 * place, then earlier periods. Columns without any value are left out.
 */
export function TopicTables({ families, ...view }: View & { families: readonly TopicFigures[] }) {
  const { locale } = view;
  const topics = families
    .map(({ topic, indicators }) => ({
      topic,
      lines: indicators.flatMap((line): Line[] =>
        line.periods[0] && !line.isBeside ? [{ ...line, latest: line.periods[0] }] : [],
      ),
    }))
    .filter(({ lines }) => lines.length > 0);
  const all = topics.flatMap(({ lines }) => lines);
  const shownEarlier = view.isLong ? 0 : Math.min(mostEarlier, Math.floor(mostEarlierInAll / all.length));
  const columns = columnsFor(all, { ...view, shownEarlier });
  return topics.map(({ topic, lines }) => (
    <section key={topic.code} className="mb-6">
      <h3 className="mb-1 text-sm font-semibold text-sea">{markedName(topic, locale)}</h3>
      <DataTable
        caption={nameOf(topic, locale)}
        rows={lines}
        columns={columns}
        rowKey={({ indicator }) => indicator.code}
      />
    </section>
  ));
}

function columnsFor(lines: readonly Line[], view: CellView): Column<Line>[] {
  const { locale } = view;
  const t = translator(locale, 'units');
  const none = t('none');
  const columns: (Column<Line> & { needed?: boolean })[] = [
    {
      key: 'indicator',
      header: t('indicator'),
      className: 'w-[21%] min-w-40 max-w-72 max-sm:min-w-32',
      cell: ({ indicator }) => <a href={paths.indicator(indicator.code)}>{markedName(indicator, locale)}</a>,
    },
    {
      key: 'value',
      header: t('value'),
      align: 'end',
      className: 'w-[13%]',
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
    {
      key: 'period',
      header: t('period'),
      className: 'w-[12%] min-w-24',
      cell: ({ latest }) => writtenWhen(latest.figure, locale),
    },
    {
      key: 'yoy',
      header: t('yoy'),
      align: 'end',
      className: 'w-[9%] whitespace-nowrap',
      needed: lines.some(({ latest }) => latest.reported || latest.computed),
      cell: ({ latest, indicator }) => (
        <>
          <Growth line={latest} points={indicator.measure === 'rate'} locale={locale} />
          <Redefined redefined={indicator.redefined} periodCode={latest.figure.periodCode} locale={locale} />
        </>
      ),
    },
    {
      key: 'place',
      header: t('place'),
      align: 'end',
      className: 'w-[9%]',
      needed: lines.some(({ standing }) => standing),
      cell: ({ standing, latest }) =>
        standing === null ? (
          none
        ) : (
          <span className="inline-flex items-center gap-1 whitespace-nowrap">
            {standing.periodCode !== latest.figure.periodCode && (
              <span className="text-xs text-ink-2">{writtenPeriod(standing.periodCode, locale)}</span>
            )}
            <Place place={standing.place} of={standing.of} tied={standing.isTied} locale={locale} />
            <span aria-hidden="true" className="text-xs text-ink-2">
              /{standing.of}
            </span>
          </span>
        ),
    },
    {
      key: 'course',
      header: t('course'),
      className: 'w-28',
      needed: lines.some(({ course }) => course.length > 1),
      cell: ({ course, indicator }) =>
        course.length > 1 && (
          <Sparkline
            {...sparkCourse(
              course.map(({ figure }) => ({
                period: figure.periodCode,
                value: (indicator.measure === 'rank' ? -1 : 1) * Number(figure.value),
              })),
              [...indicator.redefined, ...view.reorganised],
            )}
            label={course
              .map(
                ({ figure }) =>
                  `${writtenPeriod(figure.periodCode, locale)} ${writtenText(figure, locale, indicator.measure)}`,
              )
              .join(' → ')}
          />
        ),
    },
    {
      key: 'earlier',
      header: t('earlier'),
      needed: lines.some(({ periods, ranks }) => periods.length > 1 || ranks.length > 0),
      cell: (line) => <Earlier line={line} {...view} />,
    },
  ];
  return columns.filter(({ needed = true }) => needed);
}

/**
 * 同比 as its source states it, with a footnote of its own where the growth has another quote; else the computed growth.
 */
function Growth({ line, points, locale }: { line: PeriodLine; points: boolean; locale: Locale }) {
  const t = translator(locale, 'units');
  const { reported, computed } = line;
  if (reported) {
    return (
      <>
        <ReportedGrowth change={reported.change} points={points} locale={locale} />
        <CitationMark citation={reported.citation} anchor={figureAnchor(reported.stated)} locale={locale} />
      </>
    );
  }
  if (!computed) return t('none');
  return (
    <span className="text-ink-2" title={t('computedNote')}>
      <ComputedGrowth growth={computed} locale={locale} /> <span className="text-xs">{t('computed')}</span>
    </span>
  );
}

/** Says that the scope of an indicator changed within the year before a period, so that growth crosses the change. */
function Redefined(props: { redefined: readonly string[]; periodCode: string; locale: Locale }) {
  const period = parsePeriod(props.periodCode);
  const before = period && yearEarlier(period);
  const day = before ? redefinedOn(props.redefined, before, props.periodCode) : undefined;
  if (!day) return null;
  const c = translator(props.locale, 'catalogue');
  return (
    <span className="block text-xs whitespace-normal text-gold" title={c('definition.crossed', { day })}>
      {c('definition.crossedShort')}
    </span>
  );
}

/** The ranks that sources state and the earlier periods, each with its footnote. */
function Earlier({ line, unitCode, held, shownEarlier, locale }: CellView & { line: Line }) {
  const t = translator(locale, 'units');
  const { indicator, ranks } = line;
  const earlier = line.periods.slice(1, 1 + shownEarlier);
  const more = (held.get(indicator.code) ?? line.periods.length) - 1 - earlier.length;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 text-ink-2">
      {ranks.map((rank) => (
        <span key={`${rank.periodCode} ${rank.scopeZh}`} className="inline-flex items-center gap-1">
          <span className="text-xs">{writtenPeriod(rank.periodCode, locale)}</span>
          <PublishedRank rank={rank} locale={locale} />
        </span>
      ))}
      {earlier.map(({ figure }) => (
        <span key={figure.periodCode} className="inline-flex min-h-6 items-center whitespace-nowrap">
          <span className="mr-1.5 text-xs">{writtenWhen(figure, locale)}</span>
          <span className="text-ink">{writtenText(figure, locale, indicator.measure)}</span>
          <CitationMark citation={figure.citation} anchor={figureAnchor(figure)} locale={locale} />
        </span>
      ))}
      {more > 0 && (
        <a
          href={withQuery(paths.indicator(indicator.code), { unit: unitCode }, 'figures')}
          className="text-xs text-sea hover:underline"
        >
          {t('more', { count: more })}
        </a>
      )}
    </span>
  );
}
