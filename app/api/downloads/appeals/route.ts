import { AppealAddress } from '@/app/(desk)/assessment/appeals/address';
import { fileResponse, formatAsked, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { appealSheet } from '@/lib/assessment/appeals/list/appeal-sheet';
import { appealList, unitsOfAppeals } from '@/lib/assessment/appeals/list/queries';
import { mostInFile } from '@/lib/assessment/appeals/list/words';
import { todayOf } from '@/lib/catalogue/today';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** The appeals that the reader sees and chose, as a file. */
export async function GET(request: Request): Promise<Response> {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('appeals')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'appeals');
  const query = new URL(request.url).searchParams;
  const format = formatAsked(query.get('format'));
  if (!format) return refusalAnswer(translator(locale, 'rankings')('file.unknownFormat'), 400);
  const { page: _, ...choice } = AppealAddress.parse(Object.fromEntries(query));
  const today = todayOf({ now: new Date() });
  const [{ lines }, units] = await Promise.all([
    appealList(principal, choice, { page: 1, most: mostInFile }),
    unitsOfAppeals(principal),
  ]);
  const { unit, state } = choice;
  const chosenUnit = units.find(({ code }) => code === unit);
  const filter = listed(
    [
      chosenUnit ? nameOf(chosenUnit, locale) : '',
      state === '' ? '' : state === 'open' ? t('filters.open') : t(`states.${state}`),
    ].filter(Boolean),
    locale,
  );
  const title = t('file.name');
  const sheet = appealSheet(lines, { title, today, filter: filter || t('filters.all') }, locale);
  const body = format === 'csv' ? csvText(sheet) : await workbookOf(sheet);
  return fileResponse(body, format, `${title}_${today}`, `appeals-${today}`);
}
