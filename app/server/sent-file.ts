import { Refusal } from '@/lib/errors';
import type { RefusalKey } from '@/lib/i18n/refusal-key';

/** The file in a form's field `file`. Refuses a form without one, by the words of `missing`. */
export function sentFile(form: FormData, missing: RefusalKey): File {
  const file = form.get('file');
  if (!(file instanceof File) || file.name === '') throw new Refusal('invalid', missing, { field: 'file' });
  return file;
}
