import { commandRoute, wantsJson } from '@/app/server/command-route';
import { sentFile } from '@/app/server/sent-file';
import { paths } from '@/lib/paths';
import { addAttachment } from '@/lib/reporting/attachments/add-attachment';
import { figureKey } from '@/lib/reporting/figure-key';
import { sentName } from '@/lib/reporting/upload/sent-name';

/** Receives a file: evidence of a figure (`figure`, `version`), or instructions of a collection. */
export const POST = commandRoute(addAttachment, {
  upload: async (form) => {
    const file = sentFile(form, 'noFile');
    const figure = figureKey(String(form.get('figure') ?? ''));
    const version = String(form.get('version') ?? '');
    return {
      collectionId: String(form.get('collectionId') ?? ''),
      unitCode: String(form.get('unitCode') ?? ''),
      figure: figure && { ...figure, version: /^\d{1,9}$/.test(version) ? Number(version) : -1 },
      fileName: sentName(file.name),
      content: new Uint8Array(await file.arrayBuffer()),
    };
  },
  answer: (attached, request) =>
    wantsJson(request)
      ? Response.json(attached)
      : new Response(null, { status: 303, headers: { location: backTo(request) } }),
});

/** The page of the form. */
function backTo(request: Request): string {
  const referer = request.headers.get('referer') ?? '';
  return URL.canParse(referer) ? new URL(referer).pathname : paths.workbench;
}
