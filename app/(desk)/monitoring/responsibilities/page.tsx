import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { EndedUnit } from '@/app/ui/figures/ended-unit';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { DataTable } from '@/app/ui/tables/data-table';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { FilterField } from '@/app/ui/tables/filter-field';
import { pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { maySee } from '@/lib/access/permissions';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { responsibilityFilters, responsibilityList } from '@/lib/monitoring/responsibilities/queries';
import type { Responsibility } from '@/lib/monitoring/responsibilities/words';
import { writtenTarget } from '@/lib/monitoring/targets/written/written-target';
import { pagesOf } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { ListAddress } from './address';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'targets')('list.title') };
}

/** 责任清单: who answers for what, to which target, how often it is reported and where it counts. */
export default async function ResponsibilitiesPage({ searchParams }: PageProps<'/monitoring/responsibilities'>) {
  const [locale, principal, query] = await Promise.all([
    currentLocale(),
    principalFor('responsibilities'),
    searchParams,
  ]);
  const { page: asked, ...choice } = ListAddress.parse(query);
  const [first, filters] = await Promise.all([
    responsibilityList(principal, choice, { page: asked }),
    responsibilityFilters(principal),
  ]);
  // A page beyond the end has no row that counts them all.
  const list = first.rows.length > 0 || asked === 1 ? first : await responsibilityList(principal, choice, { page: 1 });
  const page = first.rows.length > 0 ? asked : 1;
  const t = translator(locale, 'targets');
  const path = paths.responsibilities;
  const chosen = { ...choice, year: `${choice.year}` };
  const any = { value: '', label: t('list.any') };
  const years = Array.from({ length: 6 }, (_, at) => choice.year + 1 - at);
  const isNarrowed = [choice.group, choice.department, choice.scheme, choice.q, choice.only].some(Boolean);
  return (
    <>
      <PageHeader
        title={t('list.titleOf', { year: `${choice.year}` })}
        subtitle={t('list.lead', { count: list.total })}
        actions={
          <>
            {maySee(principal.role, 'manageTargets') && (
              <a
                href={withQuery(paths.targets, { year: choice.year, group: choice.group })}
                className={buttonLook('quiet')}
              >
                {t('title')}
              </a>
            )}
            <a href={withQuery(paths.responsibilitiesFile, chosen)} className={buttonLook('outline')}>
              {t('list.file')}
            </a>
            <PrintButton label={t('list.print')} tone="outline" />
          </>
        }
      />
      <FilterBar action={path} {...(isNarrowed && { resetHref: withQuery(path, { year: choice.year }) })}>
        <FilterSelect
          label={t('year')}
          name="year"
          value={`${choice.year}`}
          options={years.map((year) => ({ value: `${year}`, label: t('yearName', { year: `${year}` }) }))}
        />
        <FilterSelect
          label={t('group')}
          name="group"
          value={choice.group}
          options={[any, ...filters.groups.map((one) => ({ value: one.code, label: nameOf(one, locale) }))]}
        />
        <FilterSelect
          label={t('list.department')}
          name="department"
          value={choice.department}
          options={[any, ...filters.departments.map((one) => ({ value: one.nameZh, label: nameOf(one, locale) }))]}
        />
        <FilterSelect
          label={t('list.scheme')}
          name="scheme"
          value={choice.scheme}
          options={[any, ...filters.schemes.map((one) => ({ value: one.code, label: nameOf(one, locale) }))]}
        />
        <FilterSelect
          label={t('columns.state')}
          name="only"
          value={choice.only}
          options={[
            any,
            { value: 'without', label: t('list.without') },
            { value: 'disputed', label: t('states.disputed') },
          ]}
        />
        <FilterField name="q" label={t('list.find')} value={choice.q} hint={t('list.findHint')} />
        <button type="submit" className={buttonLook('outline')}>
          {t('list.apply')}
        </button>
      </FilterBar>
      <DataTable<Responsibility>
        caption={t('list.titleOf', { year: `${choice.year}` })}
        rows={list.rows}
        rowKey={({ unit, indicator }) => `${indicator.code} ${unit.code}`}
        isFocal={({ unit }) => unit.code === principal.unitCode}
        empty={<EmptyState title={t('list.none')} reason={t(isNarrowed ? 'list.noneNarrowed' : 'list.noneReason')} />}
        columns={[
          {
            key: 'indicator',
            header: t('columns.indicator'),
            className: 'min-w-32',
            cell: ({ indicator }) => (
              <a href={paths.indicator(indicator.code)}>
                {nameOf(indicator, locale)} <span className="text-ink-2">{unitOf(indicator, locale)}</span>
              </a>
            ),
          },
          {
            key: 'unit',
            header: t('grid.unit'),
            className: 'min-w-24',
            cell: ({ unit }) => (
              <>
                {nameOf(unit, locale)}
                <EndedUnit unit={unit} locale={locale} />
              </>
            ),
          },
          {
            key: 'base',
            header: t('fields.base'),
            align: 'end',
            cell: ({ base, unit, indicator }) =>
              base === null ? (
                '—'
              ) : (
                <a href={paths.target(indicator.code, unit.code, choice.year)}>{writtenTarget(base, indicator)}</a>
              ),
          },
          {
            key: 'stretch',
            header: t('fields.stretch'),
            align: 'end',
            cell: ({ stretch, indicator }) => writtenTarget(stretch, indicator),
          },
          {
            key: 'responsible',
            header: t('list.responsible'),
            cell: ({ responsible }) => nameOf(responsible, locale) || '—',
          },
          { key: 'assisting', header: t('list.assisting'), cell: ({ assisting }) => nameOf(assisting, locale) || '—' },
          { key: 'frequency', header: t('list.frequency'), cell: ({ frequency }) => t(`frequencies.${frequency}`) },
          {
            key: 'items',
            header: t('list.items'),
            cell: ({ items }) => (
              <ul>
                {items.map((one) => (
                  <li key={`${one.scheme} ${one.item.nameZh}`}>
                    <a href={paths.scheme(one.scheme)}>{nameOf(one.schemeName, locale)}</a>
                    {t('list.of')}
                    {nameOf(one.item, locale)}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            key: 'state',
            header: t('columns.state'),
            cell: ({ answer }) => (answer ? t(`answers.${answer}`) : t('list.without')),
          },
        ]}
      />
      <Pager
        page={page}
        pages={pagesOf(list.total)}
        hrefOf={pageAddress(path, chosen)}
        whole={t('list.file')}
        locale={locale}
      />
    </>
  );
}
