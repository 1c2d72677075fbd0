import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { LampTable } from '@/lib/monitoring/lamps/shown/words';
import { lampWord, writtenReason } from '@/lib/monitoring/lamps/written-lamp';
import type { Sheet, SheetCell } from '@/lib/publishing/words';
import { decimalOf } from '@/lib/statistics/numbers';

/** The lamps of a month as a sheet, a line each, the worst first. */
export function lampSheet(
  { listed, indicators }: Pick<LampTable, 'listed' | 'indicators'>,
  { title, group, month }: { readonly title: string; readonly group: string; readonly month: string },
  locale: Locale,
): Sheet {
  const t = translator(locale, 'lamps');
  const text = (value: string): SheetCell => (value === '' ? null : { text: value });
  const number = (value: number | undefined, decimals: number): SheetCell =>
    value === undefined ? null : { number: decimalOf(value, decimals), decimals };
  const known = new Map(indicators.map((one) => [one.code, one]));
  return {
    ...{ name: t('file.sheet'), title, notes: [] },
    about: [
      [t('group'), group],
      [t('month'), month],
    ],
    columns: [
      ...[
        t('columns.unit'),
        t('columns.indicator'),
        translator(locale, 'targets')('list.measure'),
        t('columns.colour'),
      ],
      ...[t('columns.expected'), t('columns.actual'), t('columns.points'), t('columns.inRow'), t('columns.inYear')],
      t('columns.reason'),
    ],
    rows: listed.flatMap((lamp) => {
      const of = known.get(lamp.indicator);
      if (!of) return [];
      const { expected, actual, gapPoints } = lamp.facts;
      return [
        [
          ...[text(nameOf(lamp.unitName, locale)), text(nameOf(of, locale)), text(unitOf(of, locale))],
          text(lampWord(lamp, locale)),
          ...[number(expected, of.decimals), number(actual, of.decimals), number(gapPoints, 1)],
          ...[number(lamp.redInRow, 0), number(lamp.redInYear, 0)],
          text(writtenReason(lamp, of, locale)),
        ],
      ];
    }),
  };
}
