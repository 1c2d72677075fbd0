import { listed, nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Responsibility } from '@/lib/monitoring/responsibilities/words';
import { decimalsOfTarget } from '@/lib/monitoring/targets/written/written-target';
import type { Sheet, SheetCell } from '@/lib/publishing/words';

/** The list of responsibilities as a sheet. */
export function responsibilitySheet(year: number, rows: readonly Responsibility[], locale: Locale): Sheet {
  const t = translator(locale, 'targets');
  const text = (value: string): SheetCell => (value === '' ? null : { text: value });
  const number = (value: string | null, { indicator }: Responsibility): SheetCell =>
    value === null ? null : { number: value, decimals: decimalsOfTarget(value, indicator) };
  const title = t('list.titleOf', { year: `${year}` });
  return {
    ...{ name: t('list.title'), title, about: [], notes: [] },
    columns: [
      t('columns.indicator'),
      t('list.measure'),
      t('grid.unit'),
      t('fields.base'),
      t('fields.stretch'),
      t('list.responsible'),
      t('list.assisting'),
      t('list.frequency'),
      t('list.items'),
      t('columns.state'),
    ],
    rows: rows.map((one) => [
      text(nameOf(one.indicator, locale)),
      text(unitOf(one.indicator, locale)),
      text(nameOf(one.unit, locale)),
      number(one.base, one),
      number(one.stretch, one),
      text(nameOf(one.responsible, locale)),
      text(nameOf(one.assisting, locale)),
      text(t(`frequencies.${one.frequency}`)),
      text(
        listed(
          one.items.map(
            ({ schemeName, item }) => `${nameOf(schemeName, locale)}${t('list.of')}${nameOf(item, locale)}`,
          ),
          locale,
        ),
      ),
      text(one.answer ? t(`answers.${one.answer}`) : t('list.without')),
    ]),
  };
}
