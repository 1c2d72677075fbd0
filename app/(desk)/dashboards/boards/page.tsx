import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { DataTable } from '@/app/ui/tables/data-table';
import { pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { maySee } from '@/lib/access/permissions';
import { boardList } from '@/lib/dashboards/boards/queries';
import type { BoardHead } from '@/lib/dashboards/boards/words';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { pagesOf } from '@/lib/paging';
import { paths } from '@/lib/paths';
import { BoardAddress } from './address';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'boards')('title') };
}

/** The boards in sight of the reader: their own, shared ones, published ones. */
export default async function BoardsPage({ searchParams }: PageProps<'/dashboards/boards'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), currentPrincipal(), searchParams]);
  const { page, done } = BoardAddress.parse(query);
  const { boards, total } = await boardList(principal, { page });
  const t = translator(locale, 'boards');
  const composes = maySee(principal.role, 'composeBoards');
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        actions={
          composes && (
            <a href={paths.newBoard} className={buttonLook('primary')}>
              {t('create')}
            </a>
          )
        }
      />
      {done === 'removed' && <Notice>{t('removing.done')}</Notice>}
      <DataTable<BoardHead>
        caption={t('caption')}
        stacked
        rows={boards}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('none')} reason={t(composes ? 'noneReason' : 'noneForVisitors')} />}
        columns={[
          {
            key: 'name',
            header: t('name'),
            className: 'min-w-60',
            cell: ({ id, title }) => (
              <a href={paths.board(id)} className="font-medium text-sea hover:underline">
                {marked(title, locale)}
              </a>
            ),
          },
          { key: 'reach', header: t('reach'), cell: ({ reach }) => t(`reaches.${reach}`) },
          { key: 'owner', header: t('owner'), cell: ({ owner }) => marked(writtenActor(owner, locale), locale) },
          { key: 'cards', header: t('cards'), align: 'end', cell: ({ cards }) => cards },
          { key: 'state', header: t('state'), cell: (board) => <States board={board} t={t} /> },
          {
            key: 'saved',
            header: t('saved'),
            className: 'whitespace-nowrap',
            cell: ({ savedAt }) => writtenMoment(savedAt),
          },
        ]}
      />
      <Pager page={page} pages={pagesOf(total)} hrefOf={pageAddress(paths.boards, {})} locale={locale} />
    </>
  );
}

function States({ board, t }: { board: BoardHead; t: ReturnType<typeof translator<'boards'>> }) {
  const { publishedEdition, isShared } = board;
  if (publishedEdition === null && !isShared) return <span className="text-ink-2">{t('isPrivate')}</span>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {publishedEdition !== null && <Badge tone="sea">{t('isPublished')}</Badge>}
      {isShared && <Badge>{t('isShared')}</Badge>}
    </span>
  );
}
