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
import { maySee } from '@/lib/access/permissions';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { groupsOfLists, unitLines, yearsOfLists } from '@/lib/monitoring/task-lists/list/queries';
import { pagesOf } from '@/lib/paging';
import { paths } from '@/lib/paths';
import { ListAddress } from './address';
import { UnitTable } from './unit-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'taskLists')('title') };
}

/** The units whose lists the reader sees, with their counts of a year. */
export default async function TaskListsPage({ searchParams }: PageProps<'/monitoring/task-lists'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('taskLists'), searchParams]);
  const { page: asked, year: chosen, group } = ListAddress.parse(query);
  const today = todayOf({ now: new Date() });
  const now = Number(today.slice(0, 4));
  const year = chosen ?? now;
  const [{ lines, total, page }, groups, known] = await Promise.all([
    unitLines(principal, { year, group }, { page: asked, today }),
    groupsOfLists(principal, today),
    yearsOfLists(principal),
  ]);
  const t = translator(locale, 'taskLists');
  const seesAll = maySee(principal.role, 'allTaskLists');
  const years = [...new Set([...known, now, year])].sort((a, b) => b - a);
  const file = { year, group };
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={`${t(seesAll ? 'lead' : 'unitLead')} ${t('counts', { total })}`}
        actions={
          <>
            <FileLinks path={paths.taskListsFile} choice={file} words={{ csv: t('csv'), xlsx: t('download') }} />
            <PrintButton label={t('print')} tone="outline" />
            {maySee(principal.role, 'taskTemplates') && (
              <a href={paths.taskTemplates} className={buttonLook('outline')}>
                {t('templatesLink')}
              </a>
            )}
          </>
        }
      />
      <FilterBar action={paths.taskLists} {...((group || chosen) && { resetHref: paths.taskLists })}>
        <FilterSelect
          label={t('filters.year')}
          name="year"
          value={`${year}`}
          options={years.map((one) => ({ value: `${one}`, label: `${one}` }))}
        />
        {seesAll && (
          <FilterSelect
            label={t('filters.group')}
            name="group"
            value={group}
            options={[
              { value: '', label: t('filters.all') },
              ...groups.map((one) => ({ value: one.code, label: nameOf(one, locale) })),
            ]}
          />
        )}
      </FilterBar>
      {lines.length === 0 ? (
        <EmptyState title={t('none')} reason={t('noneReason')} />
      ) : (
        <>
          <UnitTable lines={lines} year={year} caption={t('caption')} locale={locale} />
          <Pager
            page={page}
            pages={pagesOf(total)}
            hrefOf={pageAddress(paths.taskLists, { year: `${year}`, group })}
            whole={t('download')}
            locale={locale}
          />
        </>
      )}
    </>
  );
}
