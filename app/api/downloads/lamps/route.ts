import { LampAddress } from '@/app/(desk)/monitoring/lamps/address';
import { chosenMonth } from '@/app/(desk)/monitoring/lamps/chosen-month';
import { fileResponse, formatAsked, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { monthText } from '@/lib/monitoring/lamps/month-text';
import { lampSheet } from '@/lib/monitoring/lamps/shown/lamp-sheet';
import { lampTable } from '@/lib/monitoring/lamps/shown/queries';
import { mostInFile } from '@/lib/monitoring/lamps/shown/words';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** The lamps of a sequence in a month as a file, the worst first. */
export async function GET(request: Request): Promise<Response> {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('lamps')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'lamps');
  const query = new URL(request.url).searchParams;
  const format = formatAsked(query.get('format'));
  if (!format) return refusalAnswer(translator(locale, 'rankings')('file.unknownFormat'), 400);
  const chosen = await chosenMonth(principal, LampAddress.parse(Object.fromEntries(query)));
  if (!('choice' in chosen)) return refusalAnswer(t('noneReason'), 404);
  const { choice, group } = chosen;
  const table = await lampTable(principal, choice, { page: 1, most: mostInFile });
  const month = writtenPeriod(periodCode('month', choice.year, choice.month), locale);
  const about = { group: nameOf(group, locale), month, title: t('titleOf', { month, group: nameOf(group, locale) }) };
  const sheet = lampSheet(table, about, locale);
  const body = format === 'csv' ? csvText(sheet) : await workbookOf(sheet);
  return fileResponse(body, format, about.title, `lamps-${choice.group}-${monthText(choice)}`);
}
