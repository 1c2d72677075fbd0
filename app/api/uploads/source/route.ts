import { commandRoute, leadOn } from '@/app/server/command-route';
import { sentFile } from '@/app/server/sent-file';
import { attachFile } from '@/lib/catalogue/sources/files/attach-file';
import { paths, withQuery } from '@/lib/paths';
import { sentName } from '@/lib/reporting/upload/sent-name';

/** Receives the file of a document and keeps it. */
export const POST = commandRoute(attachFile, {
  upload: async (form) => {
    const file = sentFile(form, 'noFile');
    return {
      code: String(form.get('code') ?? ''),
      // Only shown, and no file is written under it.
      fileName: sentName(file.name),
      content: new Uint8Array(await file.arrayBuffer()),
    };
  },
  answer: (code, request) => {
    const location = withQuery(paths.source(code), { done: 'attach' });
    return leadOn(request, location);
  },
});
