import type { ReactNode } from 'react';
import { EndedUnit } from '@/app/ui/figures/ended-unit';
import { Figure, figureAnchor } from '@/app/ui/figures/figure';
import { figurePath } from '@/app/ui/figures/figure-path';
import { ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { sourcePath } from '@/app/ui/figures/source-path';
import { VintageTag } from '@/app/ui/figures/vintage-tag';
import { WithdrawnSource } from '@/app/ui/figures/withdrawn-source';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { UnitFigure } from '@/lib/observations/ranking/words';
import { isWorded } from '@/lib/observations/written';

type View = { indicator: IndicatorView; locale: Locale };

/** Figures one by one, each with its document, place and quote. */
export function FigureList(props: View & { figures: readonly UnitFigure[]; caption: string; empty?: ReactNode }) {
  const { indicator, figures, locale } = props;
  const t = translator(locale, 'indicators');
  const unit = isWorded(indicator.measure)
    ? t('columns.valuePlain')
    : t('columns.value', { unit: unitOf(indicator, locale) });
  const [undated] = figures.every(({ periodCode }) => periodCode === 'undated') ? figures : [];
  const whenOf = (row: UnitFigure) => row.periodPrinted || writtenPeriod(row.periodCode, locale);
  const isSame = (of: (row: UnitFigure) => string) => figures.every((row) => undated && of(row) === of(undated));
  // What the documents say of an unknown year is said once, and not in every row.
  const when = undated && isSame(whenOf) ? whenOf(undated) : null;
  const notes = new Set(figures.flatMap(({ note }) => note || []));
  const remark = when !== null && notes.size === 1 ? [...notes][0] : undefined;
  const linked = (row: UnitFigure, words: string) => (
    <a href={figurePath(row)} className="inline-flex min-h-6 items-center text-sea hover:underline">
      {words}
    </a>
  );
  const withGrowth = figures.some(({ reportedYoy }) => reportedYoy !== null);
  const columns: (Column<UnitFigure> | false)[] = [
    {
      key: 'unit',
      header: t('columns.unit'),
      className: 'whitespace-nowrap',
      cell: (row) => (
        <>
          {when === null ? markedName(row.unit, locale) : linked(row, nameOf(row.unit, locale))}
          <EndedUnit unit={row.unit} locale={locale} />
        </>
      ),
    },
    when === null && {
      key: 'period',
      header: t('columns.period'),
      className: 'whitespace-nowrap',
      cell: (row) => linked(row, whenOf(row)),
    },
    {
      key: 'value',
      header: unit,
      align: 'end',
      cell: (row) => <Figure figure={row} measure={indicator.measure} locale={locale} size="table" cite={false} />,
    },
    withGrowth && {
      key: 'reported',
      header: t('columns.reported'),
      align: 'end',
      cell: ({ reportedYoy }) =>
        reportedYoy === null ? (
          '—'
        ) : (
          <ReportedGrowth change={reportedYoy} points={indicator.measure === 'rate'} locale={locale} />
        ),
    },
    {
      key: 'vintage',
      header: t('columns.vintage'),
      className: 'max-lg:hidden',
      cell: ({ vintage }) => <VintageTag vintage={vintage} locale={locale} />,
    },
    {
      key: 'quote',
      header: t('columns.quote'),
      className: 'min-w-56',
      cell: ({ citation, note }) => (
        <>
          {citation.quote ? <q>{citation.quote}</q> : <span className="text-ink-2">{t('sources.noQuote')}</span>}
          {note && note !== remark && <span className="block text-xs text-ink-2">{note}</span>}
        </>
      ),
    },
    {
      key: 'source',
      header: t('columns.source'),
      className: 'min-w-56',
      cell: (row) => <SourceLink figure={row} locale={locale} />,
    },
  ];
  return (
    <>
      {when !== null && (
        <p className="mb-2 text-table text-ink-2">
          {t('undated.printed', { words: when })} {remark}
        </p>
      )}
      <DataTable
        caption={props.caption}
        rows={figures}
        columns={columns.filter((column) => column !== false)}
        rowKey={figureAnchor}
        empty={props.empty}
      />
    </>
  );
}

/** The document of a figure, at the line that states it. */
export function SourceLink({ figure, locale }: { figure: UnitFigure; locale: Locale }) {
  const { sourceCode, sourceTitle, publisher, locator } = figure.citation;
  return (
    <>
      <a href={sourcePath(sourceCode, figureAnchor(figure))} className="text-sea hover:underline">
        {marked(sourceTitle, locale)}
      </a>{' '}
      <WithdrawnSource citation={figure.citation} locale={locale} />
      <span className="block text-xs text-ink-2">
        {marked([publisher, locator].filter(Boolean).join(' · '), locale)}
      </span>
    </>
  );
}
