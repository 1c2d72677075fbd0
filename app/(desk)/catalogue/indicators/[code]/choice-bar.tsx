import { AsOfField } from '@/app/ui/figures/as-of-field';
import { buttonLook } from '@/app/ui/primitives/button';
import { FilterBar, FilterSelect, FilterTabs } from '@/app/ui/tables/filter-bar';
import { type Chosen, latestFull } from '@/lib/catalogue/indicators/choose-period';
import type { Coverage, IndicatorPage } from '@/lib/catalogue/indicators/words';
import { type PeriodKind, periodKinds } from '@/lib/catalogue/periods/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { type Address, addressOf } from './address';

const kindWords = {
  year: 'words.year',
  half: 'words.half',
  quarter: 'words.quarter',
  month: 'words.month',
  yearToDate: 'words.kindYearToDate',
} as const satisfies Record<Exclude<PeriodKind, 'undated'>, string>;

/** The menus of period and peer group. */
export function ChoiceBar(props: { page: IndicatorPage; chosen: Chosen; address: Address; locale: Locale }) {
  const { page, chosen, address, locale } = props;
  const t = translator(locale, 'indicators');
  const own = chosen.periods.filter(({ units }) => units > 0);
  const kinds = periodKinds.filter((kind) => kind !== 'undated' && own.some((row) => row.kind === kind));
  const ofKind = chosen.periods.filter(({ kind }) => kind === chosen.period.kind);
  const { code } = page.indicator;
  const hrefOf = (period: string | undefined) =>
    addressOf(code, { ...keptAddress(address), period, group: chosen.group.code });
  return (
    <FilterBar
      action={paths.indicator(code)}
      keep={{ sort: address.sort, order: address.order }}
      resetHref={paths.indicator(code)}
    >
      {kinds.length > 1 && (
        <FilterTabs
          label={t('page.periodKind')}
          options={kinds.map((kind) => ({
            label: t(kindWords[kind as keyof typeof kindWords]),
            href: hrefOf(latestFull(own, kind)?.periodCode),
            current: kind === chosen.period.kind,
          }))}
        />
      )}
      <FilterSelect
        label={t('page.period')}
        name="period"
        value={chosen.period.periodCode}
        options={ofKind.map((row) => periodOption(row, t, locale))}
      />
      <Steps
        own={own.filter(({ kind }) => kind === chosen.period.kind)}
        chosen={chosen}
        hrefOf={hrefOf}
        locale={locale}
      />
      <FilterSelect
        label={t('page.group')}
        name="group"
        value={chosen.group.code}
        options={page.groups.map((group) => {
          const covered = page.coverage.some(({ groupCode }) => groupCode === group.code);
          return {
            value: group.code,
            label: nameOf(group, locale),
            ...(covered ? {} : { disabled: true, note: t('page.noFigures') }),
          };
        })}
      />
      <AsOfField value={address.asof ?? ''} isFolded locale={locale} />
    </FilterBar>
  );
}

/** The parameters to keep for another period or group: sort order and moment, but not the list. */
function keptAddress({ sort, order, asof }: Address): Address {
  return { sort, order, asof };
}

function periodOption(row: Coverage, t: ReturnType<typeof translator<'indicators'>>, locale: Locale) {
  const option = { value: row.periodCode, label: writtenPeriod(row.periodCode, locale) };
  if (row.units === 0) return { ...option, disabled: true, note: t('page.noUnits') };
  if (row.isWeak) return { ...option, note: t('page.weak') };
  return row.units < 2 ? { ...option, note: t('page.onlyUnits', { count: row.units }) } : option;
}

function Steps(props: {
  own: readonly Coverage[];
  chosen: Chosen;
  hrefOf: (period: string) => string;
  locale: Locale;
}) {
  const { own, chosen, hrefOf, locale } = props;
  const t = translator(locale, 'tables');
  const at = own.findIndex(({ periodCode }) => periodCode === chosen.period.periodCode);
  return (
    <div className="flex gap-1">
      <Step to={own[at + 1]} mark="◀" label={t('previous')} hrefOf={hrefOf} locale={locale} />
      <Step to={own[at - 1]} mark="▶" label={t('next')} hrefOf={hrefOf} locale={locale} />
      {at > 0 && own[0] && (
        <a href={hrefOf(own[0].periodCode)} data-stay="" className={buttonLook('outline')}>
          {t('latest')}
        </a>
      )}
    </div>
  );
}

function Step(props: {
  to: Coverage | undefined;
  mark: string;
  label: string;
  hrefOf: (period: string) => string;
  locale: Locale;
}) {
  const { to, mark, label, hrefOf, locale } = props;
  const look = buttonLook('outline', 'w-9 px-0 max-sm:w-11');
  if (!to) {
    return (
      <span aria-hidden="true" className={`${look} cursor-default opacity-40`}>
        {mark}
      </span>
    );
  }
  const words = `${label} ${writtenPeriod(to.periodCode, locale)}`;
  return (
    <a href={hrefOf(to.periodCode)} data-stay="" aria-label={words} title={words} className={look}>
      {mark}
    </a>
  );
}
