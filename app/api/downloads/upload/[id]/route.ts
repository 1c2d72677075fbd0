import { fileResponse } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { refusedAnswer } from '@/app/server/refusal';
import { Refusal } from '@/lib/errors';
import { translator } from '@/lib/i18n/translator';
import { listText } from '@/lib/publishing/csv/csv-text';
import { markedRows, markingOf } from '@/lib/reporting/import/marking';
import { foundRows, uploadedFile, uploadView } from '@/lib/reporting/import/preview/queries';
import { filesInWork } from '@/lib/reporting/upload/files-in-work';
import { markedWorkbook, readFigureSheet } from '@/lib/reporting/upload/read-upload';

/** The file of an upload with its findings written into it and faulty cells coloured. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [{ id }, locale, principal] = await Promise.all([params, currentLocale(), principalFor('entry')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'imports');
  const notThere = new Refusal('notFound', 'imports.refused.noUpload');
  // An unknown or foreign upload is refused before the request waits for its turn.
  if (!(await uploadView(principal, id))) return refusedAnswer(notThere);
  const markFile = async () => {
    const file = await uploadedFile(principal, id);
    if (!file) throw notThere;
    const name = t('template.markedName', { name: file.fileName.replace(/\.\w+$/, '') });
    const [sheet, rows] = await Promise.all([readFigureSheet(file.content, file.fileName), foundRows(principal, id)]);
    const marking = markingOf(sheet, rows, locale);
    const body =
      sheet.format === 'csv' ? listText(markedRows(sheet, marking)) : await markedWorkbook(file.content, marking);
    return fileResponse(body, sheet.format, name, 'marked');
  };
  try {
    return await filesInWork().admit(principal.userId, (inTurn) => inTurn(markFile, request.signal));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusedAnswer(error);
  }
}
