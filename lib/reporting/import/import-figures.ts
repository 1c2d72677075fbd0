import * as z from 'zod';
import { command, type Done } from '@/lib/access/command';
import { type FigureCells, type FigureRow, figureCheck } from '@/lib/reporting/import/check-figures';
import type { Finding } from '@/lib/reporting/import/csv-rows';
import { batchesOf, knownCodes } from '@/lib/reporting/import/queries';
import {
  dropUnchanged,
  type Outcome,
  openStage,
  stageFigures,
  writeStaged,
} from '@/lib/reporting/import/store-figures';

/** Rows per batch of checking and storing. */
const stretch = 5000;
/** The most findings in an answer; a file with more repeats one fault many times. */
const mostFindings = 200;

/** The result of a file: its changes, or the findings that kept it from being stored as a whole. */
export type ImportResult =
  | { readonly kind: 'stored'; readonly outcome: Outcome }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[]; readonly rows: number };

const Rows = z.custom<AsyncIterable<FigureCells>>(
  (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
);

/**
 * Imports a tidy file of figures, all or nothing. Every row is checked before the first is stored, and compared with
 * the present figure: a file imported before (`id` is its sha256) sets figures back that have changed since, and else
 * changes nothing. `tell` is called with the number of checked rows.
 */
export const importFigures = command({
  name: 'figures.import',
  input: z.strictObject({
    id: z.string().regex(/^[0-9a-f]{64}$/),
    fileName: z.string().min(1).max(255),
    reason: z.string().min(2).max(200),
    rows: Rows,
    tell: z.custom<(rows: number) => void>((value) => typeof value === 'function'),
  }),
  async run({ tx, principal, now }, { id, fileName, reason, rows, tell }): Promise<Done<ImportResult>> {
    const findings: Finding[] = [];
    const check = figureCheck(fileName, await knownCodes(tx), findings);
    await openStage(tx);
    let read = 0;
    let waiting: FigureRow[] = [];
    // While the database stores one batch, the next is read and checked.
    let staged = Promise.resolve();
    const stage = async () => {
      await staged;
      if (findings.length === 0) staged = stageFigures(tx, waiting, read - waiting.length);
      // The promise is awaited before the next batch; until then its rejection counts as handled.
      staged.catch(() => {});
      waiting = [];
      tell(read);
    };
    for await (const cells of rows) {
      const row = check(cells);
      read += 1;
      if (row) waiting.push(row);
      if (findings.length >= mostFindings) break;
      if (waiting.length === stretch) await stage();
    }
    await stage();
    await staged;
    if (findings.length > 0) return { result: { kind: 'refused', findings, rows: read }, repeated: true };
    const before = await batchesOf(tx, id);
    if ((await dropUnchanged(tx)) === 0 && before > 0) {
      return {
        result: { kind: 'stored', outcome: { added: 0, changed: 0, unchanged: read, inHistory: 0 } },
        repeated: true,
      };
    }
    const batch = before === 0 ? id : `${id}.${before + 1}`;
    const outcome = await writeStaged(principal, tx, { id: batch, fileName, reason, at: now }, read);
    return {
      result: { kind: 'stored', outcome },
      changes: [{ subject: `import/${batch}`, before: null, after: { fileName, ...outcome } }],
    };
  },
});
