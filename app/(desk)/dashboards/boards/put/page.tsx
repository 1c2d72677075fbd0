import { redirect } from 'next/navigation';
import { principalFor } from '@/app/server/principal';
import { boardList } from '@/lib/dashboards/boards/queries';
import { paths, withQuery } from '@/lib/paths';

/** Opens the reader's newest board, or a new one, with a card of another page on it. */
export default async function PutOnBoardPage({ searchParams }: PageProps<'/dashboards/boards/put'>) {
  const [asked, principal] = await Promise.all([searchParams, principalFor('composeBoards')]);
  const { boards } = await boardList(principal, { page: 1, only: 'own' });
  const [newest] = boards;
  const query = Object.entries(asked).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  redirect(withQuery(newest ? paths.boardComposer(newest.id) : paths.newBoard, query));
}
