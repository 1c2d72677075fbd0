import { Section } from '@/app/ui/shell/section';
import { FilterBar, FilterSelect, FilterTabs } from '@/app/ui/tables/filter-bar';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Ranking, UnitFigure } from '@/lib/observations/ranking/words';
import { paths } from '@/lib/paths';
import { type Address, addressOf } from './address';
import { DocumentList } from './document-list';
import { FigureList } from './figure-list';
import { FindUnit } from './find-unit';

/** The most units of a menu; of more, one is looked for. */
const mostChoices = 200;

/** The documents of the period's figures; or a list of figures with quotes: of the period, of one unit, or all. */
export function FiguresSection(props: {
  indicator: IndicatorView;
  table: Ranking | null;
  period: string;
  listed: { figures: readonly UnitFigure[]; isWhole: boolean } | null;
  address: Address;
  locale: Locale;
}) {
  const { indicator, table, listed, address, locale } = props;
  const t = translator(locale, 'indicators');
  const figures = listed?.figures ?? (table ? figuresOfPeriod(table) : []);
  const units = table ? [...table.rows.map(({ unit }) => unit), ...table.outside.map(({ unit }) => unit)] : [];
  const caption = t('sources.caption', { indicator: nameOf(indicator, locale) });
  const each = address.list === 'period';
  const place = { ...address, unit: undefined, list: undefined };
  return (
    <Section id="figures" title={t('sources.title')} note={t('sources.count', { count: figures.length })}>
      {table && (
        <FilterBar
          action={paths.indicator(indicator.code)}
          keep={{
            period: address.period,
            group: address.group,
            sort: address.sort,
            order: address.order,
            asof: address.asof,
          }}
        >
          <FilterTabs
            label={t('sources.shown')}
            options={[
              {
                label: t('sources.documents'),
                href: addressOf(indicator.code, place, 'figures'),
                current: !listed && !each,
              },
              {
                label: t('sources.ofPeriod', { period: props.period }),
                href: addressOf(indicator.code, { ...place, list: 'period' }, 'figures'),
                current: !listed && each,
              },
              {
                label: t('sources.all'),
                href: addressOf(indicator.code, { ...place, list: 'all' }, 'figures'),
                current: address.list === 'all',
              },
            ]}
          />
          {units.length <= mostChoices && (
            <FilterSelect
              label={t('sources.unit')}
              name="unit"
              value={address.list === 'all' ? '' : (address.unit ?? '')}
              options={[
                { value: '', label: t('sources.choose') },
                ...units.map((unit) => ({ value: unit.code, label: nameOf(unit, locale) })),
              ]}
            />
          )}
        </FilterBar>
      )}
      {units.length > mostChoices && <FindUnit code={indicator.code} units={units} address={place} locale={locale} />}
      {listed || each ? (
        <FigureList indicator={indicator} figures={figures} caption={caption} locale={locale} />
      ) : (
        <DocumentList figures={figures} caption={caption} locale={locale} />
      )}
      {listed && !listed.isWhole && (
        <p className="mt-2 text-xs text-ink-2">{t('sources.cut', { count: figures.length })}</p>
      )}
    </Section>
  );
}

function figuresOfPeriod(table: Ranking): UnitFigure[] {
  const ranked = table.rows.flatMap(({ unit, figure }) => (figure ? [{ ...figure, unit }] : []));
  return [...ranked, ...table.outside];
}
