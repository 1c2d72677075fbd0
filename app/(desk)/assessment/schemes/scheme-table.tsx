import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { unbroken } from '@/app/ui/tables/unbroken';
import type { SchemeLine } from '@/lib/assessment/schemes/words';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { SchemeTags } from './scheme-tags';

/** The schemes, each with its published version and its draft. */
export function SchemeTable(props: { lines: readonly SchemeLine[]; hasDrafts: boolean; locale: Locale }) {
  const { lines, hasDrafts, locale } = props;
  const t = translator(locale, 'schemes');
  const at = (number: number | null, moment: Date | null) =>
    number !== null && moment ? t('versionAt', { number, at: writtenMoment(moment) }) : null;
  const columns: Column<SchemeLine>[] = [
    {
      key: 'name',
      header: t('name'),
      className: 'min-w-52',
      cell: (line) => (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          <a href={paths.scheme(line.code)} className="py-1 font-medium hover:text-sea">
            {markedName(line, locale)}
          </a>
          <SchemeTags isExample={line.isExample} isDemonstration={line.isDemonstration} locale={locale} />
        </span>
      ),
    },
    { key: 'group', header: t('group'), className: 'min-w-28', cell: (line) => markedName(line.group, locale) },
    { key: 'kind', header: t('kind'), className: 'whitespace-nowrap', cell: (line) => t(`kinds.${line.kind}`) },
    { key: 'items', header: t('items'), align: 'end', cell: (line) => line.items },
    {
      key: 'published',
      header: t('published'),
      ...unbroken(locale),
      cell: (line) =>
        at(line.publishedNumber, line.publishedAt) ?? <span className="text-ink-2">{t('notPublished')}</span>,
    },
    ...(hasDrafts
      ? [
          {
            key: 'draft',
            header: t('draft'),
            ...unbroken(locale),
            cell: (line: SchemeLine) => at(line.draftNumber, line.draftEditedAt) ?? t('noDraft'),
          },
        ]
      : []),
  ];
  return <DataTable caption={t('title')} rows={lines} columns={columns} rowKey={(line) => line.code} />;
}
