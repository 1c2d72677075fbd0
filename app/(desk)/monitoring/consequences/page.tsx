import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FileLinks } from '@/app/ui/tables/file-links';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { may, maySee } from '@/lib/access/permissions';
import { nameOf } from '@/lib/i18n/names';
import { sentences } from '@/lib/i18n/sentences';
import { translator } from '@/lib/i18n/translator';
import { consequenceList, unitsOfConsequences } from '@/lib/monitoring/consequences/list/queries';
import { consequenceMeasures, consequenceStates, toldStates } from '@/lib/monitoring/consequences/words';
import { pagesOf } from '@/lib/paging';
import { paths } from '@/lib/paths';
import { run } from './actions';
import { ConsequenceAddress, Ran } from './address';
import { ConsequenceTable } from './consequence-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'consequences')('title') };
}

/** The consequences that the reader sees. */
export default async function ConsequencesPage({ searchParams }: PageProps<'/monitoring/consequences'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('consequences'), searchParams]);
  const { page: asked, ...choice } = ConsequenceAddress.parse(query);
  const ran = Ran.parse(query.ran);
  const [{ lines, total, page }, units] = await Promise.all([
    consequenceList(principal, choice, { page: asked }),
    unitsOfConsequences(principal),
  ]);
  const t = translator(locale, 'consequences');
  const seesAll = maySee(principal.role, 'allConsequences');
  const isNarrowed = Object.values(choice).some((value) => value !== '');
  const any = { value: '', label: t('filters.all') };
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={sentences([t(seesAll ? 'lead' : 'unitLead'), t('counts', { total })], locale)}
        actions={
          <>
            <FileLinks path={paths.consequencesFile} choice={choice} words={{ csv: t('csv'), xlsx: t('download') }} />
            <PrintButton label={t('print')} tone="outline" />
            {maySee(principal.role, 'consequenceRules') && (
              <a href={paths.consequenceRules} className={buttonLook('outline')}>
                {t('rulesLink')}
              </a>
            )}
          </>
        }
      />
      {ran !== undefined && <Notice>{ran === 0 ? t('ranNone') : t('ran', { count: ran })}</Notice>}
      {may(principal.role, 'consequence.propose') && (
        <div data-chrome className="mb-4">
          <CommandForm id="run" action={run} submit={t('run')} tone="outline" refusedTitle={t('forms.refusedTitle')} />
        </div>
      )}
      <FilterBar action={paths.consequences} {...(isNarrowed && { resetHref: paths.consequences })}>
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
            ...(seesAll ? consequenceStates : toldStates).map((value) => ({ value, label: t(`states.${value}`) })),
          ]}
        />
        <FilterSelect
          label={t('filters.measure')}
          name="measure"
          value={choice.measure}
          options={[any, ...consequenceMeasures.map((value) => ({ value, label: t(`measures.${value}`) }))]}
        />
      </FilterBar>
      {lines.length === 0 ? (
        <EmptyState title={t('none')} reason={t(seesAll || isNarrowed ? 'noneReason' : 'noneUnit')} />
      ) : (
        <>
          <ConsequenceTable lines={lines} ofUnits={seesAll} caption={t('title')} locale={locale} />
          <Pager
            page={page}
            pages={pagesOf(total)}
            hrefOf={pageAddress(paths.consequences, choice)}
            whole={t('download')}
            locale={locale}
          />
        </>
      )}
    </>
  );
}
