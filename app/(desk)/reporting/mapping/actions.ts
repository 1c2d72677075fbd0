'use server';

import { readColumns, readNames } from '@/app/(desk)/reporting/mapping/read-form';
import { action, text, wholeNumber } from '@/app/server/action';
import { askingPrincipal } from '@/app/server/principal';
import { Refusal } from '@/lib/errors';
import { paths, withQuery } from '@/lib/paths';
import { renameKept } from '@/lib/reporting/mapping/kept/rename-kept';
import { retireKept } from '@/lib/reporting/mapping/kept/retire-kept';
import { abandonSheet } from '@/lib/reporting/mapping/sheets/abandon-sheet';
import { citeSheet } from '@/lib/reporting/mapping/sheets/cite-sheet';
import { fillDraft } from '@/lib/reporting/mapping/sheets/fill-draft';
import { keepMapping } from '@/lib/reporting/mapping/sheets/keep-mapping';
import { mappedFile } from '@/lib/reporting/mapping/sheets/queries';
import { saveMapping } from '@/lib/reporting/mapping/sheets/save-mapping';
import { lineParts } from '@/lib/reporting/mapping/words';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';

const shown = (form: FormData) => ({ id: text(form, 'id'), version: wholeNumber(form, 'version') });
/** The page of the sheet again, at the columns that were looked at. */
const saved = (id: string, form: FormData) => ({
  to: withQuery(paths.mappedSheet(id), { done: 'saved', columns: text(form, 'page') }),
});
const list = (done: string) => ({ to: withQuery(paths.mappings, { done }) });

/** Another sheet of the kept workbook, read anew. */
async function sheetAgain(form: FormData) {
  const name = text(form, 'name');
  const file = await mappedFile(await askingPrincipal(), text(form, 'id'));
  if (!file) throw new Refusal('notFound', 'mapping.refused.noSheet');
  const sheet = await readFigureSheet(file.content, file.fileName, name);
  if (sheet.sheet.name !== name) throw new Refusal('invalid', 'mapping.refused.noSuchSheet', { field: 'name', name });
  return { ...shown(form), change: { kind: 'sheet', sheet } };
}

export const chooseSheet = action(saveMapping, { read: sheetAgain, takesFile: true, next: saved });

export const saveHeads = action(saveMapping, {
  read: (form) => ({
    ...shown(form),
    change: {
      kind: 'heads',
      headFrom: wholeNumber(form, 'change.headFrom'),
      headTo: wholeNumber(form, 'change.headTo'),
    },
  }),
  next: saved,
});

export const saveWhole = action(saveMapping, {
  read: (form) => ({
    ...shown(form),
    change: {
      kind: 'whole',
      indicator: text(form, 'indicator'),
      unit: text(form, 'unit'),
      period: text(form, 'period'),
      months: text(form, 'months'),
      measure: text(form, 'measure'),
      lines: lineParts.filter((part) => form.has(`line-${part}`)),
      below: text(form, 'below'),
    },
  }),
  next: saved,
});

export const saveColumns = action(saveMapping, {
  read: (form) => ({ ...shown(form), change: { kind: 'columns', columns: readColumns(form) } }),
  next: saved,
});

export const saveNames = action(saveMapping, {
  read: (form) => ({ ...shown(form), change: { kind: 'names', names: readNames(form) } }),
  next: saved,
});

export const keep = action(keepMapping, {
  read: (form) => ({ ...shown(form), name: text(form, 'name') }),
  next: (id) => ({ to: withQuery(paths.mappedSheet(id), { done: 'kept' }) }),
});

export const rename = action(renameKept, {
  read: (form) => ({ ...shown(form), name: text(form, 'name') }),
  next: () => list('renamed'),
});

export const retire = action(retireKept, { read: shown, next: () => list('retired') });

export const abandon = action(abandonSheet, { read: shown, next: () => list('abandoned') });

export const cite = action(citeSheet, {
  read: (form) => ({
    ...shown(form),
    sourceCode: text(form, 'sourceCode'),
    vintage: text(form, 'vintage'),
    rankScope: text(form, 'rankScope'),
    reason: text(form, 'reason'),
    follows: text(form, 'follows'),
  }),
  next: ({ batchId, count }) => ({ to: withQuery(paths.citedFigures, { batch: batchId, done: 'import', count }) }),
});

export const fill = action(fillDraft, {
  read: (form) => ({ ...shown(form), collectionId: text(form, 'collectionId') }),
  next: (upload) => ({ to: paths.upload(upload) }),
});
