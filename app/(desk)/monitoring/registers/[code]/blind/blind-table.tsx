import { markedName } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { BlindCounts, BlindRow } from '@/lib/monitoring/registers/blind/words';
import { type BlindSpot, nothing, type Register } from '@/lib/monitoring/registers/words';
import { paths, withQuery } from '@/lib/paths';

/** The blind spots of streets or bureaus, with those of all below. */
export function BlindTable(props: {
  register: Register;
  rows: readonly BlindRow[];
  by: 'street' | 'bureau';
  all: BlindCounts;
  spots: readonly BlindSpot[];
  /** What the address of a list says of the day. */
  on: Readonly<Record<string, string>>;
  caption: string;
  locale: Locale;
}) {
  const { register, rows, by, all, spots, on, caption, locale } = props;
  const t = translator(locale, 'registers');
  const head = (spot: BlindSpot) => t(`blind.spots.${spot}`, { days: register.visitDays });
  const cell = (counts: BlindCounts, spot: BlindSpot | 'entries', unit: string, row: string) => {
    const count = counts[spot];
    if (count === 0) return <span className="text-ink-2">0</span>;
    const choice = { ...on, ...(unit && { [by]: unit }), ...(spot !== 'entries' && { blind: spot }) };
    const column = spot === 'entries' ? t('entries') : head(spot);
    return (
      <a
        href={withQuery(paths.registerEntries(register.code), choice)}
        aria-label={t('counts.listed', { row, column, count })}
        className="inline-flex min-h-6 min-w-6 items-center justify-end text-sea hover:underline max-sm:min-h-11 max-sm:min-w-11"
      >
        {count}
      </a>
    );
  };
  const nameIn = ({ unit }: BlindRow) => (unit ? nameOf(unit, locale) : t('blind.noUnit'));
  const columns = ['entries' as const, ...spots];
  return (
    <DataTable<BlindRow>
      caption={caption}
      rows={rows}
      rowKey={({ unit }) => unit?.code ?? nothing}
      columns={[
        {
          key: 'unit',
          header: t('blind.unit'),
          className: 'min-w-28',
          cell: ({ unit }) => (unit ? markedName(unit, locale) : t('blind.noUnit')),
        },
        ...columns.map((spot) => ({
          key: spot,
          header: spot === 'entries' ? t('entries') : head(spot),
          align: 'end' as const,
          cell: (row: BlindRow) => cell(row, spot, row.unit?.code ?? nothing, nameIn(row)),
        })),
      ]}
      footer={
        <tr className="font-semibold">
          <th scope="row" className="px-2.5 py-2 text-left">
            {t('blind.all')}
          </th>
          {columns.map((spot) => (
            <td key={spot} className="end px-2.5 py-2">
              {cell(all, spot, '', t('blind.all'))}
            </td>
          ))}
        </tr>
      }
    />
  );
}
