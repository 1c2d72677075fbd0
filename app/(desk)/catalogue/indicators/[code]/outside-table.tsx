import { EndedUnit } from '@/app/ui/figures/ended-unit';
import { Figure } from '@/app/ui/figures/figure';
import { ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { WithdrawnSource } from '@/app/ui/figures/withdrawn-source';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Ranking, UnitFigure } from '@/lib/observations/ranking/words';
import { isWorded } from '@/lib/observations/written';
import { paths } from '@/lib/paths';

/** Units outside the group with a figure of the period: shown, not ranked. */
export function OutsideTable(props: { ranking: Ranking; caption: string; locale: Locale }) {
  const { ranking, locale } = props;
  const { indicator, outside } = ranking;
  const t = translator(locale, 'indicators');
  const withGrowth = outside.some(({ reportedYoy }) => reportedYoy !== null);
  const columns: (Column<UnitFigure> | false)[] = [
    {
      key: 'unit',
      header: t('columns.unit'),
      cell: ({ unit }) => (
        <>
          <a href={paths.unit(unit.code)}>{markedName(unit, locale)}</a>
          <EndedUnit unit={unit} locale={locale} />
        </>
      ),
    },
    {
      key: 'value',
      header: isWorded(indicator.measure)
        ? t('columns.valuePlain')
        : t('columns.value', { unit: unitOf(indicator, locale) }),
      align: 'end',
      className: 'w-44',
      cell: (row) => <Figure figure={row} measure={indicator.measure} locale={locale} size="table" />,
    },
    withGrowth && {
      key: 'reported',
      header: t('columns.reported'),
      align: 'end',
      className: 'w-28',
      cell: ({ reportedYoy }) =>
        reportedYoy === null ? (
          '—'
        ) : (
          <ReportedGrowth change={reportedYoy} points={indicator.measure === 'rate'} locale={locale} />
        ),
    },
    {
      key: 'source',
      header: t('columns.source'),
      className: 'max-sm:hidden',
      cell: ({ citation }) => (
        <>
          <a href={paths.source(citation.sourceCode)}>{marked(citation.sourceTitle, locale)}</a>{' '}
          <WithdrawnSource citation={citation} locale={locale} />
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={props.caption}
      rows={outside}
      columns={columns.filter((column) => column !== false)}
      rowKey={({ orgUnitCode }) => orgUnitCode}
    />
  );
}
