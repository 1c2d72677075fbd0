import { LampMark } from '@/app/ui/figures/lamp-mark';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import type { LampTable } from '@/lib/monitoring/lamps/shown/words';
import { writtenReason } from '@/lib/monitoring/lamps/written-lamp';
import { paths, withQuery } from '@/lib/paths';
import { ToldReason } from './told-reason';

/** The lamps of a month: units in rows, indicators in columns; each cell opens the course of its year. */
export function LampGrid(props: {
  table: LampTable;
  caption: string;
  year: number;
  own: string | null;
  locale: Locale;
}) {
  const { table, locale, year } = props;
  const t = translator(locale, 'lamps');
  const lamps = new Map(table.lamps.map((lamp) => [`${lamp.unit}\n${lamp.indicator}`, lamp]));
  const unlit = new Set(table.unlit.map((one) => `${one.unit}\n${one.indicator}`));
  const reds = (code: string) => table.lamps.filter(({ unit, colour }) => unit === code && colour === 'red').length;
  const columns: Column<Named>[] = [
    {
      key: 'unit',
      header: t('columns.unit'),
      className: 'min-w-24',
      cell: (unit) => <a href={paths.unit(unit.code)}>{markedName(unit, locale)}</a>,
    },
    {
      key: 'red',
      header: t('colours.red'),
      align: 'end',
      cell: (unit) => reds(unit.code),
    },
    ...table.indicators.map(
      (indicator): Column<Named> => ({
        key: indicator.code,
        className: 'min-w-20 max-w-40 print:min-w-0',
        header: (
          <span className="inline-flex flex-col whitespace-normal">
            <span>{markedName(indicator, locale)}</span>
            <span className="font-normal">({unitOf(indicator, locale)})</span>
          </span>
        ),
        cell: (unit) => {
          const lamp = lamps.get(`${unit.code}\n${indicator.code}`);
          const href = withQuery(paths.lamp(unit.code, indicator.code), { year });
          if (!lamp && unlit.has(`${unit.code}\n${indicator.code}`))
            return (
              <a
                href={href}
                title={t('unlitHint')}
                data-lamp=""
                className="inline-flex min-h-6 min-w-6 items-center text-ink-2 hover:underline max-sm:min-h-11 max-sm:min-w-11"
              >
                <span aria-hidden="true">—</span>
                <span className="sr-only">{t('unlit')}</span>
              </a>
            );
          if (!lamp) return <span className="text-ink-2">—</span>;
          return (
            <a
              href={href}
              title={writtenReason(lamp, indicator, locale)}
              data-lamp=""
              className="inline-flex min-h-6 flex-wrap items-center gap-x-1 hover:underline max-sm:min-h-11"
            >
              <LampMark lamp={lamp} isShort locale={locale} />
              {lamp.redInRow > 1 && <span className="text-xs text-ink-2">×{lamp.redInRow}</span>}
              {lamp.isRevised && <span className="text-xs text-ink-2">*</span>}
            </a>
          );
        },
      }),
    ),
  ];
  return (
    <figure>
      <ToldReason>
        <DataTable
          caption={props.caption}
          rows={table.units}
          columns={columns}
          rowKey={({ code }) => code}
          isFocal={({ code }) => code === props.own}
        />
      </ToldReason>
      <figcaption className="mt-2 text-table text-ink-2">
        {t('legend')}
        {table.lamps.some(({ isRevised }) => isRevised) && ` ${t('legendRevised')}`}
      </figcaption>
    </figure>
  );
}
