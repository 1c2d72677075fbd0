import { addressPart } from '@/app/server/address-part';
import { attachmentResponse, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { appealFileOf } from '@/lib/assessment/appeals/page/queries';
import { translator } from '@/lib/i18n/translator';

/** The evidence of an appeal, for who sees it: always downloaded, never displayed. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; file: string }> },
): Promise<Response> {
  const [{ id, file }, principal] = await Promise.all([params, principalFor('appeals')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const found = await appealFileOf(principal, addressPart(id), addressPart(file));
  if (!found) return refusalAnswer(translator(await currentLocale(), 'appeals')('refused.noFile'), 404);
  return attachmentResponse(found.content, found.fileName, found.mediaType);
}
