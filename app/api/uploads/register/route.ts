import { shownSheet, writtenFault } from '@/app/api/uploads/register/shown-sheet';
import { commandRoute, leadOn, wantsJson } from '@/app/server/command-route';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { sentFile } from '@/app/server/sent-file';
import { activeUnits } from '@/lib/catalogue/groups/queries';
import { todayOf } from '@/lib/catalogue/today';
import { registerOf } from '@/lib/monitoring/registers/queries';
import { importEntries } from '@/lib/monitoring/registers/sheet/import-entries';
import { paths, withQuery } from '@/lib/paths';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { sentName } from '@/lib/reporting/upload/sent-name';

/** Receives a sheet of a register: tells its differences, or writes them. */
export const POST = commandRoute(importEntries, {
  upload: async (form) => {
    const file = sentFile(form, 'imports.refused.noFile');
    const said = (name: string) => String(form.get(name) ?? '').trim();
    return {
      ...{ register: said('register'), from: said('from'), reason: said('reason') },
      fileName: sentName(file.name),
      sheet: await readFigureSheet(new Uint8Array(await file.arrayBuffer()), file.name),
      isPreview: form.get('preview') === '1',
      follows: said('follows'),
    };
  },
  answer: async (outcome, request) => {
    const locale = await currentLocale();
    if (outcome.kind === 'written') {
      const { register, created, changed } = outcome;
      return leadOn(request, withQuery(paths.register(register), { done: 'imported', created, changed }));
    }
    if (outcome.kind === 'faults' && !wantsJson(request)) {
      // A plain form gets the faults as a text, a line each.
      const lines = outcome.faults.map((fault) => writtenFault(fault, locale).join('  '));
      return new Response(lines.join('\n'), {
        status: 422,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
      });
    }
    const principal = await principalFor('manageRegisters');
    const [register, units] = await Promise.all([
      registerOf(principal, outcome.register),
      activeUnits(principal, todayOf({ now: new Date() })),
    ]);
    const lists = register?.lists ?? { fields: [], grades: [], groups: [] };
    return Response.json(shownSheet(outcome, { lists, units }, locale));
  },
});
