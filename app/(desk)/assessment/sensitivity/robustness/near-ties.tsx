import { Section } from '@/app/ui/shell/section';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { StoredRobustness } from '@/lib/assessment/runs/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { decimalOf } from '@/lib/statistics/numbers';

type Row = StoredRobustness['nearTies'][number];

/** Neighbours whose published totals are equal although they differ. */
export function NearTies(props: {
  ties: readonly Row[];
  decimals: number;
  names: ReadonlyMap<string, string>;
  locale: Locale;
}) {
  const { ties, decimals, names, locale } = props;
  const t = translator(locale, 'sensitivity');
  const columns: readonly Column<Row>[] = [
    { key: 'above', header: t('nearColumns.above'), cell: ({ above }) => names.get(above) ?? above },
    { key: 'below', header: t('nearColumns.below'), cell: ({ below }) => names.get(below) ?? below },
    {
      key: 'gap',
      header: t('nearColumns.gap'),
      align: 'end',
      cell: ({ gap }) => decimalOf(gap, decimals + 4),
    },
  ];
  const isNone = ties.length === 0;
  const step = decimalOf(10 ** -decimals, decimals);
  return (
    <Section title={t('nearTies')} id="near-ties" {...(!isNone && { note: t('nearTiesNote', { step }) })}>
      {isNone ? (
        <p className="text-ink-2">{t('nearTiesNone')}</p>
      ) : (
        <DataTable
          caption={t('tableOf', { title: t('nearTies') })}
          rows={ties}
          columns={columns}
          rowKey={({ above, below }) => `${above} ${below}`}
        />
      )}
    </Section>
  );
}
