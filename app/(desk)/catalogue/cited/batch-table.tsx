import { DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { CitedBatch } from '@/lib/observations/cited/queue/queries';
import { paths, withQuery } from '@/lib/paths';

/** The periods of a sheet, which tells the sheets of one file apart; of many, the first and the last. */
function periodsText(periods: readonly string[], locale: Locale): string {
  const few = periods.length > 2 ? [periods[0] ?? '', periods.at(-1) ?? ''] : periods;
  const written = few.map((period) => writtenPeriod(period, locale));
  return periods.length > 2 ? written.join(' … ') : listed(written, locale);
}

/** The sheets whose figures wait, each to be decided as a whole. */
export function BatchTable({ batches, locale }: { batches: readonly CitedBatch[]; locale: Locale }) {
  const t = translator(locale, 'cited');
  return (
    <DataTable
      caption={t('batches')}
      rows={batches}
      rowKey={({ batchId }) => batchId}
      columns={[
        {
          key: 'file',
          header: t('columns.file'),
          className: 'min-w-40',
          cell: ({ batchId, fileName, periods }) => (
            <>
              <a
                href={withQuery(paths.citedFigures, { batch: batchId })}
                className="inline-flex min-h-6 items-center break-all text-sea hover:underline"
              >
                {fileName}
              </a>
              <span className="block text-xs text-ink-2">{periodsText(periods, locale)}</span>
            </>
          ),
        },
        { key: 'count', header: t('columns.count'), align: 'end', cell: ({ count }) => count },
        { key: 'changed', header: t('columns.changed'), align: 'end', cell: ({ changed }) => changed },
        {
          key: 'recorded',
          header: t('columns.recorded'),
          className: 'whitespace-nowrap',
          cell: ({ isOwn, recordedBy, recordedAt }) => (
            <>
              {isOwn ? t('own') : recordedBy}
              <time dateTime={recordedAt.toISOString()} className="block text-xs text-ink-2">
                {writtenMoment(recordedAt)}
              </time>
            </>
          ),
        },
      ]}
    />
  );
}
