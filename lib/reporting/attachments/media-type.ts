/** The permitted attachments by extension: the media type, and the first bytes. */
const kinds: Readonly<Record<string, readonly [mediaType: string, head: string]>> = {
  pdf: ['application/pdf', '25504446'],
  png: ['image/png', '89504e47'],
  jpg: ['image/jpeg', 'ffd8ff'],
  jpeg: ['image/jpeg', 'ffd8ff'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '504b0304'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '504b0304'],
};

export const attachmentEndings = Object.keys(kinds);
export const largestAttachment = 5 * 1024 * 1024;

/** The media type of a file whose extension and first bytes agree; null for any other file. */
export function mediaTypeOf(fileName: string, content: Uint8Array): string | null {
  const [, ending = ''] = /\.([^.]+)$/.exec(fileName.trim().toLowerCase()) ?? [];
  const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
  if (!kind) return null;
  const [mediaType, head] = kind;
  const begins = [...content.subarray(0, head.length / 2)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return begins === head ? mediaType : null;
}
