import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { figuresFile, mostInFile } from '@/app/ui/figures/figures-file';
import { sourcePath } from '@/app/ui/figures/source-path';
import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { maySee } from '@/lib/access/permissions';
import { notesCiting } from '@/lib/catalogue/annotations/queries';
import { citedFigures, citedRanks, pageOfFigure, replacedFigures } from '@/lib/catalogue/sources/cited/queries';
import { filesOfSource } from '@/lib/catalogue/sources/files/queries';
import { sourceHead } from '@/lib/catalogue/sources/queries';
import { writtenMoment } from '@/lib/i18n/moments';
import { inOwnWords } from '@/lib/i18n/own-words';
import { translator } from '@/lib/i18n/translator';
import { registerOfSource } from '@/lib/monitoring/registers/queries';
import { isOwnSource } from '@/lib/observations/cited/own-source';
import { pagesOf } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { FigureTable, RankTable } from './cited-tables';
import { CitingNotes } from './citing-notes';
import { SourceFiles } from './source-files';
import { SourceMeasures } from './source-measures';

type Props = PageProps<'/catalogue/sources/[code]'>;

const Choice = z.object({
  page: PageNumber,
  done: z.enum(['create', 'edit', 'attach', 'withdraw', 'restore']).optional().catch(undefined),
  /** The page of the list of replaced figures. */
  replaced: PageNumber,
  /** A line of the list, such as `GDP-2022-320600`: its page is shown. */
  figure: z
    .string()
    .max(160)
    .regex(/^\P{Cc}+$/u)
    .optional()
    .catch(undefined),
});

const doneWords = {
  create: 'created',
  edit: 'saved',
  attach: 'attached',
  withdraw: 'withdrawnDone',
  restore: 'restoredDone',
} as const;

/** Cached, since the page and its title both need it. Asks first who reads. */
const headOf = cache(async (code: string) => {
  await currentPrincipal();
  return sourceHead(code);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await headOf((await params).code);
  return found ? { title: inOwnWords(found.title, await currentLocale()) } : {};
}

export default async function SourcePage({ params, searchParams }: Props) {
  const [{ code }, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    currentPrincipal(),
  ]);
  const asked = Choice.parse(query);
  const lineAt = asked.figure === undefined ? null : await pageOfFigure(principal, code, asked.figure);
  const [found, files, figures, ranks, replaced, notes, register] = await Promise.all([
    headOf(code),
    filesOfSource(principal, code),
    citedFigures(principal, code, lineAt ?? asked.page),
    citedRanks(principal, code),
    replacedFigures(principal, code, asked.replaced),
    notesCiting(principal, code),
    registerOfSource(principal, code),
  ]);
  if (!found) notFound();
  const t = translator(locale, 'sources');
  const d = translator(locale, 'documents');
  const isManaged = maySee(principal.role, 'manageSources') && !found.isComputed;
  const done = isManaged ? asked.done : undefined;
  const hasFile = figures.total > 0 && figures.total <= mostInFile;
  const path = sourcePath(found.code);
  return (
    <>
      <PageHeader
        title={inOwnWords(found.title, locale)}
        breadcrumb={[{ label: t('title'), href: paths.sources }, { label: found.code }]}
        actions={
          <>
            {hasFile && (
              <a href={figuresFile({ source: found.code })} download className={buttonLook('outline')}>
                {t('download')}
              </a>
            )}
            {isManaged && (
              <a href={paths.sourceFacts(found.code)} className={buttonLook('outline')}>
                {d('edit')}
              </a>
            )}
            {register && (
              <a href={paths.register(register.code)} className={buttonLook('outline')}>
                {translator(locale, 'registers')('toRegister')}
              </a>
            )}
            {maySee(principal.role, 'cited') && found.withdrawnReason === null && !isOwnSource(found.code) && (
              <a href={paths.recordCited(found.code)} className={buttonLook('primary')}>
                {d('record')}
              </a>
            )}
          </>
        }
      />
      {done && <Notice>{d(doneWords[done])}</Notice>}
      {found.withdrawnReason !== null && (
        <Notice tone="warn">
          {d('notice', {
            moment: found.withdrawnAt ? writtenMoment(found.withdrawnAt) : '',
            reason: found.withdrawnReason,
          })}
        </Notice>
      )}
      {asked.figure !== undefined && lineAt === null && <Notice tone="warn">{t('notCited')}</Notice>}
      <dl className="grid gap-x-8 text-table sm:grid-cols-2">
        <Fact term={t('publisher')}>{marked(found.publisher, locale)}</Fact>
        <Fact term={t('publishedOn')}>{found.publishedOn ?? t('unknownDate')}</Fact>
        {found.retrievedOn && <Fact term={d('retrievedOn')}>{found.retrievedOn}</Fact>}
        <Fact term={t('reliability')}>
          <Badge tone={found.reliability === 'official' ? 'sea' : 'plain'}>
            {t(`reliabilities.${found.reliability}`)}
          </Badge>{' '}
          <span className="text-ink-2">{t(`explain.${found.reliability}`)}</span>
        </Fact>
        <Fact term={t('address')}>
          {found.url ? (
            <a href={found.url} rel="noreferrer noopener" className="break-all text-sea underline">
              {found.url}
            </a>
          ) : (
            t('noAddress')
          )}
        </Fact>
        {found.accessNote && <Fact term={t('access')}>{marked(found.accessNote, locale)}</Fact>}
        {found.licence && <Fact term={t('licence')}>{marked(found.licence, locale)}</Fact>}
      </dl>
      <SourceFiles code={found.code} files={files} mayAttach={isManaged} locale={locale} />
      {ranks.length > 0 && (
        <Section id="ranks" title={t('ranks')}>
          <RankTable caption={t('ranks')} rows={ranks} locale={locale} />
        </Section>
      )}
      <Section id="figures" title={t('cited')} note={figures.total > 0 && t('citedNote', { count: figures.total })}>
        {figures.total > 0 ? (
          <FigureTable caption={t('cited')} rows={figures.figures} locale={locale} anchored />
        ) : (
          <p className="text-ink-2">{t('noneCited')}</p>
        )}
        <Pager
          page={figures.page}
          pages={pagesOf(figures.total)}
          hrefOf={pageAddress(path, {})}
          {...(hasFile && { whole: t('download') })}
          locale={locale}
        />
      </Section>
      {notes.length > 0 && (
        <Section id="notes" title={translator(locale, 'annotations')('citing')}>
          <CitingNotes notes={notes} locale={locale} />
        </Section>
      )}
      {(replaced === null || replaced.total > 0) && (
        <Section id="replaced" title={t('replaced')} note={replaced && t('citedNote', { count: replaced.total })}>
          {replaced === null ? (
            <p className="text-ink-2">{t('replacedMany')}</p>
          ) : (
            <>
              <FigureTable caption={t('replaced')} rows={replaced.figures} locale={locale} />
              <Pager
                page={replaced.page}
                pages={pagesOf(replaced.total)}
                hrefOf={(page) => withQuery(path, { replaced: page }, 'replaced')}
                locale={locale}
              />
            </>
          )}
        </Section>
      )}
      {isManaged && (
        <SourceMeasures
          source={found}
          isUnused={figures.total === 0 && ranks.length === 0 && replaced?.total === 0 && notes.length === 0}
          locale={locale}
        />
      )}
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex gap-4 border-b border-rule py-2">
      <dt className="w-20 shrink-0 text-ink-2">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
