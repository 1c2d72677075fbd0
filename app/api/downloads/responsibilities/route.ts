import { ListAddress } from '@/app/(desk)/monitoring/responsibilities/address';
import { fileResponse } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { translator } from '@/lib/i18n/translator';
import { responsibilityList } from '@/lib/monitoring/responsibilities/queries';
import { responsibilitySheet } from '@/lib/monitoring/responsibilities/responsibility-sheet';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** The most rows of the file. */
const most = 20_000;

/** The list of responsibilities as it is narrowed, whole, as a workbook. */
export async function GET(request: Request): Promise<Response> {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('responsibilities')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const { page: _, ...choice } = ListAddress.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { rows } = await responsibilityList(principal, choice, { page: 1, most });
  const name = translator(locale, 'targets')('list.titleOf', { year: `${choice.year}` });
  const sheet = responsibilitySheet(choice.year, rows, locale);
  return fileResponse(await workbookOf(sheet), 'xlsx', name, `responsibilities-${choice.year}`);
}
