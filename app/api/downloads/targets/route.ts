import { GridAddress } from '@/app/(desk)/monitoring/targets/address';
import { chosenGrid } from '@/app/(desk)/monitoring/targets/chosen-grid';
import { fileResponse, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { translator } from '@/lib/i18n/translator';
import { targetGrid } from '@/lib/monitoring/targets/grid/queries';
import { targetSheet } from '@/lib/monitoring/targets/sheet/target-sheet';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** A grid of targets as a workbook, which may be filled in and sent back. */
export async function GET(request: Request): Promise<Response> {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageTargets')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'targets');
  const asked = GridAddress.parse(Object.fromEntries(new URL(request.url).searchParams));
  const chosen = await chosenGrid(principal, asked);
  const grid = chosen && (await targetGrid(principal, chosen.choice));
  if (!grid || grid.indicators.length === 0) return refusalAnswer(t('none'), 404);
  const name = t('sheet.fileName', { year: `${grid.year}` });
  return fileResponse(await workbookOf(targetSheet(grid, locale)), 'xlsx', name, `targets-${grid.year}`);
}
