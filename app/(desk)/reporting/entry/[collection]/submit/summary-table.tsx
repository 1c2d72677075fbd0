import { ComputedGrowth, ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenText } from '@/lib/observations/written';
import type { SummaryLine } from '@/lib/reporting/entry/form/summary';
import { keyOf } from '@/lib/reporting/figure-key';
import { groupedDecimal } from '@/lib/statistics/numbers';

/** Every figure to submit, beside the period before, largest change first. */
export function SummaryTable(props: { lines: readonly SummaryLine[]; caption: string; locale: Locale }) {
  const { locale } = props;
  const t = translator(locale, 'entry');
  const r = translator(locale, 'reporting');
  const columns: Column<SummaryLine>[] = [
    {
      key: 'indicator',
      header: t('columns.indicator'),
      className: 'min-w-36',
      cell: ({ figure }) => (
        <>
          {markedName(figure.indicator, locale)}
          <span className="block text-xs text-ink-2">
            {unitOf(figure.indicator, locale)} · {writtenPeriod(figure.periodCode, locale)}
          </span>
        </>
      ),
    },
    {
      key: 'value',
      header: t('value'),
      align: 'end',
      cell: ({ reading }) =>
        reading.kind === 'number'
          ? writtenText(reading, locale)
          : reading.kind === 'absent'
            ? r(`absences.${reading.absence}`)
            : '—',
    },
    {
      key: 'previous',
      header: t('columns.previous'),
      align: 'end',
      cell: ({ figure }) => (figure.previous === null ? '—' : groupedDecimal(figure.previous)),
    },
    {
      key: 'change',
      header: t('difference'),
      align: 'end',
      cell: ({ change }) => (change ? <ComputedGrowth growth={change} locale={locale} /> : '—'),
    },
    {
      key: 'yearEarlier',
      header: t('columns.yearEarlier'),
      align: 'end',
      cell: ({ figure }) => (figure.yearEarlier === null ? '—' : groupedDecimal(figure.yearEarlier)),
    },
    {
      key: 'yoy',
      header: t('growth'),
      align: 'end',
      cell: ({ figure, reportedYoy, onYear }) => (
        <>
          {reportedYoy === null ? (
            '—'
          ) : (
            <ReportedGrowth change={reportedYoy} points={figure.indicator.measure === 'rate'} locale={locale} />
          )}
          {onYear && (
            <span className="block text-xs text-ink-2">
              <ComputedGrowth growth={onYear} locale={locale} />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'note',
      header: t('note'),
      className: 'min-w-36',
      cell: ({ figure }) => [figure.entry.explanation, figure.entry.note].filter(Boolean).join('；') || '—',
    },
  ];
  return (
    <DataTable caption={props.caption} rows={props.lines} columns={columns} rowKey={({ figure }) => keyOf(figure)} />
  );
}
