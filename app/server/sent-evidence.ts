import { sentFile } from '@/app/server/sent-file';
import { sentName } from '@/lib/reporting/upload/sent-name';

/** A file that is sent as evidence of a matter of a unit, with the version that the page showed. */
export async function sentEvidence(form: FormData) {
  const file = sentFile(form, 'noFile');
  const version = String(form.get('version') ?? '');
  return {
    id: String(form.get('id') ?? ''),
    unit: String(form.get('unit') ?? ''),
    version: /^\d{1,9}$/.test(version) ? Number(version) : -1,
    // Only shown, and no file is written under it.
    fileName: sentName(file.name),
    content: new Uint8Array(await file.arrayBuffer()),
  };
}
