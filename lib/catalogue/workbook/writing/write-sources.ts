import { source } from '@/db/schema/catalogue';
import type { Work } from '@/lib/access/command';
import { createSource } from '@/lib/catalogue/sources/create-source';
import { editSource } from '@/lib/catalogue/sources/edit-source';
import { restoreSource } from '@/lib/catalogue/sources/restore-source';
import { withdrawSource } from '@/lib/catalogue/sources/withdraw-source';
import type { KnownRow, Values } from '@/lib/catalogue/workbook/words';
import { giveWithin } from '@/lib/catalogue/workbook/writing/give-within';
import { insertRows } from '@/lib/catalogue/workbook/writing/insert-rows';
import type { Progress } from '@/lib/catalogue/workbook/writing/progress';
import { derivedSource } from '@/lib/observations/derived/words';

const columns = { sourceCode: 'code', reason: 'withdrawnReason' } as const;

/** New documents, what is said of others, and which of them are withdrawn. */
export async function writeSources(work: Work, progress: Progress): Promise<void> {
  await addSources(work, progress);
  for (const differing of progress.differing('sources')) {
    const { row, held } = differing;
    const stored = progress.state.sources.find(({ code }) => code === row.code)?.version ?? 0;
    const version = () => progress.version(`source/${row.code}`, stored);
    const edits = differing.columns.filter((column) => column !== 'withdrawnReason');
    if (edits.length > 0) {
      const asked = { ...factsOf({ ...held, ...row.values }), code: row.code, version: version() };
      const done = await giveWithin(work, { progress, row, columns }, editSource, asked);
      if (done && 'changes' in done) progress.raise(`source/${row.code}`, stored);
      if (done) progress.tellCells(differing, edits, 'changed');
    }
    if (edits.length === differing.columns.length) continue;
    const reason = row.values.withdrawnReason ?? '';
    if (reason !== '' && held.withdrawnReason !== '')
      progress.fault(row, 'withdrawnReason', 'workbook.faults.withdrawn');
    else {
      const asked = { code: row.code, version: version(), reason: reason || progress.reason() };
      const command = reason === '' ? restoreSource : withdrawSource;
      const done = await giveWithin(work, { progress, row, columns }, command, asked);
      if (done) progress.tellCells(differing, ['withdrawnReason'], 'changed');
    }
  }
}

async function addSources(work: Work, progress: Progress): Promise<void> {
  const made = progress.fresh('sources');
  const last = Math.max(0, ...progress.state.sources.map(({ sortOrder }) => sortOrder));
  const ready = made.flatMap((row, at) => {
    const input = progress.parsed(row, createSource, { ...factsOf(row.values), sourceCode: row.code }, columns);
    if (row.code.toUpperCase() === derivedSource)
      progress.fault(row, 'code', 'documents.refused.codeTaken', { field: 'sourceCode', code: row.code });
    if (input === null || progress.hasFault(row)) return [];
    const { sourceCode: code, ...facts } = input;
    return [{ row, facts, columns: { ...facts, code, sortOrder: last + 1 + at } }];
  });
  progress.lose(made.filter((row) => !ready.some((one) => one.row === row)));
  await insertRows(
    work.tx,
    source,
    ready.map((one) => one.columns),
  );
  for (const { row, facts } of ready) {
    progress.tell(row, 'created', null, { after: facts.title });
    progress.changes.push({ subject: `source/${row.code}`, before: null, after: facts });
    const reason = row.values.withdrawnReason ?? '';
    if (reason !== '')
      await giveWithin(work, { progress, row, columns }, withdrawSource, { code: row.code, version: 1, reason });
  }
}

const factsOf = (values: Values | KnownRow['values']) => ({
  title: values.title ?? '',
  publisher: values.publisher ?? '',
  url: values.url ?? '',
  publishedOn: values.publishedOn ?? '',
  retrievedOn: values.retrievedOn ?? '',
  accessNote: values.accessNote ?? '',
  licence: values.licence ?? '',
  reliability: values.reliability,
});
