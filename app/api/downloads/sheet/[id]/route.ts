import { attachmentResponse, sheetType } from '@/app/server/download';
import { overused } from '@/app/server/overused';
import { principalFor } from '@/app/server/principal';
import { refusedAnswer } from '@/app/server/refusal';
import { Refusal } from '@/lib/errors';
import { checkedFile } from '@/lib/reporting/mapping/sheets/queries';

/** The file of a mapped sheet as it came, for those who work on it and those who check its figures. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [{ id }, principal] = await Promise.all([params, principalFor('mapping')]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const file = await checkedFile(principal, id);
  if (!file) return refusedAnswer(new Refusal('notFound', 'mapping.refused.noSheet'));
  return attachmentResponse(file.content, file.fileName, sheetType(file.fileName));
}
