/** Rows that stand together; `isBatch` for those of one batch that are so many that they are folded. */
export type Run<Row> = { readonly rows: readonly Row[]; readonly isBatch: boolean };

/** The least number of rows of one batch that are folded into a line. */
export const leastFolded = 5;

/**
 * Rows in runs, in their order and each once: rows of one batch that stand together, where they are `leastFolded` or more,
 * and the others between.
 */
export function runsOf<Row>(rows: readonly Row[], batchOf: (row: Row) => string): Run<Row>[] {
  const batches: { batch: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const batch = batchOf(row);
    const last = batches.at(-1);
    if (last?.batch === batch) last.rows.push(row);
    else batches.push({ batch, rows: [row] });
  }
  const runs: { rows: Row[]; isBatch: boolean }[] = [];
  for (const { rows: own } of batches) {
    const isBatch = own.length >= leastFolded;
    const last = runs.at(-1);
    if (!isBatch && last && !last.isBatch) last.rows.push(...own);
    else runs.push({ rows: own, isBatch });
  }
  return runs;
}
