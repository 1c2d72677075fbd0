import { shownCatalogue } from '@/app/api/uploads/catalogue/shown-catalogue';
import { commandRoute, wantsJson } from '@/app/server/command-route';
import { currentLocale } from '@/app/server/locale';
import { sentFile } from '@/app/server/sent-file';
import { importCatalogue } from '@/lib/catalogue/workbook/import-catalogue';
import { writtenRows } from '@/lib/catalogue/workbook/outcome';
import { fileMark } from '@/lib/catalogue/workbook/reading/file-mark';
import { proposedIn } from '@/lib/catalogue/workbook/written-outcome';
import { paths, withQuery } from '@/lib/paths';
import { readWholeWorkbook } from '@/lib/reporting/upload/read-upload';
import { sentName } from '@/lib/reporting/upload/sent-name';

/** Receives a workbook of the catalogue: previews it, or writes what was previewed. */
export const POST = commandRoute(importCatalogue, {
  upload: async (form) => {
    const file = sentFile(form, 'workbook.refused.noFile');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const said = (name: string) => String(form.get(name) ?? '').trim();
    const follows = said('follows');
    return {
      // Only told, and no file is written under it.
      fileName: sentName(file.name),
      sha256: fileMark(bytes),
      sheets: await readWholeWorkbook(bytes, file.name),
      reason: said('reason'),
      isPreview: follows === '',
      follows,
    };
  },
  answer: async (outcome, request) => {
    const locale = await currentLocale();
    if (outcome.kind === 'written') {
      const counts = { ...writtenRows(outcome.counts), ...proposedIn(outcome.counts) };
      return Response.json({ location: withQuery(paths.catalogueWorkbook, { done: '1', ...counts }) });
    }
    const shown = shownCatalogue(outcome, locale);
    if (wantsJson(request)) return Response.json(shown);
    // A plain form gets its preview as a text, a line each.
    const lines = [shown.title, ...shown.lines, ...shown.rows.map((row) => row.join('  '))];
    return new Response(lines.join('\n'), {
      status: shown.isFaulty ? 422 : 200,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  },
});
