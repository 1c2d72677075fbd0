import { downloadPolicy } from '@/app/server/download-policy';
import { type FileFormat, fileFormats } from '@/lib/publishing/words';
import { sentName } from '@/lib/reporting/upload/sent-name';

const types: Record<FileFormat | 'docx', string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export function formatAsked(value: string | null): FileFormat | null {
  return fileFormats.find((format) => format === (value ?? 'csv')) ?? null;
}

/**
 * A response with a file under its name in any script (RFC 5987), and a plain name for clients that read only ASCII.
 */
export function fileResponse(
  body: string | Uint8Array,
  format: keyof typeof types,
  name: string,
  plainName: string,
): Response {
  const content = typeof body === 'string' ? body : new Blob([new Uint8Array(body)]);
  return new Response(content, {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="${plainName}.${format}"; filename*=UTF-8''${encodedName(`${name}.${format}`)}`,
      'Cache-Control': 'private, no-cache',
    },
  });
}

/** The answer to a request for a file that is refused: the reason as plain text, never stored. */
export function refusalAnswer(words: string, status: number): Response {
  return new Response(words, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** The media type of an uploaded sheet, by the ending of its name. */
export const sheetType = (name: string): string => (/\.csv$/i.test(name) ? types.csv : types.xlsx);

/** A response with an uploaded file: always downloaded, never displayed. */
export function attachmentResponse(body: Uint8Array, name: string, mediaType: string): Response {
  return new Response(new Blob([new Uint8Array(body)]), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodedName(name)}`,
      'Content-Security-Policy': downloadPolicy,
      'Cache-Control': 'private, no-store',
    },
  });
}

function encodedName(name: string): string {
  return encodeURIComponent(sentName(name)).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
