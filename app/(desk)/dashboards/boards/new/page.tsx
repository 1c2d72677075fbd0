import type { Metadata } from 'next';
import { BoardComposer } from '@/app/(desk)/dashboards/boards/board-composer';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { translator } from '@/lib/i18n/translator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'boards')('composer.newTitle') };
}

/** The composer of a new board. */
export default async function NewBoardPage({ searchParams }: PageProps<'/dashboards/boards/new'>) {
  const [asked, principal] = await Promise.all([searchParams, principalFor('composeBoards')]);
  return <BoardComposer principal={principal} board={null} asked={asked} />;
}
