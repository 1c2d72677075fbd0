import { refusedUpload } from '@/lib/reporting/upload/refuse-upload';

export type Encoding = 'utf-8' | 'gb18030';

/**
 * The text of a file of unknown encoding: UTF-8 when it is valid as such, else GB 18030, which is what Excel in China
 * saves. Refuses UTF-16 and what is no text.
 */
export function decodedText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw refusedUpload('invalid', 'encoding');
  }
  if (bytes.includes(0)) throw refusedUpload('invalid', 'notCsv');
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return { text, encoding };
  }
  throw refusedUpload('invalid', 'encoding');
}

/** A byte order mark is not part of the text. */
function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
