import { Section } from '@/app/ui/shell/section';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { StoredRobustness } from '@/lib/assessment/runs/words';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { plainNumber } from '@/lib/statistics/plain-number';

type Row = StoredRobustness['withoutItem'][number];

/** The ranks without each item; items that move most units first. */
export function LeftOutTable(props: {
  found: StoredRobustness;
  scheme: Scheme;
  names: ReadonlyMap<string, string>;
  locale: Locale;
}) {
  const { found, names, locale } = props;
  const t = translator(locale, 'sensitivity');
  const items = new Map(itemsOf(props.scheme).map((item) => [item.key, item]));
  const leader = found.intervals[0]?.unit ?? '';
  const columns: readonly Column<Row>[] = [
    {
      key: 'item',
      header: t('withoutColumns.item'),
      className: 'min-w-28',
      cell: ({ item }) => {
        const known = items.get(item);
        return known ? nameOf(known, locale) : item;
      },
    },
    {
      key: 'weight',
      header: t('withoutColumns.weight'),
      align: 'end',
      cell: ({ item }) => plainNumber(items.get(item)?.weight ?? 0),
    },
    { key: 'moved', header: t('withoutColumns.moved'), align: 'end', cell: ({ moved }) => plainNumber(moved) },
    {
      key: 'farthest',
      header: t('withoutColumns.farthest'),
      align: 'end',
      cell: ({ farthest }) => plainNumber(farthest),
    },
    {
      key: 'first',
      header: t('withoutColumns.first'),
      className: 'min-w-36',
      cell: ({ first }) => {
        const unit = names.get(first) ?? first;
        return first === leader ? (
          <span className="text-ink-2">{t('firstSame', { unit })}</span>
        ) : (
          <span className="font-semibold">{t('firstOther', { unit })}</span>
        );
      },
    },
  ];
  const rows = found.withoutItem.toSorted((a, b) => b.farthest - a.farthest || b.moved - a.moved);
  if (rows.length === 0) {
    return (
      <Section title={t('withoutItem')} id="without">
        <p className="text-ink-2">{t('withoutOnly')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('withoutItem')} id="without" note={t('withoutItemNote')}>
      <DataTable
        caption={t('tableOf', { title: t('withoutItem') })}
        rows={rows}
        columns={columns}
        rowKey={({ item }) => item}
      />
    </Section>
  );
}
