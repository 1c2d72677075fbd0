import type { Sql } from '@/db/client';
import { closeSharedPool, openSql } from '@/db/client';
import { expect, test } from '@/e2e/fixtures';
import { pages } from '@/e2e/pages';
import { cookiesOf, joinProduct, newAccount } from '@/e2e/people';
import { openOwnDatabase } from '@/e2e/product';
import { manyFigures } from '@/lib/testing/many-figures';
import { checkedBuild, startWebServer } from '@/lib/testing/web-server';

/** Rows from which on a table is a large one, which no page may read whole. */
const large = 4000;

/** Pages of the many rows, beside those of the data set. */
const ofMany = [
  '/catalogue/indicators/b-3?group=many',
  '/catalogue/indicators/b-3?list=all',
  '/catalogue/units/B0007',
  '/catalogue/units?kind=county&q=B0',
  '/catalogue/sources/many',
  '/reporting/revisions?since=2020-01-01T00:00&indicator=b-3',
  '/reporting/revisions/b-3/B0007/2020-M03',
  '/dashboards/compare?units=B0007,B0008&indicators=b-1,b-2&periods=2020-M01,2020-M02',
];

test('no page reads a large table whole', async () => {
  const database = await openOwnDatabase('whole tables');
  const sql = openSql(database.url, { max: 1 });
  await manyFigures(sql, { units: 260, indicators: 40, months: 6 });
  await manyRuns(sql);
  const tables = (await sql`select relname from pg_class where relkind = 'r' and reltuples >= ${large}`).map(
    ({ relname }) => relname as string,
  );
  expect(tables).toEqual(expect.arrayContaining(['observation', 'observation_revision', 'run_score', 'audit_event']));
  const web = await startWebServer(database.url, checkedBuild, { log: () => {} });
  try {
    const cookie = await administrator(database.url, web.url);
    const scannedBy = async (...paths: string[]) => {
      const before = await scansOf(sql, tables);
      for (const path of paths) {
        const answer = await fetch(`${web.url}${path}`, { headers: { cookie } });
        expect(`${path} ${answer.status}`).toBe(`${path} 200`);
        await answer.text();
      }
      const after = await scansOf(sql, tables);
      return tables.filter((table) => after.get(table) !== before.get(table));
    };
    const paths = [...pages.map(({ path }) => path), ...ofMany];
    const found: string[] = [];
    // One by one only to name the pages: each look at the counts ends all connections.
    if ((await scannedBy(...paths)).length > 0) {
      for (const path of paths) found.push(...(await scannedBy(path)).map((table) => `${path}: ${table}`));
    }
    expect(found).toEqual([]);
  } finally {
    await web.stop();
    await sql.end();
    await database.stop();
  }
});

/** Copies the computed runs with their scores, and the entries of the audit trail, until there are many. */
async function manyRuns(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const [table, changed] of [
      ['run', `'{"id": "' || id || '-' || n || '", "state": "trial"}'`],
      ['run_score', `'{"run_id": "' || run_id || '-' || n || '"}'`],
      ['audit_event', `'{"seq": ' || (10000 * n + seq) || '}'`],
    ] as const) {
      await tx.unsafe(
        `insert into ${table} select copy.* from ${table} t, generate_series(1, 100) n,
          jsonb_populate_record(t, (${changed})::jsonb) copy`,
      );
    }
  });
  await sql`analyze`;
}

/** The cookies of a signed-in administrator. */
async function administrator(databaseUrl: string, url: string): Promise<string> {
  joinProduct({ databaseUrl, url });
  const cookies = await cookiesOf(await newAccount('administrator'));
  await closeSharedPool();
  return cookies;
}

/** How often each table was read whole. Only a connection that ends tells at once what it has read. */
async function scansOf(sql: Sql, tables: readonly string[]): Promise<Map<string, string>> {
  await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`;
  const rows = await sql`select relname, seq_scan from pg_stat_user_tables where relname = any(${[...tables]})`;
  return new Map(rows.map(({ relname, seq_scan }) => [relname, seq_scan]));
}
