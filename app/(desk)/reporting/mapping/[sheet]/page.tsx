import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { PageNumber } from '@/app/ui/tables/page-number';
import { may } from '@/lib/access/permissions';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { explainedMapping } from '@/lib/reporting/mapping/explain-mapping';
import { readMapped } from '@/lib/reporting/mapping/read-mapped';
import { rowsInWindow, sheetWindow } from '@/lib/reporting/mapping/sheet-window';
import { mappableNames, mappedSheet } from '@/lib/reporting/mapping/sheets/queries';
import { sheetIn } from '@/lib/reporting/mapping/stored-sheet';
import { ColumnForms } from './column-forms';
import { FillForm } from './fill-form';
import { LeftOutTable, UnreadTable } from './left-out';
import { MeasureNotice } from './measure-notice';
import { NameForm } from './name-form';
import { SheetForms } from './sheet-forms';
import { SheetGrid } from './sheet-grid';

const Choice = z.object({
  rows: PageNumber,
  columns: PageNumber,
  done: z.enum(['saved', 'kept']).optional().catch(undefined),
});

/** Cached, since the page and its title both need it. */
const viewOf = cache(async (id: string) => mappedSheet(await principalFor('mapping'), id));

export async function generateMetadata({ params }: PageProps<'/reporting/mapping/[sheet]'>): Promise<Metadata> {
  const view = await viewOf((await params).sheet);
  return view ? { title: view.fileName } : {};
}

/** A sheet as it came: what its heads and columns are is said here, and what is read of it is seen at once. */
export default async function MappedSheetPage({ params, searchParams }: PageProps<'/reporting/mapping/[sheet]'>) {
  const [{ sheet: id }, locale, principal, asked] = await Promise.all([
    params,
    currentLocale(),
    principalFor('mapping'),
    searchParams,
  ]);
  const [view, names] = await Promise.all([viewOf(id), mappableNames(principal)]);
  if (!view) notFound();
  const t = translator(locale, 'mapping');
  const choice = Choice.parse(asked);
  const sheet = sheetIn(view.sheet);
  const applied = readMapped(sheet, view.mapping, names);
  const { columns, titlePeriod } = explainedMapping(sheet, view.mapping, names);
  const pages = Math.max(1, Math.ceil(sheet.rows.length / rowsInWindow));
  const page = Math.min(choice.rows, pages);
  const shown = sheetWindow(sheet, view.mapping, applied, page);
  const isOpen = view.state === 'open';
  const about = { view, names, locale };
  const counts = {
    figures: applied.figures.length,
    unread: applied.refused.length,
    leftOut: applied.leftOut.length,
  };
  return (
    <>
      <PageHeader
        title={<span className="break-all">{marked(view.fileName, locale)}</span>}
        subtitle={
          <span className="flex flex-wrap gap-x-4">
            {view.sheetName !== '' && <span>{marked(view.sheetName, locale)}</span>}
            <span>
              {marked(t('sheet.about', { by: view.uploadedBy, moment: writtenMoment(view.uploadedAt) }), locale)}
            </span>
            <span>{t(`states.${view.state}`)}</span>
            <a href={paths.sheetFile(id)} download className="inline-flex min-h-6 items-center text-sea underline">
              {t('sheet.download')}
            </a>
          </span>
        }
        breadcrumb={[{ label: t('title'), href: paths.mappings }]}
        actions={
          isOpen &&
          may(principal.role, 'mapping.cite') && (
            <a href={paths.mappedPreview(id)} className={buttonLook('primary')}>
              {t('sheet.preview')}
            </a>
          )
        }
      />
      {choice.done && <Notice>{t(`notice.${choice.done}`)}</Notice>}
      {isOpen && (
        <Notice>
          {view.keptName === null ? t('notice.noKept') : marked(t('notice.follows', { name: view.keptName }), locale)}
        </Notice>
      )}
      <MeasureNotice mapping={view.mapping} locale={locale} />
      {view.batchId !== null && (
        <Notice>
          {t('sheet.result')}{' '}
          <a href={withQuery(paths.citedFigures, { batch: view.batchId })} className="text-sea underline">
            {t('sheet.toBatch')}
          </a>
        </Notice>
      )}
      {view.uploadId !== null && (
        <Notice>
          {isOpen && t('sheet.staged')}{' '}
          <a href={paths.upload(view.uploadId)} className="text-sea underline">
            {t('sheet.toUpload')}
          </a>
        </Notice>
      )}
      {applied.further.length > 0 && (
        <Notice>
          {t('sheet.further', {
            rows: listed(
              applied.further.map(({ headFrom }) => `${headFrom}`),
              locale,
            ),
          })}
        </Notice>
      )}
      <p className="mb-4 font-semibold">{t('sheet.counts', counts)}</p>
      {isOpen && may(principal.role, 'mapping.fill') && (
        <FillForm id={id} version={view.version} principal={principal} figures={applied.figures} locale={locale} />
      )}
      <UnreadTable refused={applied.refused} id={id} locale={locale} />
      {isOpen && <NameForm {...about} unknown={applied.unknown} />}
      <SheetGrid shown={shown} mapping={view.mapping} id={id} page={page} pages={pages} locale={locale} />
      {isOpen && <ColumnForms {...about} columns={columns} page={choice.columns} />}
      {isOpen && <SheetForms {...about} titlePeriod={titlePeriod} />}
      <LeftOutTable leftOut={applied.leftOut} locale={locale} />
    </>
  );
}
