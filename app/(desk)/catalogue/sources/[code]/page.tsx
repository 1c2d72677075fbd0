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
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { citedFigures, citedRanks, pageOfFigure, replacedFigures } from '@/lib/catalogue/sources/cited/queries';
import { sourceHead } from '@/lib/catalogue/sources/queries';
import { translator } from '@/lib/i18n/translator';
import { pagesOf } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { FigureTable, RankTable } from './cited-tables';

type Props = PageProps<'/catalogue/sources/[code]'>;

const Choice = z.object({
  page: PageNumber,
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

/** Cached, since the page and its title both need it. Asks first who reads. */
const headOf = cache(async (code: string) => {
  await currentPrincipal();
  return sourceHead(code);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await headOf((await params).code);
  return found ? { title: found.title } : {};
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
  const [found, figures, ranks, replaced] = await Promise.all([
    headOf(code),
    citedFigures(principal, code, lineAt ?? asked.page),
    citedRanks(principal, code),
    replacedFigures(principal, code, asked.replaced),
  ]);
  if (!found) notFound();
  const t = translator(locale, 'sources');
  const hasFile = figures.total > 0 && figures.total <= mostInFile;
  const path = sourcePath(found.code);
  return (
    <>
      <PageHeader
        title={found.title}
        breadcrumb={[{ label: t('title'), href: paths.sources }, { label: found.code }]}
        actions={
          hasFile && (
            <a href={figuresFile({ source: found.code })} download className={buttonLook('outline')}>
              {t('download')}
            </a>
          )
        }
      />
      {asked.figure !== undefined && lineAt === null && <Notice tone="warn">{t('notCited')}</Notice>}
      <dl className="grid gap-x-8 text-table sm:grid-cols-2">
        <Fact term={t('publisher')}>{found.publisher}</Fact>
        <Fact term={t('publishedOn')}>{found.publishedOn ?? t('unknownDate')}</Fact>
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
        <Fact term={t('access')}>{found.accessNote}</Fact>
        <Fact term={t('licence')}>{found.licence}</Fact>
      </dl>
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
