import { commandRoute, leadOn } from '@/app/server/command-route';
import { sentFile } from '@/app/server/sent-file';
import { paths } from '@/lib/paths';
import { uploadSheet } from '@/lib/reporting/mapping/sheets/upload-sheet';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { sentName } from '@/lib/reporting/upload/sent-name';

/** Receives a sheet as it came, and opens it on the screen where its meaning is said. */
export const POST = commandRoute(uploadSheet, {
  upload: async (form) => {
    const file = sentFile(form, 'mapping.upload.noFile');
    const content = new Uint8Array(await file.arrayBuffer());
    // Only shown, and no file is written under it.
    const fileName = sentName(file.name);
    return { fileName, content, sheet: await readFigureSheet(content, fileName) };
  },
  answer: (id, request) => {
    const location = paths.mappedSheet(id);
    return leadOn(request, location);
  },
});
