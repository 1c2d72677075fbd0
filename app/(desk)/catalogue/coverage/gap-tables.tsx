import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { UnansweredItem, UnassessedUnit } from '@/lib/catalogue/assessed-all/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

const link = 'hover:text-sea hover:underline';

/** Units that are not assessed. */
export function UnitGaps(props: { units: readonly UnassessedUnit[]; caption: string; locale: Locale }) {
  const { units, locale } = props;
  const t = translator(locale, 'assessedAll');
  const columns: Column<UnassessedUnit>[] = [
    {
      key: 'unit',
      header: t('unit'),
      cell: (unit) => (
        <a href={paths.unit(unit.code)} className={link}>
          {nameOf(unit, locale)}
        </a>
      ),
    },
    { key: 'kind', header: t('kind'), cell: ({ kind }) => translator(locale, 'units')(`kinds.${kind}`) },
    { key: 'parent', header: t('parent'), cell: ({ parent }) => parent && nameOf(parent, locale) },
  ];
  return (
    <DataTable
      caption={props.caption}
      rows={units}
      columns={columns}
      rowKey={({ code }) => code}
      empty={<p className="border-y border-rule py-6 text-ink-2">{t('nothing')}</p>}
    />
  );
}

/** Items of schemes for which nobody is responsible. */
export function ItemGaps({ items, locale }: { items: readonly UnansweredItem[]; locale: Locale }) {
  const t = translator(locale, 'assessedAll');
  const columns: Column<UnansweredItem>[] = [
    { key: 'item', header: t('item'), cell: ({ item }) => nameOf(item, locale) },
    {
      key: 'scheme',
      header: t('scheme'),
      cell: ({ scheme }) => (
        <a href={paths.scheme(scheme.code)} className={link}>
          {nameOf(scheme, locale)}
        </a>
      ),
    },
    {
      key: 'indicator',
      header: t('indicator'),
      cell: ({ indicator }) => (
        <a href={paths.indicator(indicator.code)} className={link}>
          {nameOf(indicator, locale)}
        </a>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('noBody')}
      rows={items}
      columns={columns}
      rowKey={({ scheme, key }) => `${scheme.code} ${key}`}
      empty={<p className="border-y border-rule py-6 text-ink-2">{t('nothingItems')}</p>}
    />
  );
}
