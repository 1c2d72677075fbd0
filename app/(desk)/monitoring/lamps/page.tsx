import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FileLinks } from '@/app/ui/tables/file-links';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { monthText } from '@/lib/monitoring/lamps/month-text';
import { lampTable } from '@/lib/monitoring/lamps/shown/queries';
import { lampColours } from '@/lib/monitoring/lamps/words';
import { pagesOf } from '@/lib/paging';
import { paths } from '@/lib/paths';
import { LampAddress } from './address';
import { chosenMonth } from './chosen-month';
import { LampGrid } from './lamp-grid';
import { ReasonList } from './reason-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'lamps')('title') };
}

/** The lamps of a sequence in a month. */
export default async function LampsPage({ searchParams }: PageProps<'/monitoring/lamps'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('lamps'), searchParams]);
  const asked = LampAddress.parse(query);
  const chosen = await chosenMonth(principal, asked);
  const t = translator(locale, 'lamps');
  const toRules = (
    <a href={paths.lampRules} className={buttonLook('quiet')}>
      {t('toRules')}
    </a>
  );
  if (!('choice' in chosen))
    return (
      <>
        <PageHeader title={t('title')} subtitle={t('lead')} />
        <EmptyState title={t('none')} reason={t('noneReason')} action={toRules} />
      </>
    );
  const { groups, group, months, choice } = chosen;
  const table = await lampTable(principal, choice, { page: asked.page });
  const month = writtenPeriod(periodCode('month', choice.year, choice.month), locale);
  const title = t('titleOf', { month, group: nameOf(group, locale) });
  const address = { group: group.code, month: monthText(choice), only: choice.only };
  const { red, yellow, green, unlit } = table.counts;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('counts', { total: red + yellow + green, red, yellow, green, unlit })}
        actions={
          <>
            {toRules}
            <FileLinks path={paths.lampsFile} choice={address} words={{ csv: t('csv'), xlsx: t('download') }} />
            <PrintButton label={t('print')} tone="outline" />
          </>
        }
      />
      <FilterBar action={paths.lamps}>
        <FilterSelect
          label={t('group')}
          name="group"
          value={group.code}
          options={groups.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
        />
        <FilterSelect
          label={t('month')}
          name="month"
          value={address.month}
          options={months.map((one) => ({
            value: monthText(one),
            label: writtenPeriod(periodCode('month', one.year, one.month), locale),
          }))}
        />
        <FilterSelect
          label={t('only')}
          name="only"
          value={choice.only}
          options={[
            { value: '', label: t('any') },
            ...lampColours.toReversed().map((colour) => ({
              value: colour,
              label: `${t(`colours.${colour}`)} ${t(`means.${colour}`)}`,
            })),
          ]}
        />
      </FilterBar>
      <LampGrid table={table} caption={title} year={choice.year} own={principal.unitCode} locale={locale} />
      <Pager
        page={asked.page}
        pages={pagesOf(table.total)}
        hrefOf={pageAddress(paths.lamps, address)}
        whole={t('download')}
        locale={locale}
      />
      <ReasonList table={table} year={choice.year} locale={locale} />
    </>
  );
}
