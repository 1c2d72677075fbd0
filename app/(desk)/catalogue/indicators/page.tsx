import type { Metadata } from 'next';
import * as z from 'zod';
import { currentDay } from '@/app/server/clock';
import { keptRead } from '@/app/server/kept-read';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { SearchField } from '@/app/ui/tables/search-field';
import { may } from '@/lib/access/permissions';
import { indicatorList } from '@/lib/catalogue/indicators/queries';
import { demonstrationTopic } from '@/lib/catalogue/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { pagesOf } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { IndicatorTable } from './indicator-table';
import { TopicTree } from './topic-tree';

const path = paths.indicators;
const Choice = z.object({
  q: z
    .string()
    .trim()
    .max(60)
    .regex(/^\P{Cc}*$/u)
    .catch(''),
  topic: z.string().min(1).max(64).optional().catch(undefined),
  deleted: z.literal('1').optional().catch(undefined),
  page: PageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'indicators')('title') };
}

export default async function IndicatorsPage({ searchParams }: PageProps<'/catalogue/indicators'>) {
  const [locale, principal, raw] = await Promise.all([currentLocale(), currentPrincipal(), searchParams]);
  const t = translator(locale, 'indicators');
  const c = translator(locale, 'catalogue');
  const { q, topic: wanted, deleted, page: asked } = Choice.parse(raw);
  const list = (topicCode: string | undefined) =>
    keptRead(principal, ['indicatorList', q, topicCode, asked], () =>
      indicatorList(principal, { q, topicCode, page: asked }),
    );
  const first = await list(wanted);
  const topic = first.topics.find(({ code }) => code === wanted);
  // An unknown topic is no filter.
  const found = wanted && !topic ? await list(undefined) : first;
  const { topics, indicators, total, page } = found;
  const real = topics.filter(({ code }) => code !== demonstrationTopic);
  const all = real.reduce((sum, one) => sum + one.all, 0);
  const manages = may(principal.role, 'indicator.create');
  const addressOf = (code: string | undefined) => withQuery(path, { q, topic: code });
  const create = manages && (
    <a href={withQuery(paths.newIndicator, { topic: topic?.code })} className={buttonLook('primary')}>
      {c('indicator.create')}
    </a>
  );
  const isEmpty = topics.every((one) => one.all === 0);
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { topics: real.length, indicators: all })}
        actions={
          manages && (
            <>
              <a href={paths.catalogueWorkbook} className={buttonLook('outline')}>
                {translator(locale, 'workbook')('title')}
              </a>
              <a href={paths.topics} className={buttonLook('outline')}>
                {c('topics.title')}
              </a>
              {create}
            </>
          )
        }
      />
      {deleted && <Notice>{c('indicator.deleted')}</Notice>}
      {wanted && !topic && <Notice>{t('list.unknownTopic', { value: wanted })}</Notice>}
      {isEmpty ? (
        <EmptyState
          title={c('indicator.none')}
          reason={c(manages ? 'indicator.noneReason' : 'indicator.noneYet')}
          action={create}
        />
      ) : (
        <div className="gap-8 lg:grid lg:grid-cols-[216px_minmax(0,1fr)]">
          <TopicTree topics={topics} current={topic?.code} hrefOf={addressOf} locale={locale} />
          <div className="min-w-0">
            <SearchField
              action={path}
              value={q}
              keep={{ topic: topic?.code }}
              className="mb-3"
              words={{ label: t('list.search'), hint: t('list.hint'), find: t('list.find') }}
            />
            {q && total > 0 && (
              <p role="status" className="mb-2 text-table text-ink-2">
                {t('list.found', { q, count: total })}{' '}
                <a href={withQuery(path, { topic: topic?.code })} className="ml-2 text-sea underline">
                  {t('list.clear')}
                </a>
              </p>
            )}
            {total > 0 ? (
              <>
                <IndicatorTable topics={topics} indicators={indicators} today={await currentDay()} locale={locale} />
                <Pager
                  page={page}
                  pages={pagesOf(total)}
                  hrefOf={pageAddress(path, { q, topic: topic?.code })}
                  locale={locale}
                />
              </>
            ) : q ? (
              <EmptyState
                title={t('list.nothing')}
                reason={
                  topic ? t('list.nothingHere', { topic: nameOf(topic, locale), q }) : t('list.nothingReason', { q })
                }
                action={
                  <a href={topic ? addressOf(undefined) : path} className={buttonLook()}>
                    {t(topic ? 'list.everywhere' : 'list.clear')}
                  </a>
                }
              />
            ) : (
              <EmptyState
                title={c('topics.empty')}
                reason={c('topics.emptyReason')}
                action={
                  create || (
                    <a href={path} className={buttonLook()}>
                      {t('list.all')}
                    </a>
                  )
                }
              />
            )}
          </div>
        </div>
      )}
    </>
  );
}
