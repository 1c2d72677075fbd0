import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { addressPart } from '@/app/server/address-part';
import { currentMoment } from '@/app/server/clock';
import { currentLocale } from '@/app/server/locale';
import { currentPlace } from '@/app/server/place';
import { BoardGrid, CardPlace } from '@/app/ui/boards/board-grid';
import { CardContent } from '@/app/ui/boards/card-content';
import { boardData } from '@/lib/dashboards/boards/cards/queries';
import { viewOf } from '@/lib/dashboards/boards/cards/view-of';
import { noFilter } from '@/lib/dashboards/boards/words';
import { shownBoards, shownByToken } from '@/lib/dashboards/displays/queries';

type Props = PageProps<'/embed/[token]/[board]'>;

const Asked = z.object({ card: z.string().max(8).catch('') });

async function shown({ params, searchParams }: Props) {
  const [{ token, board }, now, asked] = await Promise.all([params, currentMoment(), searchParams]);
  const found = await shownByToken(addressPart(token), now);
  if ('refused' in found || found.origins.length === 0) return null;
  const wanted = addressPart(board);
  const boards = await shownBoards(found.principal, found.items);
  const document = boards.find(({ id }) => id === wanted)?.document;
  const { card } = Asked.parse(asked);
  const cards = document?.cards.filter(({ key }) => card === '' || key === card) ?? [];
  return document && cards.length > 0 ? { principal: found.principal, document, cards } : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await shown(props);
  return found ? { title: found.document.title, robots: { index: false } } : {};
}

/** A published board, or one card of it, in a page of another site, by its token alone. Links open beside that page. */
export default async function EmbedPage(props: Props) {
  const [found, locale, { settings }] = await Promise.all([shown(props), currentLocale(), currentPlace()]);
  if (!found) notFound();
  const data = await boardData(found.principal, found.cards, noFilter);
  const look = { data, filter: noFilter, home: settings.homeUnits, locale };
  const [first, ...more] = found.cards;
  return (
    <>
      <base target="_blank" />
      <main aria-label={found.document.title} className="p-2">
        {first && more.length === 0 ? (
          <CardPlace card={first}>
            <CardContent view={viewOf(first, look)} id={first.key} locale={locale} />
          </CardPlace>
        ) : (
          <BoardGrid>
            {found.cards.map((card) => (
              <CardPlace key={card.key} card={card}>
                <CardContent view={viewOf(card, look)} id={card.key} locale={locale} />
              </CardPlace>
            ))}
          </BoardGrid>
        )}
      </main>
    </>
  );
}
