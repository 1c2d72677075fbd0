import { marked, markedName } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { EntryLine } from '@/lib/monitoring/registers/list/words';
import { type ListedField, listOfField, type Register } from '@/lib/monitoring/registers/words';
import { ListedName } from './listed-name';

/** Entries of a register, a line each. */
export function EntryTable(props: {
  register: Register;
  lines: readonly EntryLine[];
  hrefOf: (identifier: string) => string;
  locale: Locale;
}) {
  const { register, lines, hrefOf, locale } = props;
  const t = translator(locale, 'registers');
  const listed = (field: ListedField) => ({
    ...{ key: field, header: t(`columns.${field}`), className: 'min-w-20 print:min-w-0' },
    cell: (line: EntryLine) => (
      <ListedName items={register.lists[listOfField[field]]} code={line[field]} locale={locale} />
    ),
  });
  const unit = (key: 'bureau' | 'street') => ({
    ...{ key, header: t(`columns.${key}`), className: 'min-w-20 print:min-w-0' },
    cell: (line: EntryLine) => {
      const one = line[key];
      return one ? markedName(one, locale) : '—';
    },
  });
  return (
    <DataTable<EntryLine>
      stacked
      caption={t('list.caption')}
      rows={lines}
      rowKey={({ identifier }) => identifier}
      columns={[
        {
          key: 'name',
          header: t('columns.name'),
          wide: true,
          className: 'min-w-36 max-w-64 print:min-w-0',
          cell: ({ identifier, name }) => (
            <a
              href={hrefOf(identifier)}
              className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
            >
              {marked(name, locale)}
            </a>
          ),
        },
        {
          key: 'identifier',
          header: t(`identifier.${register.kind}`),
          className: 'whitespace-nowrap',
          cell: ({ identifier }) => marked(identifier, locale),
        },
        ...(['field', 'grade'] as const).filter((field) => register.lists[listOfField[field]].length > 0).map(listed),
        ...[unit('bureau'), unit('street')],
        ...(register.lists.groups.length > 0 ? [listed('group')] : []),
        ...(register.visitDays > 0
          ? [
              {
                ...{ key: 'visit', header: t('columns.visit'), className: 'whitespace-nowrap' },
                cell: ({ visit }: EntryLine) => visit || '—',
              },
            ]
          : []),
        { key: 'since', header: t('columns.since'), className: 'whitespace-nowrap', cell: ({ since }) => since },
      ]}
    />
  );
}
