import { commandRoute, leadOn } from '@/app/server/command-route';
import { sentFile } from '@/app/server/sent-file';
import { paths } from '@/lib/paths';
import { stageUpload } from '@/lib/reporting/import/staging/stage-upload';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { sentName } from '@/lib/reporting/upload/sent-name';

/** Receives a file of figures and compares it with the own unit's returns, without writing figures. */
export const POST = commandRoute(stageUpload, {
  upload: async (form) => {
    const file = sentFile(form, 'imports.refused.noFile');
    const content = new Uint8Array(await file.arrayBuffer());
    // The name is reduced to storable characters: it is only displayed, and no file is written under it.
    const name = sentName(file.name);
    const collectionId = String(form.get('collection') ?? '');
    return {
      collectionId: collectionId === '' ? null : collectionId,
      file: { name, content, sheet: await readFigureSheet(content, name) },
    };
  },
  answer: ({ id }, request) => {
    const location = paths.upload(id);
    return leadOn(request, location);
  },
});
