import { commandRoute, wantsJson } from '@/app/server/command-route';
import { attachFile } from '@/lib/catalogue/sources/files/attach-file';
import { Refusal } from '@/lib/errors';
import { paths, withQuery } from '@/lib/paths';
import { sentName } from '@/lib/reporting/upload/sent-name';

/** Receives the file of a document and keeps it. */
export const POST = commandRoute(attachFile, {
  upload: async (form) => {
    const file = form.get('file');
    if (!(file instanceof File) || file.name === '') throw new Refusal('invalid', 'noFile', { field: 'file' });
    return {
      code: String(form.get('code') ?? ''),
      // Only shown, and no file is written under it.
      fileName: sentName(file.name),
      content: new Uint8Array(await file.arrayBuffer()),
    };
  },
  answer: (code, request) => {
    const location = withQuery(paths.source(code), { done: 'attach' });
    return wantsJson(request)
      ? Response.json({ location })
      : new Response(null, { status: 303, headers: { location } });
  },
});
