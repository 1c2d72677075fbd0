import { DataTable } from '@/app/ui/tables/data-table';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ListedField } from '@/lib/publishing/api/field-list';

/** The fields of what is sent or answered, each with its type and meaning. */
export function FieldTable(props: { caption: string; fields: readonly ListedField[]; locale: Locale }) {
  const { caption, fields, locale } = props;
  const t = translator(locale, 'api');
  return (
    <DataTable
      caption={caption}
      rows={fields}
      rowKey={(one) => one.path}
      stacked
      columns={[
        { key: 'name', header: t('field'), cell: (one) => <code className="max-sm:break-all">{one.path}</code> },
        { key: 'kind', header: t('kind'), cell: (one) => <code>{one.kind}</code> },
        { key: 'about', header: t('about'), cell: (one) => one.about, wide: true },
      ]}
    />
  );
}
