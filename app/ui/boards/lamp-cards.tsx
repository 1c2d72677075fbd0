import { LampMark } from '@/app/ui/figures/lamp-mark';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { BoardLamp } from '@/lib/dashboards/boards/cards/card-view';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenReason, writtenValue } from '@/lib/monitoring/lamps/written-lamp';
import { paths } from '@/lib/paths';
import { decimalOf, signedDecimal } from '@/lib/statistics/numbers';

type Props = { lamps: readonly BoardLamp[]; title: string; locale: Locale };

const indicatorColumn = (locale: Locale, more?: (lamp: BoardLamp) => string): Column<BoardLamp> => ({
  key: 'indicator',
  header: translator(locale, 'boards')('columns.indicator'),
  className: 'w-full min-w-40',
  cell: (lamp) => (
    <>
      <a href={paths.lamp(lamp.unit, lamp.indicator)} className="hover:text-sea hover:underline">
        {markedName(lamp.about, locale)}
      </a>
      {more && <span className="block text-xs leading-5 whitespace-normal text-ink-2">{more(lamp)}</span>}
    </>
  ),
});

/** The lamps of a unit in a month, each with its reason. */
export function LampCard({ lamps, title, locale }: Props) {
  return (
    <DataTable
      caption={title}
      rows={lamps}
      rowKey={({ indicator }) => indicator}
      columns={[
        indicatorColumn(locale, (lamp) => writtenReason(lamp, lamp.about, locale)),
        {
          key: 'lamp',
          header: translator(locale, 'boards')('columns.lamp'),
          className: 'whitespace-nowrap',
          cell: (lamp) => <LampMark lamp={lamp} locale={locale} />,
        },
      ]}
    />
  );
}

/** How far a unit is on its targets of the year, as its lamps were judged. */
export function ProgressCard({ lamps, title, locale }: Props) {
  const t = translator(locale, 'boards');
  const number = (value: number | undefined, { about }: BoardLamp) =>
    value === undefined ? '—' : writtenValue(value, about);
  return (
    <DataTable
      caption={title}
      rows={lamps}
      rowKey={({ indicator }) => indicator}
      columns={[
        indicatorColumn(locale, ({ about }) => unitOf(about, locale)),
        {
          key: 'actual',
          header: t('columns.actual'),
          align: 'end',
          cell: (lamp) => <b className="font-semibold">{number(lamp.facts.actual, lamp)}</b>,
        },
        {
          key: 'expected',
          header: t('columns.expected'),
          align: 'end',
          cell: (lamp) => number(lamp.facts.expected, lamp),
        },
        { key: 'target', header: t('columns.target'), align: 'end', cell: (lamp) => number(lamp.facts.target, lamp) },
        {
          key: 'gap',
          header: t('columns.gap'),
          align: 'end',
          className: 'whitespace-nowrap',
          cell: ({ facts }) =>
            facts.gapPoints === undefined ? '—' : t('points', { points: signedDecimal(decimalOf(facts.gapPoints, 1)) }),
        },
        {
          key: 'lamp',
          header: t('columns.lamp'),
          className: 'whitespace-nowrap',
          cell: (lamp) => <LampMark lamp={lamp} isShort locale={locale} />,
        },
      ]}
    />
  );
}
