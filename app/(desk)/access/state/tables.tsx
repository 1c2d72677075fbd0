import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { SlowStatement, TableSize } from '@/lib/health/state/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The largest tables of the database. */
export function TableSizes({ tables, locale }: { tables: readonly TableSize[]; locale: Locale }) {
  const t = translator(locale, 'state');
  const columns: Column<TableSize>[] = [
    {
      key: 'name',
      header: t('table'),
      cell: ({ name }) => <span className="font-mono text-xs break-all">{name}</span>,
    },
    { key: 'size', header: t('size'), align: 'end', cell: ({ bytes }) => t('megabytes', { size: bytes / 1e6 }) },
    {
      key: 'rows',
      header: t('rows'),
      align: 'end',
      cell: ({ rows }) => (rows === null ? '' : t('count', { count: rows })),
    },
  ];
  return <DataTable caption={t('largest')} rows={tables} columns={columns} rowKey={({ name }) => name} stacked />;
}

/** The kinds of statements that take longest. */
export function StatementTable({ statements, locale }: { statements: readonly SlowStatement[]; locale: Locale }) {
  const t = translator(locale, 'state');
  const columns: Column<SlowStatement>[] = [
    {
      key: 'text',
      header: t('statement'),
      cell: ({ text }) => <span className="font-mono text-xs break-all">{text}</span>,
    },
    { key: 'mean', header: t('mean'), align: 'end', cell: ({ mean }) => t('milliseconds', { count: mean }) },
    { key: 'calls', header: t('calls'), align: 'end', cell: ({ calls }) => t('count', { count: calls }) },
  ];
  return <DataTable caption={t('slow')} rows={statements} columns={columns} rowKey={({ text }) => text} stacked />;
}
