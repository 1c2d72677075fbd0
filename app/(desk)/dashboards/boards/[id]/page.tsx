import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { BoardAddress } from '@/app/(desk)/dashboards/boards/address';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { currentPlace } from '@/app/server/place';
import { currentPrincipal } from '@/app/server/principal';
import { BoardGrid, CardPlace } from '@/app/ui/boards/board-grid';
import { CardContent } from '@/app/ui/boards/card-content';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { boardData } from '@/lib/dashboards/boards/cards/queries';
import { viewOf } from '@/lib/dashboards/boards/cards/view-of';
import { Filter } from '@/lib/dashboards/boards/document';
import { boardOf } from '@/lib/dashboards/boards/queries';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { BoardDesk } from './board-desk';
import { BoardFilters } from './board-filters';

/** Cached, since the page and its title both need it. */
const foundBoard = cache(async (id: string) => boardOf(await currentPrincipal(), addressPart(id)));

const doneWords = {
  saved: 'savedNow',
  shared: 'share.done',
  published: 'publishing.done',
  withdrawn: 'publishing.withdrawn',
  restored: 'editions.done',
} as const;

export async function generateMetadata({ params }: PageProps<'/dashboards/boards/[id]'>): Promise<Metadata> {
  const board = await foundBoard((await params).id);
  return board ? { title: board.title } : {};
}

/** A board with its cards, its filters, and what its owner and the office may do with it. */
export default async function BoardPage({ params, searchParams }: PageProps<'/dashboards/boards/[id]'>) {
  const [{ id }, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    currentPrincipal(),
  ]);
  const board = await foundBoard(id);
  if (!board) notFound();
  const { document, reach } = board;
  const filter = Filter.parse(query);
  const { done } = BoardAddress.parse(query);
  const t = translator(locale, 'boards');
  const [data, { settings }] = await Promise.all([boardData(principal, document.cards, filter), currentPlace()]);
  const look = { data, filter, home: settings.homeUnits, locale };
  const { publishedEdition, publishedAt, publisher } = board;
  return (
    <>
      <PageHeader
        title={marked(board.title, locale)}
        breadcrumb={[{ label: t('title'), href: paths.boards }]}
        subtitle={
          <>
            {document.lead && <p>{marked(document.lead, locale)}</p>}
            <p className="text-table">
              {marked(
                t('editionBy', {
                  owner: writtenActor(board.owner, locale),
                  number: board.edition,
                  at: writtenMoment(board.savedAt),
                }),
                locale,
              )}
            </p>
          </>
        }
        actions={
          <>
            {reach === 'own' && (
              <a href={paths.boardComposer(board.id)} className={buttonLook('primary')}>
                {t('edit')}
              </a>
            )}
            <a href={withQuery(paths.boardFile(board.id), filter)} download className={buttonLook('outline')}>
              {t('xlsx')}
            </a>
            <PrintButton label={t('print')} tone="outline" />
          </>
        }
      />
      {done && done !== 'removed' && <Notice>{t(doneWords[done])}</Notice>}
      {document.cards.length === 0 ? (
        <EmptyState title={t('empty')} reason={t(reach === 'own' ? 'emptyReason' : 'emptyShared')} />
      ) : (
        <>
          <BoardFilters path={paths.board(board.id)} filter={filter} data={data} locale={locale} />
          <BoardGrid>
            {document.cards.map((card) => (
              <CardPlace key={card.key} card={card}>
                <CardContent view={viewOf(card, look)} id={card.key} locale={locale} />
              </CardPlace>
            ))}
          </BoardGrid>
        </>
      )}
      {publishedEdition !== null && publishedAt && (
        <p className="mt-4 text-table text-ink-2">
          {marked(
            t('publishing.by', {
              name: writtenActor(publisher ?? '', locale),
              at: writtenMoment(publishedAt),
              number: publishedEdition,
            }),
            locale,
          )}{' '}
          {reach !== 'published' &&
            board.current !== publishedEdition &&
            t('aheadOfPublished', { published: publishedEdition, current: board.current })}
        </p>
      )}
      <BoardDesk board={board} principal={principal} locale={locale} />
    </>
  );
}
