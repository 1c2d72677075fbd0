import { refusedUpload } from '@/lib/reporting/upload/refuse-upload';

export type Encoding = 'utf-8' | 'gb18030';

/**
 * Decodes a text of unknown encoding: UTF-8 when valid, else GB 18030, which Chinese Excel writes. Refuses UTF-16 and
 * binary content.
 */
export function decodedText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw refusedUpload('invalid', 'encoding');
  }
  if (bytes.includes(0)) throw refusedUpload('invalid', 'notCsv');
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = decodeAs(bytes, encoding);
    if (text !== undefined) return { text, encoding };
  }
  throw refusedUpload('invalid', 'encoding');
}

/** The text in an encoding, without a byte order mark; undefined for invalid bytes. */
function decodeAs(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
