import { choiceIn, RegisterAddress } from '@/app/(desk)/monitoring/registers/address';
import { fileResponse, formatAsked, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import type { Principal } from '@/lib/access/principal';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { countSheet } from '@/lib/monitoring/registers/counts/count-sheet';
import { countCells } from '@/lib/monitoring/registers/counts/queries';
import { unitsInRegister } from '@/lib/monitoring/registers/list/queries';
import { registerOf } from '@/lib/monitoring/registers/queries';
import { entrySheet } from '@/lib/monitoring/registers/sheet/queries';
import { mostEntries, type Register } from '@/lib/monitoring/registers/words';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** The entries of a register on a day that the reader sees, as a sheet that can be imported; or their counts. */
export async function GET(request: Request): Promise<Response> {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('registers')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'registers');
  const query = new URL(request.url).searchParams;
  const format = formatAsked(query.get('format'));
  if (!format) return refusalAnswer(translator(locale, 'rankings')('file.unknownFormat'), 400);
  const register = await registerOf(principal, query.get('register') ?? '');
  if (!register) return refusalAnswer(t('refused.none'), 404);
  const choice = choiceIn(RegisterAddress.parse(Object.fromEntries(query)), todayOf({ now: new Date() }));
  const { day } = choice;
  const isCounts = query.get('what') === 'counts';
  const sheet = await (isCounts
    ? counted(principal, register, day, locale)
    : entrySheet(principal, register, choice, locale));
  if (!sheet) return refusalAnswer(t('file.tooMany', { most: mostEntries }), 400);
  const body = format === 'csv' ? csvText(sheet) : await workbookOf(sheet);
  return fileResponse(
    body,
    format,
    `${nameOf(register, locale)}_${sheet.name}_${day}`,
    `register-${register.code}-${isCounts ? 'counts' : 'entries'}-${day}`,
  );
}

/** The counts of a day as a sheet. */
async function counted(principal: Principal, register: Register, day: string, locale: Locale) {
  const [cells, { streets }] = await Promise.all([
    countCells(principal, register.code, day),
    unitsInRegister(principal, register.code, day),
  ]);
  return countSheet(register, cells, { day, streets }, locale);
}
