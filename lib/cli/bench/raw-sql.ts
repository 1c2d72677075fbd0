import { openSql, type Sql } from '@/db/client';
import { median } from '@/lib/cli/bench/timing';

type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** A page's reads, as the page does them. */
export type Reads = () => Promise<unknown>;

/**
 * Milliseconds of a page's reads through the product's queries, and of the very statements they send,
 * sent bare and all at once. The two
 * take turns.
 */
export async function againstRawSql(url: string, reads: Reads): Promise<{ queries: number; raw: number }> {
  const statements = await statementsOf(url, reads);
  const pool = sharePool(url);
  const bare = openSql(url, { max: 10 });
  const send = () =>
    Promise.all(statements.map(({ text, values }) => bare.unsafe(text, [...values] as string[], { prepare: true })));
  const times: { queries: number[]; raw: number[] } = { queries: [], raw: [] };
  for (let round = -20; round < 200; round += 1) {
    const queries = await timeOf(reads);
    const raw = await timeOf(send);
    if (round < 0) continue;
    times.queries.push(queries);
    times.raw.push(raw);
  }
  await Promise.all([pool.end(), bare.end()]);
  return { queries: median(times.queries), raw: median(times.raw) };
}

/** What the reads send, noted at their second time, when nothing is asked that is asked only once. */
async function statementsOf(url: string, reads: Reads): Promise<Statement[]> {
  const statements: Statement[] = [];
  const pool = sharePool(url, { debug: (_connection, text, values) => statements.push({ text, values }) });
  await reads();
  statements.length = 0;
  await reads();
  await pool.end();
  return statements;
}

/** Makes a pool the one that the product's queries share in this process. */
function sharePool(url: string, options: Parameters<typeof openSql>[1] = {}): Sql {
  const pool = openSql(url, { max: 10, ...options });
  Object.assign(globalThis, { batonSql: pool, batonDatabase: undefined });
  return pool;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
