import { addressPart } from '@/app/server/address-part';
import { fileResponse, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { translator } from '@/lib/i18n/translator';
import { bulletinContent } from '@/lib/publishing/bulletins/content';
import { bulletinDocx } from '@/lib/publishing/bulletins/docx-document';
import { bulletinFile, bulletinOf } from '@/lib/publishing/bulletins/queries';
import { readSource } from '@/lib/publishing/bulletins/register/queries';
import { sourceOf } from '@/lib/publishing/bulletins/sources';

/** A document as Word: an issued one with the bytes that were issued, a draft as it stands. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/downloads/bulletin/[id]'>,
): Promise<Response> {
  const [locale, principal, { id }] = await Promise.all([currentLocale(), principalFor('bulletins'), params]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'bulletins');
  const issued = await bulletinFile(principal, addressPart(id));
  if (issued) return fileResponse(issued.file, 'docx', `${issued.title} ${issued.reference}`, 'document');
  const draft = await bulletinOf(principal, addressPart(id));
  if (!draft) return refusalAnswer(t('refused.noFile'), 404);
  const source = await readSource(principal, sourceOf(draft));
  if (!source) return refusalAnswer(t('refused.noSource'), 409);
  const content = bulletinContent(draft, source, { number: null, corrects: draft.corrects });
  const file = await bulletinDocx(content);
  return fileResponse(file, 'docx', `${translator('zh-CN', 'bulletins')('states.draft')} ${content.title}`, 'draft');
}
