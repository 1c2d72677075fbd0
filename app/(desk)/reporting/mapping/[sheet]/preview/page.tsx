import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import * as z from 'zod';
import { MeasureNotice } from '@/app/(desk)/reporting/mapping/[sheet]/measure-notice';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterBar, FilterSelect, FilterTabs } from '@/app/ui/tables/filter-bar';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { citableSources } from '@/lib/catalogue/sources/queries';
import { translator } from '@/lib/i18n/translator';
import { vintages } from '@/lib/observations/words';
import { pagesOf, pageWithin } from '@/lib/paging';
import { paths } from '@/lib/paths';
import { comparedFigures } from '@/lib/reporting/mapping/compare-figures';
import { readMapped } from '@/lib/reporting/mapping/read-mapped';
import { mappableNames, mappedSheet, shownFigures } from '@/lib/reporting/mapping/sheets/queries';
import { sheetIn } from '@/lib/reporting/mapping/stored-sheet';

import { PreviewTable } from './preview-table';
import { RecordForm } from './record-form';

const rowsOnPage = 100;
/** The most cells that a sentence names. */
const mostNamed = 30;

const Choice = z.object({
  vintage: z.enum(vintages).optional().catch(undefined),
  show: z.enum(['all', 'added', 'changed', 'unchanged']).catch('all'),
  page: PageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'mapping')('preview.title') };
}

/** What a sheet would record, beside what pages show now, before it is handed to a second person. */
export default async function PreviewPage({ params, searchParams }: PageProps<'/reporting/mapping/[sheet]/preview'>) {
  const [{ sheet: id }, locale, principal, query] = await Promise.all([
    params,
    currentLocale(),
    principalFor('cited'),
    searchParams,
  ]);
  const view = await mappedSheet(principal, id);
  if (!view) notFound();
  // A sheet that was recorded meanwhile is shown with what became of it.
  if (view.state !== 'open') redirect(paths.mappedSheet(id));
  const t = translator(locale, 'mapping');
  const f = translator(locale, 'figures');
  const asked = Choice.parse(query);
  const vintage = asked.vintage ?? view.last?.vintage ?? 'preliminary';
  const [names, sources] = await Promise.all([mappableNames(principal), citableSources(principal)]);
  const applied = readMapped(sheetIn(view.sheet), view.mapping, names);
  const shown = await shownFigures(principal, applied.figures);
  const { rows, counts, follows } = comparedFigures(applied, shown, { vintage, rankScope: '' });
  const chosen = asked.show === 'all' ? rows : rows.filter(({ kind }) => kind === asked.show);
  const page = pageWithin(asked.page, chosen.length, rowsOnPage);
  const path = paths.mappedPreview(id);
  const kept = { vintage: asked.vintage };
  const unread = applied.refused.slice(0, mostNamed).map(({ address }) => address);
  return (
    <>
      <PageHeader
        title={t('preview.title')}
        subtitle={<span className="block max-w-3xl">{t('preview.lead')}</span>}
        breadcrumb={[
          { label: t('title'), href: paths.mappings },
          { label: view.fileName, href: paths.mappedSheet(id) },
        ]}
        actions={
          <a href={paths.mappedSheet(id)} className={buttonLook('outline')}>
            {t('preview.back')}
          </a>
        }
      />
      <p className="mb-2 font-semibold">{t('preview.counts', counts)}</p>
      <MeasureNotice mapping={view.mapping} locale={locale} />
      {applied.refused.length > 0 && (
        <Notice tone="warn">
          {marked(
            t('preview.unread', {
              count: applied.refused.length,
              cells: `${unread.join('、')}${applied.refused.length > mostNamed ? '…' : ''}`,
            }),
            locale,
          )}
        </Notice>
      )}
      <FilterBar action={path} keep={{ show: asked.show === 'all' ? undefined : asked.show }} isPart>
        <FilterSelect
          label={t('preview.vintage')}
          name="vintage"
          value={vintage}
          options={vintages.map((one) => ({ value: one, label: f(one) }))}
        />
      </FilterBar>
      {counts.added + counts.changed > 0 ? (
        <RecordForm
          view={view}
          sources={sources}
          counts={counts}
          given={{ vintage, follows }}
          hasRanks={rows.some(({ figure, ranks }) => figure.rank !== null || ranks?.isKept === false)}
          locale={locale}
        />
      ) : (
        <Notice>{t('preview.nothing')}</Notice>
      )}
      <div className="my-4 flex" data-chrome>
        <FilterTabs
          label={t('preview.filter')}
          options={(['all', 'added', 'changed', 'unchanged'] as const).map((show) => ({
            label: show === 'all' ? t('preview.all') : t(`preview.kinds.${show}`),
            href: pageAddress(path, { ...kept, show: show === 'all' ? '' : show })(1),
            current: asked.show === show,
          }))}
        />
      </div>
      <PreviewTable
        rows={chosen.slice((page - 1) * rowsOnPage, page * rowsOnPage)}
        names={names}
        vintage={vintage}
        locale={locale}
      />
      <Pager
        page={page}
        pages={pagesOf(chosen.length, rowsOnPage)}
        hrefOf={pageAddress(path, { ...kept, show: asked.show === 'all' ? '' : asked.show })}
        locale={locale}
      />
    </>
  );
}
