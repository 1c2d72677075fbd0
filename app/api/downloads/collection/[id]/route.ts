import { redirect } from 'next/navigation';
import { fileResponse, formatAsked, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { askingPrincipal, refusedFile, signInPath } from '@/app/server/principal';
import { ownAccount } from '@/lib/access/account/queries';
import { writtenSecond } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { progressSheet } from '@/lib/publishing/progress/progress-sheet';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';
import { collectionDetail, unitProgress } from '@/lib/reporting/collections/progress/queries';

/** The progress of a collection's units as a file, for principals who may see collections. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/downloads/collection/[id]'>,
): Promise<Response> {
  const [locale, principal, { id }] = await Promise.all([currentLocale(), askingPrincipal(), params]);
  if (principal.role === 'visitor') redirect(signInPath(paths.collection(id)));
  const t = translator(locale, 'collections');
  const e = translator(locale, 'errors');
  const reason = await refusedFile(principal, 'collections');
  if (reason) return refusalAnswer(e(reason === 'role' ? 'command' : reason), 403);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const format = formatAsked(new URL(request.url).searchParams.get('format'));
  if (!format) return refusalAnswer(t('file.unknownFormat'), 400);
  const at = new Date();
  const [one, units, account] = await Promise.all([
    collectionDetail(principal, id),
    unitProgress(principal, id, at),
    ownAccount(principal),
  ]);
  if (!one) return refusalAnswer(t('file.notFound'), 404);
  const exported = { by: `${principal.name} ${account?.username ?? ''}`.trim(), at };
  const sheet = progressSheet({ one, units, exported, locale });
  const stamp = writtenSecond(at).replace(/\D/g, '');
  const body = format === 'csv' ? csvText(sheet) : await workbookOf(sheet);
  return fileResponse(body, format, t('file.name', { title: one.title, at: stamp }), `collection-${stamp}`);
}
