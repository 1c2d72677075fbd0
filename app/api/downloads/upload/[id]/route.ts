import { fileResponse } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { wordsOf } from '@/app/server/refusal';
import { Refusal } from '@/lib/errors';
import { translator } from '@/lib/i18n/translator';
import { listText } from '@/lib/publishing/csv/csv-text';
import { markedRows, markingOf } from '@/lib/reporting/import/marking';
import { foundRows, uploadedFile } from '@/lib/reporting/import/preview/queries';
import { markedWorkbook, readFigureSheet } from '@/lib/reporting/upload/read-upload';

/** The file of an upload, as it was sent, with what is wrong written and coloured into it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [{ id }, locale, principal] = await Promise.all([params, currentLocale(), principalFor('entry')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'imports');
  const file = await uploadedFile(principal, id);
  if (!file) return new Response(t('refused.noUpload'), { status: 404 });
  const name = t('template.markedName', { name: file.fileName.replace(/\.\w+$/, '') });
  try {
    const [sheet, rows] = await Promise.all([readFigureSheet(file.content, file.fileName), foundRows(principal, id)]);
    const marking = markingOf(sheet, rows, locale);
    const body =
      sheet.format === 'csv' ? listText(markedRows(sheet, marking)) : await markedWorkbook(file.content, marking);
    return fileResponse(body, sheet.format, name, 'marked');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(wordsOf(error, locale), { status: error.kind === 'unavailable' ? 503 : 422 });
  }
}
