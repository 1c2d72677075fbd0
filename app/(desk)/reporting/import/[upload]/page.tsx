import { clsx } from 'clsx';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import * as z from 'zod';
import { ImportSteps } from '@/app/(desk)/reporting/import/import-steps';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { PageNumber } from '@/app/ui/tables/page-number';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { firstBytes, previewRows, uploadView } from '@/lib/reporting/import/preview/queries';
import { type RowFilter, rowFilters, rowsOnPage, type UploadView } from '@/lib/reporting/import/preview/words';
import { writtenStaged } from '@/lib/reporting/import/written-finding';
import { Decision } from './decision';
import { EncodingCheck } from './encoding-check';
import { PreviewTable } from './preview-table';

const Choice = z.object({
  show: z.enum(rowFilters).catch('all'),
  page: PageNumber,
});

/** Cached, since the page and its title both need it. */
const viewOf = cache(async (id: string) => uploadView(await principalFor('entry'), id));

export async function generateMetadata({ params }: PageProps<'/reporting/import/[upload]'>): Promise<Metadata> {
  const view = await viewOf((await params).upload);
  return view ? { title: view.fileName } : {};
}

/** An uploaded file: its changes, row by row, and its state. */
export default async function UploadPage({ params, searchParams }: PageProps<'/reporting/import/[upload]'>) {
  const [{ upload: id }, locale, asked, principal] = await Promise.all([
    params,
    currentLocale(),
    searchParams,
    principalFor('entry'),
  ]);
  const view = await viewOf(id);
  if (!view) notFound();
  const { show, page: askedPage } = Choice.parse(asked);
  const pages = Math.max(1, Math.ceil(countOf(view, show) / rowsOnPage));
  const page = Math.min(askedPage, pages);
  const [rows, bytes] = await Promise.all([
    previewRows(principal, id, { filter: show, page }),
    view.encoding ? firstBytes(principal, id) : null,
  ]);
  const t = translator(locale, 'imports');
  return (
    <>
      <PageHeader
        title={<span className="break-all">{view.fileName}</span>}
        subtitle={<About view={view} locale={locale} />}
        breadcrumb={[{ label: t('title'), href: paths.figuresImport }]}
      />
      <ImportSteps now={view.state === 'staged' ? 'preview' : 'result'} locale={locale} />
      <Decision upload={view} locale={locale} />
      <Told view={view} locale={locale} />
      <div className="mb-3 flex">
        <FilterTabs
          label={t('preview.filter')}
          options={rowFilters.map((filter) => ({
            label: tabLabel(view, filter, locale),
            href: addressOf(id, filter, 1),
            current: filter === show,
          }))}
        />
      </div>
      <PreviewTable rows={rows} locale={locale} />
      {pages > 1 && <Pages id={id} show={show} page={page} pages={pages} locale={locale} />}
      {view.encoding && bytes && <EncodingCheck bytes={bytes} encoding={view.encoding} locale={locale} />}
    </>
  );
}

function About({ view, locale }: { view: UploadView; locale: Locale }) {
  const t = translator(locale, 'imports');
  const { collections, template } = view;
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Badge tone={view.state === 'committed' ? 'sea' : 'plain'}>{t(`states.${view.state}`)}</Badge>
      <span>
        {listed(
          collections.map(({ title }) => title),
          locale,
        )}
      </span>
      <span>{template > 0 ? t('preview.template', { version: template }) : t('preview.list')}</span>
      <span>
        {view.by} {writtenMoment(view.uploadedAt)}
      </span>
    </span>
  );
}

/** What was read of the file, and what of it its sender may not have seen. */
function Told({ view, locale }: { view: UploadView; locale: Locale }) {
  const read = view.told.filter(({ key }) => key !== 'kept');
  if (read.length === 0) return null;
  return (
    <ul className="mb-4 space-y-1 text-table text-ink-2">
      {read.map((one) => (
        <li key={one.key} className={clsx('break-words', isToHeed(one.key) && 'font-semibold text-ink')}>
          {marked(writtenStaged(one, { indicatorCode: null, periodCode: null }, locale), locale)}
        </li>
      ))}
    </ul>
  );
}

/** Whether what was read is likely not what its sender thinks: hidden parts, and a template that is no longer the present one. */
const isToHeed = (key: string) => key.startsWith('hidden') || (key.startsWith('template') && key !== 'templateMade');

function countOf(view: UploadView, filter: RowFilter): number {
  return filter === 'all' ? view.added + view.changed + view.unchanged + view.faulty : view[filter];
}

function tabLabel(view: UploadView, filter: RowFilter, locale: Locale): string {
  const t = translator(locale, 'imports');
  const count = countOf(view, filter);
  if (filter === 'all') return t('preview.all', { count });
  if (filter === 'findings') return t('preview.onlyFindings', { count });
  return t('preview.kind', { kind: t(`kinds.${filter}`), count });
}

function addressOf(id: string, show: RowFilter, page: number): string {
  return withQuery(paths.upload(id), { show: show === 'all' ? '' : show, page: page > 1 ? page : undefined });
}

function Pages(props: { id: string; show: RowFilter; page: number; pages: number; locale: Locale }) {
  const { id, show, page, pages } = props;
  const t = translator(props.locale, 'imports');
  return (
    <nav aria-label={t('preview.pages')} className="mt-4 flex flex-wrap items-center gap-3">
      {page > 1 && (
        <a href={addressOf(id, show, page - 1)} className={buttonLook('outline')}>
          {t('preview.previousPage')}
        </a>
      )}
      <span className="text-table text-ink-2 tabular-nums">{t('preview.page', { page, pages })}</span>
      {page < pages && (
        <a href={addressOf(id, show, page + 1)} className={buttonLook('outline')}>
          {t('preview.nextPage')}
        </a>
      )}
    </nav>
  );
}
