import { ConsequenceAddress } from '@/app/(desk)/monitoring/consequences/address';
import { fileResponse, formatAsked, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { todayOf } from '@/lib/catalogue/today';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { consequenceSheet } from '@/lib/monitoring/consequences/list/consequence-sheet';
import { consequenceList, unitsOfConsequences } from '@/lib/monitoring/consequences/list/queries';
import { mostInFile } from '@/lib/monitoring/consequences/list/words';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** The consequences that the reader sees and chose, as a file. */
export async function GET(request: Request): Promise<Response> {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('consequences')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'consequences');
  const query = new URL(request.url).searchParams;
  const format = formatAsked(query.get('format'));
  if (!format) return refusalAnswer(translator(locale, 'rankings')('file.unknownFormat'), 400);
  const { page: _, ...choice } = ConsequenceAddress.parse(Object.fromEntries(query));
  const [{ lines }, units] = await Promise.all([
    consequenceList(principal, choice, { page: 1, most: mostInFile }),
    unitsOfConsequences(principal),
  ]);
  const { unit, state, measure } = choice;
  const chosenUnit = units.find(({ code }) => code === unit);
  const filter = listed(
    [
      chosenUnit ? nameOf(chosenUnit, locale) : '',
      state && t(`states.${state}`),
      measure && t(`measures.${measure}`),
    ].filter(Boolean),
    locale,
  );
  const [title, today] = [t('file.name'), todayOf({ now: new Date() })];
  const sheet = consequenceSheet(lines, { title, today, filter: filter || t('filters.all') }, locale);
  const body = format === 'csv' ? csvText(sheet) : await workbookOf(sheet);
  return fileResponse(body, format, `${title}_${today}`, `consequences-${today}`);
}
