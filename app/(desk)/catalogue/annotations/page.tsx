import type { Metadata } from 'next';
import * as z from 'zod';
import { NoteSource, NoteSubject } from '@/app/(desk)/catalogue/annotations/note-parts';
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
import { annotationList, waitingNotes } from '@/lib/catalogue/annotations/queries';
import { writtenSpan } from '@/lib/catalogue/annotations/told/span';
import { type Annotation, annotationKinds } from '@/lib/catalogue/annotations/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { pagesOf } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

const path = paths.annotations;
const code = z.string().max(64).optional().catch(undefined);
const Choice = z.object({
  page: PageNumber,
  q: z.string().trim().max(60).catch(''),
  kind: z.enum(annotationKinds).optional().catch(undefined),
  state: z.literal('withdrawn').optional().catch(undefined),
  unit: code,
  indicator: code,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'annotations')('title') };
}

/** The notes, honours and events that pages show, or those that were withdrawn. */
export default async function AnnotationsPage({ searchParams }: PageProps<'/catalogue/annotations'>) {
  const [locale, principal, asked] = await Promise.all([currentLocale(), currentPrincipal(), searchParams]);
  const t = translator(locale, 'annotations');
  const { page, q, kind, state, unit, indicator } = Choice.parse(asked);
  const [found, waiting] = await Promise.all([
    annotationList(principal, { kind, unit, indicator, q, withdrawn: state === 'withdrawn' }, page),
    waitingNotes(principal),
  ]);
  const kept = { unit, indicator, q };
  const [first] = found.rows;
  const about = [unit && (first?.unit ?? unit), indicator && (first?.indicator ?? indicator)]
    .flatMap((one) => one || [])
    .map((one) => (typeof one === 'string' ? one : nameOf(one, locale)));
  const columns: Column<Annotation>[] = [
    {
      key: 'when',
      header: t('columns.when'),
      className: 'min-w-28 text-ink-2',
      cell: (one) => writtenSpan(one, locale),
    },
    {
      key: 'what',
      header: t('columns.what'),
      className: 'min-w-64 max-w-prose break-words',
      cell: (one) => (
        <>
          <p>
            <a href={paths.annotation(one.id)} className="text-sea hover:underline">
              {marked(locale === 'en' ? one.titleEn : one.titleZh, locale)}
            </a>
          </p>
          <p className="text-ink-2">{marked(locale === 'en' ? one.textEn : one.textZh, locale)}</p>
        </>
      ),
    },
    { key: 'kind', header: t('columns.kind'), cell: (one) => <Badge>{t(`kinds.${one.kind}`)}</Badge> },
    {
      key: 'about',
      header: t('columns.about'),
      className: 'min-w-40',
      cell: (one) => <NoteSubject note={one} locale={locale} />,
    },
    {
      key: 'source',
      header: t('columns.source'),
      className: 'min-w-40 text-ink-2',
      cell: (one) => <NoteSource note={one} locale={locale} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={<span className="block max-w-3xl">{t('lead')}</span>}
        actions={
          maySee(principal.role, 'manageAnnotations') && (
            <a href={withQuery(paths.newAnnotation, { kind, unit, indicator })} className={buttonLook('primary')}>
              {t('add')}
            </a>
          )
        }
      />
      {waiting > 0 && (
        <Notice>
          {t('waiting', { count: waiting })}{' '}
          <a href={paths.proposals} className="inline-flex min-h-6 items-center text-sea underline max-sm:min-h-11">
            {t('toWaiting')}
          </a>
        </Notice>
      )}
      {asked.kind !== undefined && !kind && (
        <Notice tone="warn">{t('ignored', { value: String(asked.kind).slice(0, 40) })}</Notice>
      )}
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3" data-chrome>
        <SearchField
          action={path}
          value={q}
          keep={{ kind, state, unit, indicator }}
          className="w-full sm:w-80"
          words={{ label: t('search'), hint: t('searchHint'), find: t('search') }}
        />
        <FilterTabs
          label={t('kind')}
          options={[
            { label: t('all'), href: withQuery(path, { ...kept, state }), current: !kind },
            ...annotationKinds.map((one) => ({
              label: t(`kinds.${one}`),
              href: withQuery(path, { ...kept, state, kind: one }),
              current: kind === one,
            })),
          ]}
        />
        <FilterTabs
          label={t('state')}
          options={[
            { label: t('shown'), href: withQuery(path, { ...kept, kind }), current: !state },
            {
              label: t('withdrawn'),
              href: withQuery(path, { ...kept, kind, state: 'withdrawn' }),
              current: state === 'withdrawn',
            },
          ]}
        />
        <p className="text-table text-ink-2">
          {t('count', { count: found.total })}
          {about.length > 0 && ` · ${t('only', { name: about.join(' · ') })}`}
        </p>
      </div>
      <DataTable
        caption={t('title')}
        rows={found.rows}
        columns={columns}
        rowKey={(one) => one.id}
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
        page={found.page}
        pages={pagesOf(found.total)}
        hrefOf={(number) => withQuery(path, { ...kept, kind, state, page: number })}
        locale={locale}
      />
    </>
  );
}
