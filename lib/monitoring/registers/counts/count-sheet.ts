import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import type { CountCell } from '@/lib/monitoring/registers/counts/words';
import type { Register } from '@/lib/monitoring/registers/words';
import type { Sheet } from '@/lib/publishing/words';

/** The counts of a register by field, grade and street as a sheet, a row for each that has entries. */
export function countSheet(
  { lists, ...register }: Register,
  cells: readonly CountCell[],
  { day, streets }: { readonly day: string; readonly streets: readonly Named[] },
  locale: Locale,
): Sheet {
  const t = translator(locale, 'registers');
  const nameIn = (list: readonly Named[], code: string) => {
    const found = list.find((one) => one.code === code);
    return { text: found ? nameOf(found, locale) : t('none') };
  };
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  return {
    ...{ name: t('counts.title'), title: t('counts.fileTitle', { name: nameOf(register, locale) }), notes: [] },
    about: [
      [t('file.asOf'), day],
      [t('file.entries'), `${total}`],
    ],
    columns: [t('columns.street'), t('columns.field'), t('columns.grade'), t('counts.count')],
    rows: cells.map(({ street, field, grade, count }) => [
      ...[nameIn(streets, street), nameIn(lists.fields, field), nameIn(lists.grades, grade)],
      { number: `${count}`, decimals: 0 },
    ]),
  };
}
