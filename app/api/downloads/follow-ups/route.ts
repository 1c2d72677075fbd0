import { FollowUpAddress } from '@/app/(desk)/monitoring/follow-ups/address';
import { fileResponse, formatAsked, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { todayOf } from '@/lib/catalogue/today';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { followUpSheet } from '@/lib/monitoring/follow-ups/list/follow-up-sheet';
import { followUpList, unitsOfFollowUps } from '@/lib/monitoring/follow-ups/list/queries';
import { mostInFile, stateChoices } from '@/lib/monitoring/follow-ups/list/words';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** The follow-ups that the reader sees and chose, as a file. */
export async function GET(request: Request): Promise<Response> {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('followUps')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'followUps');
  const query = new URL(request.url).searchParams;
  const format = formatAsked(query.get('format'));
  if (!format) return refusalAnswer(translator(locale, 'rankings')('file.unknownFormat'), 400);
  const { page: _, view: _view, ...choice } = FollowUpAddress.parse(Object.fromEntries(query));
  const today = todayOf({ now: new Date() });
  const [{ lines }, units] = await Promise.all([
    followUpList(principal, choice, { page: 1, today, most: mostInFile }),
    unitsOfFollowUps(principal),
  ]);
  const { unit, state, due, origin } = choice;
  const chosenUnit = units.find(({ code }) => code === unit);
  const isChoice = (word: string): word is (typeof stateChoices)[number] =>
    (stateChoices as readonly string[]).includes(word);
  const filter = listed(
    [
      chosenUnit ? nameOf(chosenUnit, locale) : '',
      state === '' ? '' : isChoice(state) ? t(`filters.${state}`) : t(`states.${state}`),
      due && t(`filters.${due}`),
      origin && t(`origins.${origin}`),
    ].filter(Boolean),
    locale,
  );
  const title = t('file.name');
  const sheet = followUpSheet(lines, { title, today, filter: filter || t('filters.all') }, locale);
  const body = format === 'csv' ? csvText(sheet) : await workbookOf(sheet);
  return fileResponse(body, format, `${title}_${today}`, `follow-ups-${today}`);
}
