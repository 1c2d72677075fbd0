import type { Metadata } from 'next';
import { currentMinute } from '@/app/server/clock';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Pager } from '@/app/ui/tables/pager';
import { lastOfMinute, writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { ChangeAddress, changeQuery, stretchOf } from '@/lib/reporting/revisions/changes/change-choice';
import { changedSince, changeFilters } from '@/lib/reporting/revisions/changes/queries';
import { changesPerPage, mostPages } from '@/lib/reporting/revisions/words';
import { ChangeFilters } from './change-filters';
import { FoldedChanges } from './folded-changes';

const path = paths.revisions;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'revisions')('title') };
}

export default async function RevisionsPage({ searchParams }: PageProps<'/reporting/revisions'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('published'), searchParams]);
  const asked = ChangeAddress.parse(query);
  const t = translator(locale, 'revisions');
  // To the end of the minute, as an asked one: the page shows no seconds, and a later change makes it anew.
  const stretch = stretchOf(asked, new Date((await currentMinute()).getTime() + lastOfMinute));
  const filters = await changeFilters(principal, asked.unit);
  const indicator = filters.indicators.find(({ code }) => code === asked.indicator);
  const group = filters.groups.find(({ code }) => code === asked.group);
  const unit = filters.unit;
  const ignored = [
    ...stretch.ignored,
    ...(asked.unit && !unit ? [{ key: 'ignoredUnit', value: asked.unit } as const] : []),
    ...(asked.indicator && !indicator ? [{ key: 'ignoredIndicator', value: asked.indicator } as const] : []),
    ...(asked.group && !group ? [{ key: 'ignoredGroup', value: asked.group } as const] : []),
  ];
  const found = await changedSince(principal, {
    ...stretch,
    indicatorCode: indicator?.code,
    unitCode: unit?.code,
    groupCode: group?.code,
    kind: asked.kind,
    page: asked.page,
  });
  const total = { all: found.added + found.changed, changed: found.changed, new: found.added }[asked.kind];
  const allPages = Math.max(1, Math.ceil(total / changesPerPage));
  const pages = Math.min(allPages, mostPages);
  const ends = { since: writtenMoment(stretch.since), until: writtenMoment(stretch.until) };
  const hrefOf = (page: number) => path + changeQuery(asked, { page });
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} />
      {ignored.map(({ key, value }) => (
        <Notice key={key} tone="warn">
          {t(key, { value })}
        </Notice>
      ))}
      <ChangeFilters path={path} asked={asked} stretch={stretch} filters={filters} locale={locale} />
      <p className="mb-3 flex flex-wrap gap-x-4 text-table text-ink-2" role="status">
        <span>{t('stretch', ends)}</span>
        <span className="text-ink">
          {t('counts', {
            changed: found.changed,
            moreChanged: `${found.isMore.changed}`,
            added: found.added,
            moreAdded: `${found.isMore.added}`,
          })}
        </span>
      </p>
      {found.figures.length === 0 ? (
        <EmptyState
          title={t('emptyTitle')}
          reason={t('emptyReason')}
          action={
            <a href={withQuery(path, { range: 'month' })} className={buttonLook('outline')}>
              {t('emptyAction')}
            </a>
          }
        />
      ) : (
        <FoldedChanges figures={found.figures} caption={t('caption', ends)} locale={locale} />
      )}
      <Pager page={asked.page} pages={pages} hrefOf={hrefOf} locale={locale} />
      {allPages > pages && <p className="mt-2 text-table text-ink-2">{t('cut', { pages })}</p>}
    </>
  );
}
