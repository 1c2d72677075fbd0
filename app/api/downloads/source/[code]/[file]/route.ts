import { addressPart } from '@/app/server/address-part';
import { attachmentResponse } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { currentPrincipal } from '@/app/server/principal';
import { sourceFileContent } from '@/lib/catalogue/sources/files/queries';
import { translator } from '@/lib/i18n/translator';

/** The file of a document, for who may read published figures: always downloaded, never displayed. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ code: string; file: string }> },
): Promise<Response> {
  const [{ code, file }, principal] = await Promise.all([params, currentPrincipal()]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const found = await sourceFileContent(principal, addressPart(code), file);
  if (!found) return new Response(translator(await currentLocale(), 'documents')('noFile'), { status: 404 });
  return attachmentResponse(found.content, found.fileName, found.mediaType);
}
