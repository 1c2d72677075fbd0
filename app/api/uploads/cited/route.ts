import { shownImport, writtenFault } from '@/app/api/uploads/cited/shown-import';
import { commandRoute, leadOn, wantsJson } from '@/app/server/command-route';
import { currentLocale } from '@/app/server/locale';
import { sentFile } from '@/app/server/sent-file';
import { Refusal } from '@/lib/errors';
import { translator } from '@/lib/i18n/translator';
import { importCited } from '@/lib/observations/cited/tidy/import-cited';
import { tidyRows } from '@/lib/observations/cited/tidy/tidy-rows';
import { mostRows } from '@/lib/observations/cited/words';
import { paths, withQuery } from '@/lib/paths';
import { readUpload } from '@/lib/reporting/upload/read-upload';
import { sentName } from '@/lib/reporting/upload/sent-name';

/** Receives a tidy sheet of figures: previews it, or lets its figures wait for a second person. */
export const POST = commandRoute(importCited, {
  upload: async (form) => {
    const file = sentFile(form, 'cited.refused.noFile');
    const said = (name: string) => String(form.get(name) ?? '').trim();
    const { rows: sheet } = await readUpload(new Uint8Array(await file.arrayBuffer()), file.name);
    const read = tidyRows(sheet, { source: said('source'), vintage: said('vintage'), locator: said('locator') });
    const t = translator(await currentLocale(), 'cited');
    if (read.kind === 'noHead') {
      const columns = read.missing.map((column) => t(`import.tidy.${column}`)).join('、');
      throw new Refusal('invalid', 'cited.refused.noHead', { field: 'file', columns });
    }
    if (read.kind === 'headTwice') {
      const column = t(`import.tidy.${read.column}`);
      throw new Refusal('invalid', 'cited.refused.headTwice', { field: 'file', column });
    }
    if (read.rows.length === 0) throw new Refusal('invalid', 'cited.refused.noRows', { field: 'file' });
    if (read.rows.length > mostRows) {
      throw new Refusal('limit', 'cited.refused.tooMany', { field: 'file', most: mostRows });
    }
    return {
      // Only shown, and no file is written under it.
      fileName: sentName(file.name),
      rows: read.rows,
      hasGrowth: read.hasGrowth,
      reason: said('reason'),
      isPreview: form.get('preview') === '1',
      follows: said('follows'),
    };
  },
  answer: async (outcome, request) => {
    const locale = await currentLocale();
    if (outcome.kind === 'recorded') {
      const location = withQuery(paths.citedFigures, {
        batch: outcome.batchId,
        done: 'import',
        count: outcome.count,
      });
      return leadOn(request, location);
    }
    if (wantsJson(request) || outcome.kind === 'preview') return Response.json(shownImport(outcome, locale));
    // A plain form gets the faults as a text, a line each.
    const lines = outcome.faults.map((fault) => writtenFault(fault, locale).join('  '));
    return new Response(lines.join('\n'), {
      status: 422,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  },
});
