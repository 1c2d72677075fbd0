import { createHash } from 'node:crypto';
import { Refusal } from '@/lib/errors';
import { largestAttachment, mediaTypeOf } from '@/lib/reporting/attachments/media-type';
import { inMegabytes } from '@/lib/reporting/upload/limits';

/**
 * A sent file as it is kept, with its sha256. Refuses what is neither document nor picture by its first bytes, and what is too
 * large.
 */
export function checkedFile(fileName: string, content: Uint8Array) {
  if (content.length > largestAttachment)
    throw new Refusal('limit', 'attachmentTooLarge', { field: 'file', megabytes: inMegabytes(largestAttachment) });
  const mediaType = mediaTypeOf(fileName, content);
  if (!mediaType) throw new Refusal('invalid', 'attachmentKind', { field: 'file' });
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { sha256, fileName, mediaType, size: content.length, content };
}
