import { sentFile } from '@/app/server/sent-file';
import { Refusal } from '@/lib/errors';
import { schemeOfRows } from '@/lib/publishing/schemes/scheme-of-rows';
import { readUpload } from '@/lib/reporting/upload/read-upload';

const most = 2 * 1024 * 1024;
const field = 'file';

/** The document in the form's file: JSON, or the workbook of an export. The content is not trusted. */
export async function schemeFile(form: FormData): Promise<unknown> {
  const file = sentFile(form, 'schemes.refused.noFile');
  if (file.size > most) throw new Refusal('limit', 'schemes.refused.fileLarge', { field, megabytes: 2 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (/\.xlsx$/i.test(file.name)) return schemeOfRows((await readUpload(bytes, file.name)).rows);
  if (!/\.json$/i.test(file.name)) throw new Refusal('invalid', 'schemes.refused.fileKind', { field });
  const written = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(written);
  } catch (error) {
    throw new Refusal('invalid', 'schemes.refused.notJson', { field, line: lineOf(error, written) });
  }
}

/** The line of the error, where its message gives a position; else the last. */
function lineOf(error: unknown, written: string): number {
  const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
  return written.slice(0, position === undefined ? undefined : Number(position)).split('\n').length;
}
