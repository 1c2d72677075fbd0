import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Change } from '@/lib/access/audit/record-event';
import { command, type Done, type Work } from '@/lib/access/command';
import { type ImportOutcome, writtenRows } from '@/lib/catalogue/workbook/outcome';
import { knowRows } from '@/lib/catalogue/workbook/reading/know-rows';
import { readTables } from '@/lib/catalogue/workbook/reading/read-tables';
import { catalogueTables } from '@/lib/catalogue/workbook/tables/catalogue-tables';
import { catalogueState } from '@/lib/catalogue/workbook/tables/queries';
import { namesTold } from '@/lib/catalogue/workbook/tables/told-names';
import { mostFaults, mostLines } from '@/lib/catalogue/workbook/words';
import { Progress } from '@/lib/catalogue/workbook/writing/progress';
import { writeDefinitions, writeFormulas, writeRetirements } from '@/lib/catalogue/workbook/writing/write-definitions';
import { writeGroups } from '@/lib/catalogue/workbook/writing/write-groups';
import { writeIndicators } from '@/lib/catalogue/workbook/writing/write-indicators';
import { writeMembers } from '@/lib/catalogue/workbook/writing/write-members';
import { writeSources } from '@/lib/catalogue/workbook/writing/write-sources';
import { writeTargets } from '@/lib/catalogue/workbook/writing/write-targets';
import { writeTopics } from '@/lib/catalogue/workbook/writing/write-topics';
import { writeUnits } from '@/lib/catalogue/workbook/writing/write-units';
import { Refusal } from '@/lib/errors';
import { line, lines } from '@/lib/reporting/collections/terms';
import type { WorkbookSheet } from '@/lib/reporting/upload/words';

const Sheets = z.custom<readonly WorkbookSheet[]>(
  (value) => Array.isArray(value) && value.every((one) => one?.marks instanceof Map && Array.isArray(one.rows)),
);

/**
 * Takes the workbook of a catalogue: all of it or none. Each row is held to the rules of the command that a screen would
 * give, and what reaches into the past waits for a second person; rows that the workbook lacks stay. With `isPreview` it
 * tells all faults, or all changes, and writes nothing. Refuses anything but what was previewed, which `follows` marks, and
 * changes that need a reason without one. A workbook that changes nothing writes nothing.
 */
export const importCatalogue = command({
  name: 'catalogue.import',
  input: z.strictObject({
    fileName: line(1, 200),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    sheets: Sheets,
    reason: lines(4, 300).or(z.literal('')),
    isPreview: z.boolean(),
    follows: z.string().max(64),
  }),
  async run(work, asked): Promise<Done<ImportOutcome>> {
    const { result, changes } = await triedUnless(work, (inside) => importAll(inside, asked));
    const [first, ...others] = changes;
    return first ? { result, changes: [first, ...others] } : { result, repeated: true };
  },
});

type Asked = z.output<typeof importCatalogue.input>;
type Imported = { readonly result: ImportOutcome; readonly changes: readonly Change[] };

/** Undoes what was only tried; it leaves this file by no way. */
class OnlyTried extends Error {
  readonly imported: Imported;
  constructor(imported: Imported) {
    super();
    this.imported = imported;
  }
}

/** The work in a savepoint, which is undone unless it has changes to be kept. */
async function triedUnless(work: Work, act: (work: Work) => Promise<Imported>): Promise<Imported> {
  try {
    return await work.tx.transaction(async (tx) => {
      const imported = await act({ ...work, tx });
      if (imported.changes.length === 0) throw new OnlyTried(imported);
      return imported;
    });
  } catch (error) {
    if (error instanceof OnlyTried) return error.imported;
    throw error;
  }
}

async function importAll(work: Work, { sheets, reason, isPreview, follows, ...file }: Asked): Promise<Imported> {
  const state = await catalogueState(work.principal, work.tx);
  const tables = catalogueTables(state);
  const read = readTables(sheets);
  const known = knowRows(read.rows, tables);
  const faults = [...read.faults, ...known.faults];
  const progress = new Progress({ state, tables, rows: known.rows, faults, reason });
  await writeTopics(work, progress);
  await writeSources(work, progress);
  await writeUnits(work, progress);
  await writeGroups(work, progress);
  await writeIndicators(work, progress);
  await writeDefinitions(work, progress);
  await writeMembers(work, progress);
  await writeFormulas(work, progress);
  await writeRetirements(work, progress);
  await writeTargets(work, progress);
  if (progress.faults.length > 0) {
    const total = progress.faults.length;
    return { result: { kind: 'faults', faults: progress.faults.slice(0, mostFaults), total }, changes: [] };
  }
  const { lines, lacksReason } = progress;
  const counts = progress.counts();
  const mark = createHash('sha256')
    .update(JSON.stringify([file.sha256, state, lines]))
    .digest('hex')
    .slice(0, 40);
  const isNothing = lines.every(({ fate }) => fate === 'waiting');
  const shown = lines.slice(0, mostLines);
  const told = {
    ...{ counts, lines: shown, names: namesTold(shown, known.rows, tables), total: lines.length },
    ...{ notices: read.notices, lacksReason },
    follows: isNothing ? '' : mark,
  };
  if (isPreview || isNothing) return { result: { kind: 'preview', ...told }, changes: [] };
  if (follows !== mark) throw new Refusal('conflict', 'workbook.refused.moved');
  if (lacksReason) throw new Refusal('invalid', 'workbook.refused.reason', { field: 'reason' });
  const after = { ...file, ...writtenRows(counts) };
  const whole = { subject: `catalogue/${file.sha256.slice(0, 12)}`, before: null, after };
  return { result: { kind: 'written', ...told }, changes: [whole, ...progress.changes] };
}
