import { Figure } from '@/app/ui/figures/figure';
import { VintageTag } from '@/app/ui/figures/vintage-tag';
import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { Principal } from '@/lib/access/principal';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { unitFigures, unitHead } from '@/lib/catalogue/units/queries';
import type { UnitFigure } from '@/lib/catalogue/units/words';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/** The last figure of every indicator of the principal's own unit. */
export async function UnitFigures(props: { principal: Principal; unitCode: string; locale: Locale }) {
  const { principal, unitCode, locale } = props;
  const t = translator(locale, 'access');
  const u = translator(locale, 'units');
  const [unit, figures] = await Promise.all([unitHead(principal, unitCode), unitFigures(principal, unitCode)]);
  if (!unit) return null;
  const latest = figures.filter(
    ({ indicator }, at) => figures.findIndex((other) => other.indicator.code === indicator.code) === at,
  );
  const columns: Column<UnitFigure>[] = [
    {
      key: 'indicator',
      className: 'min-w-36',
      header: u('indicator'),
      cell: ({ indicator }) => <a href={paths.indicator(indicator.code)}>{markedName(indicator, locale)}</a>,
    },
    {
      key: 'value',
      header: u('value'),
      align: 'end',
      cell: ({ figure, indicator }) => (
        <Figure
          figure={figure}
          unit={unitOf(indicator, locale)}
          measure={indicator.measure}
          locale={locale}
          size="table"
        />
      ),
    },
    {
      key: 'period',
      header: u('period'),
      className: 'whitespace-nowrap',
      cell: ({ figure }) => writtenPeriod(figure.periodCode, locale),
    },
    {
      key: 'vintage',
      header: t('workbench.vintage'),
      cell: ({ figure }) => <VintageTag vintage={figure.vintage} locale={locale} />,
    },
  ];
  return (
    <Section
      title={t('workbench.latest')}
      id="unit"
      note={`${nameOf(unit, locale)} · ${t('workbench.latestLead', { count: figures.length })}`}
      actions={
        <a href={paths.unit(unit.code)} className={buttonLook('outline')}>
          {t('workbench.openUnit')}
        </a>
      }
    >
      {latest.length === 0 ? (
        <p className="text-ink-2">{t('workbench.noFigures')}</p>
      ) : (
        <DataTable
          caption={t('workbench.latest')}
          rows={latest}
          columns={columns}
          rowKey={({ indicator }) => indicator.code}
        />
      )}
    </Section>
  );
}
