import { ListAddress } from '@/app/(desk)/monitoring/task-lists/address';
import { fileResponse, formatAsked, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { groupsOfLists } from '@/lib/monitoring/task-lists/list/queries';
import { aboutUnit, taskSheet } from '@/lib/monitoring/task-lists/list/task-sheet';
import { listHead, taskLines } from '@/lib/monitoring/task-lists/page/queries';
import { mostInFile } from '@/lib/monitoring/task-lists/page/words';
import { portraitOf } from '@/lib/monitoring/task-lists/portrait/queries';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** The tasks of a year as a file: of one unit with its portrait in words, or of all that the reader sees. */
export async function GET(request: Request): Promise<Response> {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('taskLists')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'taskLists');
  const query = new URL(request.url).searchParams;
  const format = formatAsked(query.get('format'));
  if (!format) return refusalAnswer(translator(locale, 'rankings')('file.unknownFormat'), 400);
  const { year: chosen, group, unit } = ListAddress.parse(Object.fromEntries(query));
  const today = todayOf({ now: new Date() });
  const year = chosen ?? Number(today.slice(0, 4));
  const head = unit ? await listHead(principal, unit) : null;
  if (unit && !head) return refusalAnswer(t('refused.noUnit'), 404);
  const [lines, portrait, groups] = await Promise.all([
    taskLines(principal, { unit, group, year }, { today, most: mostInFile }),
    head ? portraitOf(principal, { unit, year }, { today }) : null,
    groupsOfLists(principal, today),
  ]);
  const chosenGroup = groups.find(({ code }) => code === group);
  const of = head ? nameOf(head.unit, locale) : chosenGroup ? nameOf(chosenGroup, locale) : t('file.allUnits');
  const about = [
    [t('file.asOf'), today],
    [t('file.year'), `${year}`],
    [t(chosenGroup && !head ? 'file.group' : 'file.unit'), of],
    ...(portrait ? aboutUnit(portrait, locale) : []),
  ] as const;
  const title = t('file.name', { year: `${year}` });
  const sheet = taskSheet(lines, { title, about }, locale);
  const body = format === 'csv' ? csvText(sheet) : await workbookOf(sheet);
  const name = head ? `${title}_${nameOf(head.unit, locale)}` : title;
  return fileResponse(body, format, `${name}_${today}`, `task-lists-${year}-${today}`);
}
