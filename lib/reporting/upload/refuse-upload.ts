import { Refusal } from '@/lib/errors';
import type { upload } from '@/lib/i18n/zh-CN/upload';
import { type Format, limits } from '@/lib/reporting/upload/limits';

/** The refusal of a file, by the message key that explains it to the sender. */
export function refusedUpload(
  kind: 'invalid' | 'limit' | 'unavailable',
  word: keyof typeof upload,
  details: Refusal['details'] = {},
): Refusal {
  return new Refusal(kind, `upload.${word}`, details);
}

/** The refusal of a filled cell outside the limits of rows and columns. */
export function refusedCell(cell: string, format: Format): Refusal {
  return refusedUpload('limit', 'farCell', { cell, rows: limits[format].rows, columns: limits[format].columns });
}
