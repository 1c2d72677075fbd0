import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { RunTable } from '@/app/ui/assessment/run-table';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { may } from '@/lib/access/permissions';
import { pageLength, runFilters, runList } from '@/lib/assessment/runs/listing/queries';
import { runStates } from '@/lib/assessment/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

const path = paths.runs;
const Choice = z.object({
  scheme: z.string().max(64).optional().catch(undefined),
  period: z.string().max(20).optional().catch(undefined),
  state: z.enum(runStates).optional().catch(undefined),
  page: PageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'runs')('title') };
}

/** All runs with scheme, period, state and author. */
export default async function RunsPage({ searchParams }: PageProps<'/assessment/runs'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('runs')]);
  const choice = Choice.parse(await searchParams);
  const [{ runs, total }, { schemes, periods }] = await Promise.all([
    runList(principal, choice),
    runFilters(principal),
  ]);
  const t = translator(locale, 'runs');
  const { scheme, period, state, page } = choice;
  const isNarrowed = Boolean(scheme || period || state);
  const any = { value: '', label: t('all') };
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead', { total })}
        actions={
          may(principal.role, 'run.compute') && (
            <a href={paths.newRun} className={buttonLook('primary')}>
              {t('compute')}
            </a>
          )
        }
      />
      <FilterBar action={path} {...(isNarrowed && { resetHref: path })}>
        <FilterSelect
          label={t('scheme')}
          name="scheme"
          value={scheme ?? ''}
          options={[any, ...schemes.map((one) => ({ value: one.code, label: nameOf(one, locale) }))]}
        />
        <FilterSelect
          label={t('period')}
          name="period"
          value={period ?? ''}
          options={[any, ...periods.map((code) => ({ value: code, label: writtenPeriod(code, locale) }))]}
        />
        <FilterSelect
          label={t('state')}
          name="state"
          value={state ?? ''}
          options={[any, ...runStates.map((value) => ({ value, label: t(`states.${value}`) }))]}
        />
      </FilterBar>
      {runs.length === 0 ? (
        <EmptyState
          title={t('none')}
          reason={t('noneReason')}
          action={
            isNarrowed && (
              <a href={path} className={buttonLook('outline')}>
                {t('reset')}
              </a>
            )
          }
        />
      ) : (
        <RunTable runs={runs} caption={t('title')} locale={locale} />
      )}
      <Pager
        page={page}
        pages={Math.ceil(total / pageLength)}
        hrefOf={pageAddress(path, { scheme, period, state })}
        locale={locale}
      />
    </>
  );
}
