import * as z from 'zod';
import { command, type Done } from '@/lib/access/command';
import { type FigureCells, type FigureRow, figureCheck } from '@/lib/reporting/import/check-figures';
import type { Finding } from '@/lib/reporting/import/csv-rows';
import {
  knownCodes,
  type Outcome,
  openStage,
  outcomeOf,
  stageFigures,
  writeStaged,
} from '@/lib/reporting/import/queries';

/** Rows that are checked and handed to the database together. */
const stretch = 5000;
/** Findings that are told; a file with more has one fault many times. */
const mostFindings = 200;

/** What came of a file: what it changed, or all that keeps it from being stored; then nothing of it was. */
export type ImportResult =
  | { readonly kind: 'stored'; readonly outcome: Outcome }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[]; readonly rows: number };

const Rows = z.custom<AsyncIterable<FigureCells>>(
  (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
);

/**
 * Stores a tidy file of figures, all of it or nothing. Every row is checked before the first is stored; the same content
 * (`id`, its sha256) a second time is told what the first time did. `tell` hears how many rows were checked.
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
    const before = await outcomeOf(principal, tx, id);
    if (before) return { result: { kind: 'stored', outcome: before }, repeated: true };
    const findings: Finding[] = [];
    const check = figureCheck(fileName, await knownCodes(principal, tx), findings);
    await openStage(principal, tx);
    let read = 0;
    let waiting: FigureRow[] = [];
    // While the database takes one stretch, the next is read and checked.
    let staged = Promise.resolve();
    const stage = async () => {
      await staged;
      if (findings.length === 0) staged = stageFigures(principal, tx, waiting, read - waiting.length);
      // Awaited before the next stretch; until then its failure is nobody's surprise.
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
    const outcome = await writeStaged(principal, tx, { id, fileName, reason, at: now }, read);
    return {
      result: { kind: 'stored', outcome },
      changes: [{ subject: `import/${id}`, before: null, after: { fileName, ...outcome } }],
    };
  },
});
