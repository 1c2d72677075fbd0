import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { CollectionTable } from '@/app/ui/reporting/collection-table';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { SearchField } from '@/app/ui/tables/search-field';
import { may } from '@/lib/access/permissions';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { collectionList, collectionPeriods, pageLength } from '@/lib/reporting/collections/progress/queries';
import { PeriodCode } from '@/lib/reporting/collections/terms';
import { collectionStates } from '@/lib/reporting/words';

const path = paths.collections;
const Choice = z.object({
  q: z.string().trim().max(60).catch(''),
  state: z.enum(collectionStates).optional().catch(undefined),
  period: PeriodCode.optional().catch(undefined),
  page: PageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'collections')('title') };
}

/** All collections with their units, deadlines and progress. */
export default async function CollectionsPage({ searchParams }: PageProps<'/reporting/collections'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('collections')]);
  const choice = Choice.parse(await searchParams);
  const now = new Date();
  const [{ collections, total }, periods] = await Promise.all([
    collectionList(principal, choice, now),
    collectionPeriods(principal),
  ]);
  const t = translator(locale, 'collections');
  const { q, state, period, page } = choice;
  const pages = Math.max(1, Math.ceil(total / pageLength));
  const any = { value: '', label: t('all') };
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead', { total })}
        actions={
          may(principal.role, 'collection.open') && (
            <>
              <a href={paths.calendars} className={buttonLook('outline')}>
                {t('calendars')}
              </a>
              <a href={paths.newCollection} className={buttonLook('primary')}>
                {t('create')}
              </a>
            </>
          )
        }
      />
      <div className="flex flex-wrap items-end gap-x-6">
        <SearchField
          action={path}
          value={q}
          keep={{ state, period }}
          className="mb-4 w-full sm:w-80"
          words={{ label: t('find'), hint: t('findHint'), find: t('apply') }}
        />
        <FilterBar action={path} isPart keep={{ q }} {...((q || state || period) && { resetHref: path })}>
          <FilterSelect
            label={t('state')}
            name="state"
            value={state ?? ''}
            options={[any, ...collectionStates.map((value) => ({ value, label: t(`states.${value}`) }))]}
          />
          <FilterSelect
            label={t('period')}
            name="period"
            value={period ?? ''}
            options={[any, ...periods.map((value) => ({ value, label: writtenPeriod(value, locale) }))]}
          />
        </FilterBar>
      </div>
      {collections.length === 0 ? (
        <EmptyState
          title={t('none')}
          reason={t('noneReason')}
          action={
            (q || state || period) && (
              <a href={path} className={buttonLook('outline')}>
                {t('reset')}
              </a>
            )
          }
        />
      ) : (
        <CollectionTable collections={collections} now={now} locale={locale} />
      )}
      <Pager page={page} pages={pages} hrefOf={pageAddress(path, { q, state, period })} locale={locale} />
    </>
  );
}
