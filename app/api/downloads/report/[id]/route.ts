import { addressPart } from '@/app/server/address-part';
import { fileResponse, formatAsked, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { lampSheet } from '@/lib/monitoring/lamps/shown/lamp-sheet';
import { mostInFile } from '@/lib/monitoring/lamps/shown/words';
import { reportOf, reportTable } from '@/lib/monitoring/reports/queries';
import { reportName } from '@/lib/monitoring/reports/report-name';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** The lamps of a report as a file, the worst first. */
export async function GET(request: Request, { params }: RouteContext<'/api/downloads/report/[id]'>): Promise<Response> {
  const [locale, principal, { id }] = await Promise.all([currentLocale(), principalFor('reports'), params]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const format = formatAsked(new URL(request.url).searchParams.get('format'));
  if (!format) return refusalAnswer(translator(locale, 'rankings')('file.unknownFormat'), 400);
  const report = await reportOf(principal, addressPart(id));
  if (!report) return refusalAnswer(translator(locale, 'reports')('refused.noReport'), 404);
  const table = await reportTable(principal, report, { only: '', page: 1, most: mostInFile });
  const title = reportName(report, locale);
  const month = writtenPeriod(periodCode('month', report.year, report.month), locale);
  const sheet = lampSheet(table, { title, group: nameOf(report.group, locale), month }, locale);
  const body = format === 'csv' ? csvText(sheet) : await workbookOf(sheet);
  return fileResponse(
    body,
    format,
    title,
    `report-${report.year}-${`${report.month}`.padStart(2, '0')}-${report.kind}`,
  );
}
