import { Badge } from '@/app/ui/primitives/badge';
import { DataTable } from '@/app/ui/tables/data-table';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import type { RecentUpload } from '@/lib/reporting/import/preview/queries';

/** The last files of the unit, each with a link to its preview or result. */
export function RecentUploads({ uploads, locale }: { uploads: readonly RecentUpload[]; locale: Locale }) {
  const t = translator(locale, 'imports');
  return (
    <DataTable
      caption={t('start.recentCaption')}
      rows={uploads}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-2">{t('start.recentNone')}</p>}
      columns={[
        {
          key: 'file',
          header: t('start.recentFile'),
          className: 'min-w-40',
          cell: ({ id, fileName }) => (
            <a href={paths.upload(id)} className="break-words text-sea hover:underline">
              {fileName}
            </a>
          ),
        },
        {
          key: 'state',
          header: t('start.recentState'),
          cell: ({ state }) => <Badge tone={state === 'committed' ? 'sea' : 'plain'}>{t(`states.${state}`)}</Badge>,
        },
        {
          key: 'rows',
          header: t('start.recentRows'),
          align: 'end',
          cell: ({ added, changed, faulty }) => `${added} / ${changed} / ${faulty}`,
        },
        { key: 'by', header: t('preview.by'), cell: ({ by }) => <span className="whitespace-nowrap">{by}</span> },
        {
          key: 'at',
          header: t('start.recentAt'),
          cell: ({ uploadedAt }) => <span className="whitespace-nowrap">{writtenMoment(uploadedAt)}</span>,
        },
      ]}
    />
  );
}
