import { LampMark } from '@/app/ui/figures/lamp-mark';
import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { DataTable } from '@/app/ui/tables/data-table';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { LampTable } from '@/lib/monitoring/lamps/shown/words';
import { writtenReason } from '@/lib/monitoring/lamps/written-lamp';
import { paths, withQuery } from '@/lib/paths';

/** The lamps of a month with their reasons, the worst first. */
export function ReasonList({ table, year, locale }: { table: LampTable; year: number; locale: Locale }) {
  const t = translator(locale, 'lamps');
  const indicators = new Map(table.indicators.map((one) => [one.code, one]));
  const left = table.listedOf - table.listed.length;
  return (
    <Section title={t('listTitle')} id="reasons" note={t('listNote')}>
      <DataTable
        stacked
        caption={t('listTitle')}
        rows={table.listed}
        rowKey={({ unit, indicator }) => `${unit} ${indicator}`}
        empty={<p className="text-ink-2">{t('noneOf')}</p>}
        columns={[
          {
            key: 'lamp',
            header: t('columns.colour'),
            cell: (lamp) => <LampMark lamp={lamp} locale={locale} />,
          },
          {
            key: 'unit',
            header: t('columns.unit'),
            className: 'min-w-20',
            cell: ({ unitName }) => markedName(unitName, locale),
          },
          {
            key: 'indicator',
            wide: true,
            header: t('columns.indicator'),
            className: 'min-w-28',
            cell: ({ unit, indicator: code }) => {
              const indicator = indicators.get(code);
              return (
                <a href={withQuery(paths.lamp(unit, code), { year })}>
                  {indicator ? markedName(indicator, locale) : code}
                </a>
              );
            },
          },
          {
            key: 'reason',
            wide: true,
            header: t('columns.reason'),
            className: 'min-w-72',
            cell: (lamp) => {
              const indicator = indicators.get(lamp.indicator);
              return (
                <>
                  {indicator && writtenReason(lamp, indicator, locale)}
                  {lamp.isRevised && <span className="text-ink-2"> ({t('revised')})</span>}
                </>
              );
            },
          },
          { key: 'inRow', header: t('columns.inRow'), align: 'end', cell: ({ redInRow }) => redInRow },
          { key: 'inYear', header: t('columns.inYear'), align: 'end', cell: ({ redInYear }) => redInYear },
        ]}
      />
      {left > 0 && <p className="mt-2 text-table text-ink-2">{t('more', { count: left })}</p>}
    </Section>
  );
}
