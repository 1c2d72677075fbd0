import { commandRoute, leadOn } from '@/app/server/command-route';
import { sentFile } from '@/app/server/sent-file';
import { attachEvidence } from '@/lib/monitoring/follow-ups/attach-evidence';
import { paths, withQuery } from '@/lib/paths';
import { sentName } from '@/lib/reporting/upload/sent-name';

/** Receives a file as evidence of a follow-up and keeps it. */
export const POST = commandRoute(attachEvidence, {
  upload: async (form) => {
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
  },
  answer: (id, request) => leadOn(request, withQuery(paths.followUp(id), { done: 'attach' })),
});
