import { addressPart } from '@/app/server/address-part';
import { fileResponse, formatAsked, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { currentPrincipal } from '@/app/server/principal';
import { unitHonours } from '@/lib/catalogue/annotations/queries';
import { unitHead } from '@/lib/catalogue/units/queries';
import { translator } from '@/lib/i18n/translator';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { honoursSheet } from '@/lib/publishing/honours/honours-sheet';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** The honours and events of a unit as a file, newest first. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/downloads/honours/[unit]'>,
): Promise<Response> {
  const [{ unit: asked }, locale, principal] = await Promise.all([params, currentLocale(), currentPrincipal()]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'annotations');
  const format = formatAsked(new URL(request.url).searchParams.get('format'));
  if (!format) return refusalAnswer(t('honours.unknownFormat'), 400);
  const unit = await unitHead(principal, addressPart(asked));
  if (!unit) return refusalAnswer(t('honours.unknownUnit'), 404);
  const { rows } = await unitHonours(principal, unit.code, 'all');
  if (rows.length === 0) return refusalAnswer(t('honours.none'), 404);
  const sheet = honoursSheet(unit, rows, locale);
  const body = format === 'csv' ? csvText(sheet) : await workbookOf(sheet);
  return fileResponse(body, format, sheet.title, `honours-${unit.code}`);
}
