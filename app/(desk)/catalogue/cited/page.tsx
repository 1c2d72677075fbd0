import type { Metadata } from 'next';
import * as z from 'zod';
import { confirm } from '@/app/(desk)/catalogue/cited/actions';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import type { Principal } from '@/lib/access/principal';
import { filesOfSource } from '@/lib/catalogue/sources/files/queries';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { citedLines, waitingBatches } from '@/lib/observations/cited/queue/queries';
import { pagesOf } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { sheetsOfBatches } from '@/lib/reporting/mapping/sheets/queries';
import { BatchTable } from './batch-table';
import { CitedTable } from './cited-table';
import { Decision } from './decision';
import { OpenedFigure } from './opened-figure';

const path = paths.citedFigures;
const Choice = z.object({
  tab: z.enum(['waiting', 'decided']).catch('waiting'),
  page: PageNumber,
  open: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .catch(undefined),
  batch: z.string().min(1).max(300).optional().catch(undefined),
  done: z.enum(['record', 'confirm', 'refuse', 'takeBack', 'import', 'withdraw']).optional().catch(undefined),
  count: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .catch(1),
});
type Asked = z.output<typeof Choice>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'cited')('title') };
}

/** The queue of figures taken out of documents, which somebody else than their recorder confirms or refuses. */
export default async function CitedPage({ searchParams }: PageProps<'/catalogue/cited'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('cited'), searchParams]);
  const asked = Choice.parse(query);
  const t = translator(locale, 'cited');
  const view = { principal, asked, locale };
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={<span className="block max-w-3xl">{t('lead')}</span>}
        actions={
          <>
            <a href={paths.sources} className={buttonLook('outline')}>
              {t('toSources')}
            </a>
            <a href={paths.mappings} className={buttonLook('outline')}>
              {translator(locale, 'mapping')('links.fromCited')}
            </a>
            <a href={paths.citedImport} className={buttonLook('primary')}>
              {t('importLink')}
            </a>
          </>
        }
      />
      {asked.done && <Notice>{t(`done.${asked.done}`, { count: asked.count })}</Notice>}
      <div className="mb-4" data-chrome>
        <FilterTabs
          label={t('title')}
          options={(['waiting', 'decided'] as const).map((tab) => ({
            label: t(`tabs.${tab}`),
            href: withQuery(path, { tab: tab === 'waiting' ? undefined : tab }),
            current: asked.tab === tab && asked.batch === undefined,
          }))}
        />
      </div>
      {asked.batch !== undefined ? (
        <Batch {...view} batchId={asked.batch} />
      ) : asked.tab === 'decided' ? (
        <Decided {...view} />
      ) : (
        <Waiting {...view} />
      )}
    </>
  );
}

type View = { principal: Principal; asked: Asked; locale: Locale };

async function Waiting({ principal, asked, locale }: View) {
  const t = translator(locale, 'cited');
  const [batches, { lines, total, page }, opened] = await Promise.all([
    waitingBatches(principal),
    citedLines(principal, { which: 'waiting', page: asked.page }),
    asked.open === undefined ? null : citedLines(principal, { which: { id: asked.open }, page: 1 }),
  ]);
  const line = opened?.lines.find(({ state }) => state === 'waiting');
  const [files, sheets] = await Promise.all([
    line ? filesOfSource(principal, line.sourceCode) : [],
    sheetsOfBatches(
      principal,
      [...lines, ...(line ? [line] : [])].map(({ batchId }) => batchId),
    ),
  ]);
  const mayTick = lines.some(({ isOwn, findings }) => !isOwn && findings.length === 0);
  const empty = <EmptyState title={t('emptyTitle')} reason={t('emptyReason')} />;
  return (
    <>
      {line && <OpenedFigure line={line} files={files} sheet={sheets.get(line.batchId ?? '')} locale={locale} />}
      {batches.length > 0 && (
        <Section id="batches" title={t('batches')} className="mb-8">
          <BatchTable batches={batches} locale={locale} />
        </Section>
      )}
      {lines.length === 0 && batches.length > 0 ? null : mayTick ? (
        <CommandForm
          action={confirm}
          submit={t('confirmChosen')}
          refusedTitle={t('refusedTitle')}
          id="chosen"
          actions={<span className="text-table text-ink-2">{t('confirmNote')}</span>}
        >
          <div id="field-chosen-figures" tabIndex={-1} className="mb-4">
            <CitedTable lines={lines} ticks sheets={sheets} locale={locale} />
          </div>
        </CommandForm>
      ) : (
        <CitedTable lines={lines} sheets={sheets} empty={empty} locale={locale} />
      )}
      <Pager page={page} pages={pagesOf(total)} hrefOf={pageAddress(path, {})} locale={locale} />
    </>
  );
}

async function Decided({ principal, asked, locale }: View) {
  const t = translator(locale, 'cited');
  const { lines, total, page } = await citedLines(principal, { which: 'decided', page: asked.page });
  const sheets = await sheetsOfBatches(
    principal,
    lines.map(({ batchId }) => batchId),
  );
  return (
    <>
      <CitedTable
        lines={lines}
        isDecided
        sheets={sheets}
        empty={<EmptyState title={t('decidedNone')} reason={t('lead')} />}
        locale={locale}
      />
      <Pager page={page} pages={pagesOf(total)} hrefOf={pageAddress(path, { tab: 'decided' })} locale={locale} />
    </>
  );
}

async function Batch({ principal, asked, batchId, locale }: View & { batchId: string }) {
  const t = translator(locale, 'cited');
  const [batches, { lines, total, page }, sheets] = await Promise.all([
    waitingBatches(principal),
    citedLines(principal, { which: { batchId }, page: asked.page }),
    sheetsOfBatches(principal, [batchId]),
  ]);
  const batch = batches.find((one) => one.batchId === batchId);
  if (!batch) return <EmptyState title={t('batch.gone')} reason={t('batch.lead')} />;
  return (
    <Section
      id="batch"
      title={t('batch.title', { file: batch.fileName })}
      note={t('batch.counts', { count: batch.count, changed: batch.changed })}
      className="mt-0"
    >
      <div className="mb-4">
        <Decision
          hidden={{ batchId, count: batch.count }}
          isOwn={batch.isOwn}
          submit={t('confirmBatch', { count: batch.count })}
          locale={locale}
        />
      </div>
      <CitedTable lines={lines} inBatch sheets={sheets} locale={locale} />
      <Pager page={page} pages={pagesOf(total)} hrefOf={pageAddress(path, { batch: batchId })} locale={locale} />
    </Section>
  );
}
