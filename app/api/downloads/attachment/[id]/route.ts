import { attachmentResponse } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { translator } from '@/lib/i18n/translator';
import { attachmentFile } from '@/lib/reporting/attachments/queries';

/**
 * An attached file, for principals who may open it. It is always downloaded and never displayed, whatever its content.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [{ id }, principal] = await Promise.all([params, principalFor('workbench')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const found = await attachmentFile(principal, id);
  if (!found) return new Response(translator(await currentLocale(), 'errors')('noReturn'), { status: 404 });
  return attachmentResponse(found.content, found.fileName, found.mediaType);
}
