import { fileResponse, formatAsked } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { listColumns } from '@/lib/access/users/words';
import { translator } from '@/lib/i18n/translator';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** The empty list of users, as a template. */
export async function GET(request: Request): Promise<Response> {
  await principalFor('manageUsers');
  const locale = await currentLocale();
  const f = translator(locale, 'fields');
  const title = translator(locale, 'access')('userList.templateTitle');
  const columns = listColumns.map((column) => f(column));
  const sheet = { name: title, title, about: [], columns, rows: [], notes: [] };
  const format = formatAsked(new URL(request.url).searchParams.get('format')) ?? 'xlsx';
  return fileResponse(format === 'csv' ? csvText(sheet) : await workbookOf(sheet), format, title, 'users');
}
