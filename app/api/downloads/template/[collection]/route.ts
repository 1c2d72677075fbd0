import { fileResponse, formatAsked } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { translator } from '@/lib/i18n/translator';
import { listText } from '@/lib/publishing/csv/csv-text';
import { formWorkbook } from '@/lib/publishing/xlsx/form-workbook';
import { CollectionId } from '@/lib/reporting/collections/terms';
import { templateReturn } from '@/lib/reporting/import/template/queries';
import { templateList, templateName, templateSheet } from '@/lib/reporting/import/template/template-sheet';

/** The own unit's return of a collection as a workbook to be filled in, or as a tidy list. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ collection: string }> },
): Promise<Response> {
  const [{ collection }, locale, principal] = await Promise.all([params, currentLocale(), principalFor('workbench')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const id = CollectionId.safeParse(collection);
  const one = id.success ? await templateReturn(principal, id.data) : null;
  if (!one) return new Response(translator(locale, 'errors')('noReturn'), { status: 404 });
  const format = formatAsked(new URL(request.url).searchParams.get('format')) ?? 'xlsx';
  if (format === 'xlsx') {
    const body = await formWorkbook(templateSheet(one, locale, new Date()));
    return fileResponse(body, format, templateName(one, 'fileName', locale), 'template');
  }
  return fileResponse(listText(templateList(one, locale)), format, templateName(one, 'tidyName', locale), 'template');
}
