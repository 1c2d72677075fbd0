import { commandRoute, wantsJson } from '@/app/server/command-route';
import { Refusal } from '@/lib/errors';
import { paths } from '@/lib/paths';
import { uploadSheet } from '@/lib/reporting/mapping/sheets/upload-sheet';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { sentName } from '@/lib/reporting/upload/sent-name';

/** Receives a sheet as it came, and opens it on the screen where its meaning is said. */
export const POST = commandRoute(uploadSheet, {
  upload: async (form) => {
    const file = form.get('file');
    if (!(file instanceof File) || file.name === '') {
      throw new Refusal('invalid', 'mapping.upload.noFile', { field: 'file' });
    }
    const content = new Uint8Array(await file.arrayBuffer());
    // Only shown, and no file is written under it.
    const fileName = sentName(file.name);
    return { fileName, content, sheet: await readFigureSheet(content, fileName) };
  },
  answer: (id, request) => {
    const location = paths.mappedSheet(id);
    return wantsJson(request)
      ? Response.json({ location })
      : new Response(null, { status: 303, headers: { location } });
  },
});
