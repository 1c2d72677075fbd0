import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { Refusal } from '@/lib/errors';

/** A statement takes 65,535 values at most. */
const mostValues = 60_000;

/** Inserts rows of a table, as few statements as it can. Refuses one that somebody else has added meanwhile. */
export async function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> {
  const step = Math.floor(mostValues / Object.keys(rows[0] ?? { none: 0 }).length);
  for (let from = 0; from < rows.length; from += step) {
    const some = rows.slice(from, from + step);
    const made = await tx
      .insert(table)
      .values(some as Table['$inferInsert'][])
      .onConflictDoNothing()
      .returning();
    if ((made as unknown[]).length < some.length) throw new Refusal('conflict', 'workbook.refused.moved');
  }
}
