import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { SearchField } from '@/app/ui/tables/search-field';
import { sourceList } from '@/lib/catalogue/sources/queries';
import type { SourceLine } from '@/lib/catalogue/sources/words';
import { reliabilities } from '@/lib/catalogue/words';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';

const path = paths.sources;
const Choice = z.object({
  q: z.string().trim().max(60).catch(''),
  reliability: z.enum(reliabilities).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'sources')('title') };
}

export default async function SourcesPage({ searchParams }: PageProps<'/catalogue/sources'>) {
  const [locale, principal, asked] = await Promise.all([currentLocale(), currentPrincipal(), searchParams]);
  const t = translator(locale, 'sources');
  const { q, reliability } = Choice.parse(asked);
  const all = await sourceList(principal);
  const word = q.toLowerCase();
  const wanted = all.filter(
    (one) =>
      (!reliability || one.reliability === reliability) &&
      [one.title, one.publisher, one.code].some((text) => text.toLowerCase().includes(word)),
  );
  const href = (value?: string) => withQuery(path, { reliability: value, q });
  const columns: Column<SourceLine>[] = [
    {
      key: 'document',
      header: t('document'),
      className: 'min-w-56',
      cell: (one) => (
        <a href={paths.source(one.code)} className="text-sea hover:underline">
          {one.title}
        </a>
      ),
    },
    { key: 'publisher', header: t('publisher'), className: 'min-w-40 text-ink-2', cell: (one) => one.publisher },
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
      <PageHeader title={t('title')} subtitle={t('lead')} />
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
        rows={wanted}
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
    </>
  );
}
