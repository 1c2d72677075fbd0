import { RankingAddress } from '@/app/(desk)/assessment/rankings/address';
import { fileResponse, formatAsked, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { currentPrincipal } from '@/app/server/principal';
import { itemValueColumns } from '@/lib/assessment/explanation/queries';
import { frozenUnits, resultRun } from '@/lib/assessment/rankings/queries';
import { rankTable } from '@/lib/assessment/rankings/table/queries';
import { tableNotes } from '@/lib/assessment/rankings/table/table-notes';
import { unitsIn, unitsNamed } from '@/lib/assessment/rankings/units-named';
import { translator } from '@/lib/i18n/translator';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { resultFileName, resultSheet } from '@/lib/publishing/rankings/result-sheet';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** The ranking of a run as a file: all units, by rank, for principals who may see the run. */
export async function GET(request: Request): Promise<Response> {
  const [locale, principal] = await Promise.all([currentLocale(), currentPrincipal()]);
  const t = translator(locale, 'rankings');
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const query = new URL(request.url).searchParams;
  const format = formatAsked(query.get('format'));
  if (!format) return refusalAnswer(t('file.unknownFormat'), 400);
  const run = await resultRun(principal, RankingAddress.parse({ run: query.get('run') }).run ?? '');
  if (!run) return refusalAnswer(t('file.notFound'), 404);
  const table = await rankTable(principal, run, { sort: 'rank', order: 'asc', page: 1, own: [] }, null);
  const rows = [...table.rows, ...table.apart];
  const spoken = unitsIn(tableNotes(run, rows, locale).map(({ note }) => note));
  const units = await unitsNamed(spoken, rows, (codes) => frozenUnits(principal, run.id, codes));
  const sheet = resultSheet({
    ...{ run, table, names: { scheme: run.scheme, units }, locale },
    values: await itemValueColumns(principal, run, locale),
  });
  const body = format === 'csv' ? csvText(sheet) : await workbookOf(sheet);
  return fileResponse(body, format, resultFileName(run, locale), `ranking-${run.schemeCode}-${run.periodCode}`);
}
