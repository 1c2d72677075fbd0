import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { SearchField } from '@/app/ui/tables/search-field';
import { matchesIndicator } from '@/lib/catalogue/indicators/match-indicator';
import { indicatorList } from '@/lib/catalogue/indicators/queries';
import { demonstrationTopic } from '@/lib/catalogue/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { IndicatorTable } from './indicator-table';
import { TopicTree } from './topic-tree';

const path = paths.indicators;
const single = (value: string | string[] | undefined) =>
  typeof value === 'string' && value !== '' ? value : undefined;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'indicators')('title') };
}

function addressOf(query: { q?: string | undefined; topic?: string | undefined }): string {
  return withQuery(path, query);
}

export default async function IndicatorsPage({ searchParams }: PageProps<'/catalogue/indicators'>) {
  const [locale, principal, asked] = await Promise.all([currentLocale(), currentPrincipal(), searchParams]);
  const t = translator(locale, 'indicators');
  const topics = await indicatorList(principal);
  const q = single(asked.q)?.trim();
  const wanted = single(asked.topic);
  const topic = topics.find(({ code }) => code === wanted);
  const matching = topics.map((row) => ({
    ...row,
    indicators: q ? row.indicators.filter((indicator) => matchesIndicator(indicator, q)) : row.indicators,
  }));
  const shown = matching.filter((row) => row.indicators.length > 0 && (!topic || row.code === topic.code));
  const total = shown.reduce((sum, { indicators }) => sum + indicators.length, 0);
  const real = topics.filter(({ code }) => code !== demonstrationTopic);
  const all = real.reduce((sum, { indicators }) => sum + indicators.length, 0);

  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle', { topics: real.length, indicators: all })} />
      {wanted && !topic && <Notice>{t('list.unknownTopic', { value: wanted })}</Notice>}
      <div className="gap-8 lg:grid lg:grid-cols-[216px_minmax(0,1fr)]">
        <TopicTree
          topics={matching}
          current={topic?.code}
          hrefOf={(code) => addressOf({ q, topic: code })}
          locale={locale}
        />
        <div className="min-w-0">
          <SearchField
            action={path}
            value={q ?? ''}
            keep={{ topic: topic?.code }}
            className="mb-3"
            words={{ label: t('list.search'), hint: t('list.hint'), find: t('list.find') }}
          />
          {q && total > 0 && (
            <p role="status" className="mb-2 text-table text-ink-2">
              {t('list.found', { q, count: total })}{' '}
              <a href={addressOf({ topic: topic?.code })} className="ml-2 text-sea underline">
                {t('list.clear')}
              </a>
            </p>
          )}
          {total > 0 ? (
            <IndicatorTable topics={shown} locale={locale} />
          ) : (
            <EmptyState
              title={t('list.nothing')}
              reason={
                topic
                  ? t('list.nothingHere', { topic: nameOf(topic, locale), q: q ?? '' })
                  : t('list.nothingReason', { q: q ?? '' })
              }
              action={
                <a href={topic ? addressOf({ q }) : path} className={buttonLook()}>
                  {t(topic ? 'list.everywhere' : 'list.clear')}
                </a>
              }
            />
          )}
        </div>
      </div>
    </>
  );
}
