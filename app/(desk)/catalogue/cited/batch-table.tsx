import { DataTable } from '@/app/ui/tables/data-table';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { CitedBatch } from '@/lib/observations/cited/queue/queries';
import { paths, withQuery } from '@/lib/paths';

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
          cell: ({ batchId, fileName }) => (
            <a
              href={withQuery(paths.citedFigures, { batch: batchId })}
              className="inline-flex min-h-6 items-center break-all text-sea hover:underline"
            >
              {fileName}
            </a>
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
