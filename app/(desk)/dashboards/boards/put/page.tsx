import type { Metadata } from 'next';
import { BoardComposer } from '@/app/(desk)/dashboards/boards/board-composer';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { boardList, boardOf } from '@/lib/dashboards/boards/queries';
import { translator } from '@/lib/i18n/translator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'boards')('put') };
}

/** The composer of the reader's newest board, or of a new one, with a card of another page on it. */
export default async function PutOnBoardPage({ searchParams }: PageProps<'/dashboards/boards/put'>) {
  const [asked, principal] = await Promise.all([searchParams, principalFor('composeBoards')]);
  const [newest] = (await boardList(principal, { page: 1, only: 'own' })).boards;
  const board = newest ? await boardOf(principal, newest.id) : null;
  return <BoardComposer principal={principal} board={board} asked={asked} />;
}
