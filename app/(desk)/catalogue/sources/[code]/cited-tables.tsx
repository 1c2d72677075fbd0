import type { ReactNode } from 'react';
import { Figure, figureAnchor } from '@/app/ui/figures/figure';
import { VintageTag } from '@/app/ui/figures/vintage-tag';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { CitedFigure, CitedRank } from '@/lib/catalogue/sources/words';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Citation } from '@/lib/observations/words';
import { writtenRank } from '@/lib/observations/written-rank';
import { paths } from '@/lib/paths';

type Key = { indicatorCode: string; orgUnitCode: string; periodCode: string };
type Named = CitedFigure['unit'];

/** The column of a line's indicator and unit, as links. */
function aboutColumn<Row extends { unit: Named; indicator: Named }>(
  keyOf: (row: Row) => Key,
  locale: Locale,
): Column<Row> {
  return {
    key: 'indicator',
    header: translator(locale, 'sources')('indicator'),
    className: 'min-w-36',
    cell: (row) => (
      <span className="block py-1">
        <a href={paths.indicator(keyOf(row).indicatorCode)}>{markedName(row.indicator, locale)}</a>
        <a
          href={paths.unit(keyOf(row).orgUnitCode)}
          className="flex min-h-6 items-center text-xs text-ink-2 hover:text-sea hover:underline"
        >
          {markedName(row.unit, locale)}
        </a>
      </span>
    ),
  };
}

function periodColumn<Row>(keyOf: (row: Row) => Key, locale: Locale): Column<Row> {
  return {
    key: 'period',
    header: translator(locale, 'sources')('period'),
    className: 'whitespace-nowrap',
    cell: (row) => writtenPeriod(keyOf(row).periodCode, locale),
  };
}

function Quoted({ citation, note, locale }: { citation: Citation; note: string; locale: Locale }): ReactNode {
  const t = translator(locale, 'figures');
  return (
    <span className="block min-w-56 py-1 leading-5">
      {citation.quote && (
        <q className="font-medium before:content-none after:content-none">
          {t('quoteOpen')}
          {marked(citation.quote, locale)}
          {t('quoteClose')}
        </q>
      )}
      {citation.locator && <span className="block text-xs text-ink-2">{marked(citation.locator, locale)}</span>}
      {note && <span className="block text-ink-2">{marked(note, locale)}</span>}
    </span>
  );
}

/** Figures of a document with their quotes; `anchored` lines are targets of footnote marks. */
export function FigureTable(props: {
  caption: string;
  rows: readonly CitedFigure[];
  locale: Locale;
  anchored?: boolean;
}) {
  const { locale } = props;
  const t = translator(locale, 'sources');
  const anchorOf = ({ figure }: CitedFigure) => figureAnchor(figure);
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={(row) => `${anchorOf(row)} ${row.figure.vintage}`}
      {...(props.anchored && { rowId: anchorOf })}
      columns={[
        aboutColumn<CitedFigure>((row) => row.figure, locale),
        {
          key: 'value',
          header: t('value'),
          align: 'end',
          cell: ({ figure, indicator }) => (
            <Figure
              figure={figure}
              unit={unitOf(indicator, locale)}
              measure={indicator.measure}
              locale={locale}
              size="table"
              cite={false}
            />
          ),
        },
        periodColumn<CitedFigure>((row) => row.figure, locale),
        {
          key: 'quote',
          header: t('quote'),
          className: 'w-2/5',
          cell: ({ figure }) => <Quoted citation={figure.citation} note={figure.note} locale={locale} />,
        },
        {
          key: 'vintage',
          header: t('vintage'),
          cell: ({ figure }) => <VintageTag vintage={figure.vintage} locale={locale} />,
        },
      ]}
    />
  );
}

/** Ranks that a document states, with quotes. */
export function RankTable(props: { caption: string; rows: readonly CitedRank[]; locale: Locale }) {
  const { locale } = props;
  const t = translator(locale, 'sources');
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={({ rank }) => `${figureAnchor(rank)} ${rank.scopeZh}`}
      rowId={({ rank }) => `rank-${figureAnchor(rank)}`}
      columns={[
        aboutColumn<CitedRank>((row) => row.rank, locale),
        {
          key: 'rank',
          header: t('rank'),
          className: 'whitespace-nowrap',
          cell: ({ rank }) => writtenRank(rank, locale),
        },
        periodColumn<CitedRank>((row) => row.rank, locale),
        {
          key: 'quote',
          header: t('quote'),
          className: 'w-2/5',
          cell: ({ rank }) => <Quoted citation={rank.citation} note="" locale={locale} />,
        },
      ]}
    />
  );
}
