import { fileResponse, formatAsked } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { translator } from '@/lib/i18n/translator';
import { tidyColumns } from '@/lib/observations/cited/words';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** An empty tidy sheet of figures, as a template. */
export async function GET(request: Request): Promise<Response> {
  await principalFor('cited');
  const locale = await currentLocale();
  const t = translator(locale, 'cited');
  const title = t('import.templateName');
  const columns = tidyColumns.map((column) => t(`import.tidy.${column}`));
  const about = (['value', 'vintage', 'source'] as const).map(
    (key) => [t(`import.tidy.${key}`), t(`import.templateNotes.${key}`)] as [string, string],
  );
  const sheet = { name: title, title, about, columns, rows: [], notes: [] };
  const format = formatAsked(new URL(request.url).searchParams.get('format')) ?? 'xlsx';
  return fileResponse(format === 'csv' ? csvText(sheet) : await workbookOf(sheet), format, title, 'cited-figures');
}
