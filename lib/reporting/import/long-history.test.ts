import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql as statement } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { fileIdentity, fileRows } from '@/lib/cli/import/csv-file';
import { figureColumns } from '@/lib/reporting/import/check-figures';
import { importFigures } from '@/lib/reporting/import/import-figures';
import { checkSettings } from '@/lib/testing/accounts';
import { manyFigures } from '@/lib/testing/many-figures';

checkSettings();
const { sql, database } = await testDatabase();
const [units, months] = [60, 10];
const folder = mkdtempSync(join(tmpdir(), 'baton-history-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Imports the figures of three indicators, with a value for each of them. */
async function importFile(within: Pick<Database, 'transaction'>, valueAt: (at: number) => string) {
  const keys =
    await sql`select indicator_code as indicator, org_unit_code as unit, period_code as period from observation
    where indicator_code in ('b-1', 'b-5', 'b-9') order by 1, 2, 3`;
  const lines = keys.map(
    ({ indicator, unit, period }, at) => `${indicator},${unit},${period},${valueAt(at)},exact,,final,,,many,,,演示数据`,
  );
  const path = join(folder, 'figures.csv');
  writeFileSync(path, `${[figureColumns.join(','), ...lines].join('\n')}\n`);
  const { id, encoding } = await fileIdentity(path);
  const rows = fileRows(path, encoding, figureColumns);
  const input = { id, fileName: 'figures.csv', reason: '测试导入', rows, tell: () => {} };
  return perform(importFigures, systemPrincipal('import'), input, { now: new Date(), database: within });
}

test('an import reads of the history the revisions of its own figures, and no others', async () => {
  await manyFigures(sql, { units, indicators: 30, months });
  await importFile(database, () => '7.5');
  await sql`analyze`;
  await database.transaction(async (tx) => {
    const half = (3 * units * months) / 2;
    expect(await importFile(tx, (at) => (at < half ? '7.5' : '8.5'))).toEqual({
      kind: 'stored',
      outcome: { added: 0, changed: half, unchanged: half, inHistory: 0 },
    });
    const [read] = await tx.execute<{ whole: number; found: number }>(statement`
      select seq_tup_read::int as whole, idx_tup_fetch::int as found from pg_stat_xact_user_tables
      where relname = 'observation_revision'`);
    expect(read?.whole).toBe(0);
    // A few for each figure of the file, of which the history has ten times as many.
    expect(read?.found).toBeLessThanOrEqual(10 * half);
  });
});
