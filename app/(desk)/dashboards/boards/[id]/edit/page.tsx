import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BoardComposer } from '@/app/(desk)/dashboards/boards/board-composer';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { boardOf } from '@/lib/dashboards/boards/queries';
import { translator } from '@/lib/i18n/translator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'boards')('composer.title') };
}

/** The composer of one's own board. */
export default async function EditBoardPage({ params, searchParams }: PageProps<'/dashboards/boards/[id]/edit'>) {
  const [{ id }, asked, principal] = await Promise.all([params, searchParams, principalFor('composeBoards')]);
  const board = await boardOf(principal, addressPart(id));
  if (board?.reach !== 'own') notFound();
  return <BoardComposer principal={principal} board={board} asked={asked} />;
}
