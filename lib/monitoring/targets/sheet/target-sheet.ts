import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { TargetGrid } from '@/lib/monitoring/targets/grid/words';
import { decimalsOfTarget } from '@/lib/monitoring/targets/written/written-target';
import type { Sheet, SheetCell } from '@/lib/publishing/words';

/** A grid of targets as a sheet: a row for each unit, and for each indicator a column of base and of stretch targets. */
export function targetSheet({ year, group, indicators, rows }: TargetGrid, locale: Locale): Sheet {
  const t = translator(locale, 'targets');
  const number = (value: string, decimals: number): SheetCell =>
    value === '' ? null : { number: value, decimals: decimalsOfTarget(value, { decimals }) };
  return {
    name: t('sheet.name'),
    title: t('sheet.title', { year: `${year}` }),
    about: [
      [t('sheet.year'), `${year}`],
      [t('sheet.group'), group ? nameOf(group, locale) : t('sheet.single')],
    ],
    columns: [
      t('sheet.code'),
      t('sheet.unit'),
      ...indicators.flatMap((one) => {
        const name = nameOf(one, locale);
        const measure = unitOf(one, locale);
        const head = measure ? t('sheet.head', { name, measure }) : name;
        return [t('sheet.baseOf', { head }), t('sheet.stretchOf', { head })];
      }),
    ],
    rows: rows.map(({ unit, cells }) => [
      { text: unit.code },
      { text: nameOf(unit, locale) },
      ...cells.flatMap(({ b, s }, at) => {
        const decimals = indicators[at]?.decimals ?? 0;
        return [number(b, decimals), number(s, decimals)];
      }),
    ]),
    notes: [t('sheet.empty'), t('sheet.locked'), t('sheet.heads')],
  };
}
