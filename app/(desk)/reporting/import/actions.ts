'use server';

import { action, text } from '@/app/server/action';
import { askingPrincipal } from '@/app/server/principal';
import { Refusal } from '@/lib/errors';
import { paths, withQuery } from '@/lib/paths';
import { uploadedFile } from '@/lib/reporting/import/preview/queries';
import { commitUpload } from '@/lib/reporting/import/staging/commit-upload';
import { stageUpload } from '@/lib/reporting/import/staging/stage-upload';
import { undoUpload } from '@/lib/reporting/import/staging/undo-upload';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';

const id = (form: FormData) => ({ id: text(form, 'id') });

/** The unchanged file of an upload, for reading it again. */
async function fileAgain(form: FormData) {
  const file = await uploadedFile(await askingPrincipal(), text(form, 'id'));
  if (!file) throw new Refusal('notFound', 'imports.refused.noUpload');
  const { fileName: name, content, collectionId } = file;
  return { collectionId, file: { name, content, sheet: await readFigureSheet(content, name) } };
}

export const recheck = action(stageUpload, {
  read: fileAgain,
  takesFile: true,
  next: (staged) => ({ to: withQuery(paths.upload(staged.id), { checked: '1' }) }),
});

export const commit = action(commitUpload, { read: id, next: (done) => ({ to: paths.upload(done.id) }) });

export const undo = action(undoUpload, { read: id, next: (undone) => ({ to: paths.upload(undone.id) }) });
