import { currentDay } from '@/app/server/clock';
import { fileResponse } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { catalogueTables } from '@/lib/catalogue/workbook/tables/catalogue-tables';
import { catalogueWorkbook } from '@/lib/catalogue/workbook/tables/catalogue-workbook';
import { catalogueState } from '@/lib/catalogue/workbook/tables/queries';
import { translator } from '@/lib/i18n/translator';

/** The whole catalogue as it is, as a workbook that may be edited and imported. */
export async function GET(): Promise<Response> {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageCatalogue')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const name = translator(locale, 'workbook')('fileName', { day: await currentDay() });
  const tables = catalogueTables(await catalogueState(principal));
  return fileResponse(await catalogueWorkbook(tables, locale), 'xlsx', name, 'catalogue');
}
