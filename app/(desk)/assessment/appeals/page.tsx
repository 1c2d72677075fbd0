import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FileLinks } from '@/app/ui/tables/file-links';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { maySee } from '@/lib/access/permissions';
import { appealList, unitsOfAppeals } from '@/lib/assessment/appeals/list/queries';
import { appealStates } from '@/lib/assessment/appeals/words';
import { nameOf } from '@/lib/i18n/names';
import { sentences } from '@/lib/i18n/sentences';
import { translator } from '@/lib/i18n/translator';
import { pagesOf } from '@/lib/paging';
import { paths } from '@/lib/paths';
import { AppealAddress } from './address';
import { AppealTable } from './appeal-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'appeals')('title') };
}

/** The appeals that the reader sees, by state. */
export default async function AppealsPage({ searchParams }: PageProps<'/assessment/appeals'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('appeals'), searchParams]);
  const { page: asked, ...choice } = AppealAddress.parse(query);
  const [{ lines, total, page }, units] = await Promise.all([
    appealList(principal, choice, { page: asked }),
    unitsOfAppeals(principal),
  ]);
  const t = translator(locale, 'appeals');
  const seesAll = maySee(principal.role, 'allAppeals');
  const isNarrowed = Object.values(choice).some((value) => value !== '');
  const any = { value: '', label: t('filters.all') };
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={sentences([t('lead'), t('counts', { total })], locale)}
        actions={
          <>
            <FileLinks path={paths.appealsFile} choice={choice} words={{ csv: t('csv'), xlsx: t('download') }} />
            <PrintButton label={t('print')} tone="outline" />
          </>
        }
      />
      <FilterBar action={paths.appeals} {...(isNarrowed && { resetHref: paths.appeals })}>
        {seesAll && (
          <FilterSelect
            label={t('filters.unit')}
            name="unit"
            value={choice.unit}
            options={[any, ...units.map((one) => ({ value: one.code, label: nameOf(one, locale) }))]}
          />
        )}
        <FilterSelect
          label={t('filters.state')}
          name="state"
          value={choice.state}
          options={[
            any,
            { value: 'open', label: t('filters.open') },
            ...appealStates.map((value) => ({ value, label: t(`states.${value}`) })),
          ]}
        />
      </FilterBar>
      {lines.length === 0 ? (
        <EmptyState title={t('none')} reason={t(seesAll || isNarrowed ? 'noneReason' : 'noneUnit')} />
      ) : (
        <>
          <AppealTable lines={lines} ofUnits={seesAll} caption={t('title')} locale={locale} />
          <Pager
            page={page}
            pages={pagesOf(total)}
            hrefOf={pageAddress(paths.appeals, choice)}
            whole={t('download')}
            locale={locale}
          />
        </>
      )}
    </>
  );
}
