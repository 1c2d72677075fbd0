import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { HistoryLine } from '@/lib/reporting/collections/progress/words';

/** The history of a collection's returns, latest first. */
export function HistoryTable({ history, locale }: { history: readonly HistoryLine[]; locale: Locale }) {
  const t = translator(locale, 'collections');
  const r = translator(locale, 'reporting');
  const columns: Column<HistoryLine>[] = [
    {
      key: 'at',
      header: t('history.at'),
      className: 'whitespace-nowrap',
      cell: ({ at }) => writtenMoment(at),
    },
    {
      key: 'unit',
      header: t('history.unit'),
      className: 'whitespace-nowrap',
      cell: ({ unit }) => markedName(unit, locale),
    },
    { key: 'step', header: t('history.step'), className: 'whitespace-nowrap', cell: ({ kind }) => r(`steps.${kind}`) },
    {
      key: 'figures',
      header: t('history.figures'),
      align: 'end',
      cell: ({ figures }) => (figures > 0 ? figures : '—'),
    },
    {
      key: 'actor',
      header: t('history.actor'),
      className: 'whitespace-nowrap',
      cell: ({ actor }) => actor,
    },
    { key: 'reason', header: t('history.reason'), className: 'min-w-60', cell: ({ reason }) => reason || '—' },
  ];
  return (
    <DataTable
      caption={t('history.caption')}
      rows={history}
      columns={columns}
      rowKey={({ at, unit, kind, reason, actor }) => `${at.toISOString()} ${unit.code} ${kind} ${reason} ${actor}`}
      empty={<p className="text-ink-2">{t('history.none')}</p>}
    />
  );
}
