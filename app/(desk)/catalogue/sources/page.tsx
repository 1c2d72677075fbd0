import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { PageNumber } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { SearchField } from '@/app/ui/tables/search-field';
import { maySee } from '@/lib/access/permissions';
import { sourceList } from '@/lib/catalogue/sources/queries';
import type { SourceLine } from '@/lib/catalogue/sources/words';
import { reliabilities } from '@/lib/catalogue/words';
import { translator } from '@/lib/i18n/translator';
import { pageLength, pagesOf, pageWithin } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

const path = paths.sources;
const Choice = z.object({
  page: PageNumber,
  q: z.string().trim().max(60).catch(''),
  reliability: z.enum(reliabilities).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'sources')('title') };
}

export default async function SourcesPage({ searchParams }: PageProps<'/catalogue/sources'>) {
  const [locale, principal, asked] = await Promise.all([currentLocale(), currentPrincipal(), searchParams]);
  const t = translator(locale, 'sources');
  const { q, reliability, page: askedPage } = Choice.parse(asked);
  const all = await sourceList(principal);
  const word = q.toLowerCase();
  const wanted = all.filter(
    (one) =>
      (!reliability || one.reliability === reliability) &&
      [one.title, one.publisher, one.code].some((text) => text.toLowerCase().includes(word)),
  );
  const page = pageWithin(askedPage, wanted.length);
  const d = translator(locale, 'documents');
  const href = (value?: string) => withQuery(path, { reliability: value, q });
  const columns: Column<SourceLine>[] = [
    {
      key: 'document',
      header: t('document'),
      className: 'min-w-56',
      cell: (one) => (
        <>
          <a href={paths.source(one.code)} className="text-sea hover:underline">
            {marked(one.title, locale)}
          </a>{' '}
          {one.isWithdrawn && <span className="withdrawn">{d('withdrawn')}</span>}
        </>
      ),
    },
    {
      key: 'publisher',
      header: t('publisher'),
      className: 'min-w-40 text-ink-2',
      cell: (one) => marked(one.publisher, locale),
    },
    {
      key: 'publishedOn',
      header: t('publishedOn'),
      className: 'whitespace-nowrap',
      cell: (one) => one.publishedOn ?? <span className="text-ink-2">{t('unknownDate')}</span>,
    },
    {
      key: 'reliability',
      header: t('reliability'),
      cell: (one) => (
        <Badge tone={one.reliability === 'official' ? 'sea' : one.reliability === 'unverified' ? 'gold' : 'plain'}>
          {t(`reliabilities.${one.reliability}`)}
        </Badge>
      ),
    },
    { key: 'figures', header: t('figures'), align: 'end', cell: (one) => one.figures },
    { key: 'code', header: t('code'), className: 'text-ink-2 whitespace-nowrap', cell: (one) => one.code },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        actions={
          maySee(principal.role, 'manageSources') && (
            <a href={paths.newSource} className={buttonLook('primary')}>
              {d('add')}
            </a>
          )
        }
      />
      {asked.removed !== undefined && <Notice>{d('removed', { code: String(asked.removed).slice(0, 64) })}</Notice>}
      {asked.reliability !== undefined && !reliability && (
        <Notice tone="warn">{t('ignored', { value: String(asked.reliability).slice(0, 40) })}</Notice>
      )}
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3" data-chrome>
        <SearchField
          action={path}
          value={q}
          keep={{ reliability }}
          className="w-full sm:w-80"
          words={{ label: t('search'), hint: t('searchHint'), find: t('apply') }}
        />
        <FilterTabs
          label={t('reliability')}
          options={[
            { label: t('all'), href: href(), current: !reliability },
            ...reliabilities.map((one) => ({
              label: t(`reliabilities.${one}`),
              href: href(one),
              current: reliability === one,
            })),
          ]}
        />
        <p className="text-table text-ink-2">
          {t('count', { count: wanted.length })}
          {reliability && ` · ${t(`explain.${reliability}`)}`}
        </p>
      </div>
      <DataTable
        caption={t('title')}
        rows={wanted.slice((page - 1) * pageLength, page * pageLength)}
        columns={columns}
        rowKey={(one) => one.code}
        empty={
          <EmptyState
            title={t('emptyTitle')}
            reason={t('emptyReason')}
            action={
              <a href={path} className={buttonLook('outline')}>
                {t('showAll')}
              </a>
            }
          />
        }
      />
      <Pager
        page={page}
        pages={pagesOf(wanted.length)}
        hrefOf={(number) => withQuery(path, { reliability, q, page: number })}
        locale={locale}
      />
    </>
  );
}
