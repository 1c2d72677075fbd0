import { Badge } from '@/app/ui/primitives/badge';
import { marked } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import type { MappedLine } from '@/lib/reporting/mapping/sheets/queries';

/** The sheets of a desk, each with the way back to its work, or with what was read of it. */
export function SheetTable(props: {
  sheets: readonly MappedLine[];
  caption: string;
  isDone?: boolean;
  empty: string;
  locale: Locale;
}) {
  const { locale } = props;
  const t = translator(locale, 'mapping');
  const results: Column<MappedLine>[] = [
    {
      key: 'state',
      header: t('columns.state'),
      cell: ({ state }) => <Badge tone={state === 'recorded' ? 'sea' : 'plain'}>{t(`states.${state}`)}</Badge>,
    },
    {
      key: 'read',
      header: t('columns.read'),
      align: 'end',
      cell: ({ counts }) => (counts ? `${counts.added} / ${counts.changed} / ${counts.unchanged}` : t('nothing')),
    },
    {
      key: 'unread',
      header: t('columns.unread'),
      align: 'end',
      cell: ({ counts }) => counts?.unread ?? t('nothing'),
    },
  ];
  return (
    <DataTable
      caption={props.caption}
      rows={props.sheets}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-2">{props.empty}</p>}
      columns={[
        {
          key: 'file',
          header: t('columns.file'),
          className: 'min-w-40',
          cell: ({ id, fileName }) => (
            <a
              href={paths.mappedSheet(id)}
              className="inline-flex min-h-6 items-center break-all text-sea hover:underline"
            >
              {marked(fileName, locale)}
            </a>
          ),
        },
        {
          key: 'sheet',
          header: t('columns.sheet'),
          cell: ({ sheetName }) => marked(sheetName, locale) || t('nothing'),
        },
        {
          key: 'kept',
          header: t('columns.kept'),
          cell: ({ keptName }) => (keptName === null ? t('nothing') : marked(keptName, locale)),
        },
        ...(props.isDone ? results : []),
        {
          key: 'edited',
          header: t('columns.edited'),
          className: 'whitespace-nowrap',
          cell: ({ editedBy, editedAt }) => (
            <>
              {marked(editedBy, locale)}
              <time dateTime={editedAt.toISOString()} className="block text-xs text-ink-2">
                {writtenMoment(editedAt)}
              </time>
            </>
          ),
        },
      ]}
    />
  );
}
