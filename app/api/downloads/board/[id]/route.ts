import { addressPart } from '@/app/server/address-part';
import { fileResponse, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { currentPlace } from '@/app/server/place';
import { currentPrincipal } from '@/app/server/principal';
import { boardData } from '@/lib/dashboards/boards/cards/queries';
import { viewOf } from '@/lib/dashboards/boards/cards/view-of';
import { Filter } from '@/lib/dashboards/boards/document';
import { boardOf } from '@/lib/dashboards/boards/queries';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { boardSheets } from '@/lib/publishing/boards/board-sheets';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** A board as a workbook: a sheet for each card, with what it shows under the filter of the address. */
export async function GET(request: Request, { params }: RouteContext<'/api/downloads/board/[id]'>): Promise<Response> {
  const [{ id }, locale, principal] = await Promise.all([params, currentLocale(), currentPrincipal()]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'boards');
  const board = await boardOf(principal, addressPart(id));
  if (!board) return refusalAnswer(t('refused.none'), 404);
  const filter = Filter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { cards } = board.document;
  const [data, { settings }] = await Promise.all([boardData(principal, cards, filter), currentPlace()]);
  const views = cards.map((card) => viewOf(card, { data, filter, home: settings.homeUnits, locale }));
  const about = { board: board.title, madeAt: writtenMoment(new Date()), locale };
  const [first, ...more] = boardSheets(views, about);
  if (!first) return refusalAnswer(t('empty'), 404);
  return fileResponse(await workbookOf(first, ...more), 'xlsx', board.title, `board-${board.id}`);
}
