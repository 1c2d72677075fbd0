import { openSql, sharedPool } from '@/db/client';
import { median } from '@/lib/cli/bench/timing';

type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** A page's reads, as the page does them. */
export type Reads = () => Promise<unknown>;

/**
 * Milliseconds of a page's reads through the product's queries, and of the same statements sent bare and all at once.
 * The two alternate, each on a pool of its own.
 */
export async function againstRawSql(reads: Reads): Promise<{ queries: number; raw: number }> {
  const statements = await statementsOf(reads);
  const bare = openSql(process.env.DATABASE_URL ?? '', { max: 10 });
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
  await bare.end();
  return { queries: median(times.queries), raw: median(times.raw) };
}

/** The statements of the reads, recorded at their second run, without queries that are sent only once. */
async function statementsOf(reads: Reads): Promise<Statement[]> {
  const { options } = sharedPool();
  await reads();
  const statements: Statement[] = [];
  options.debug = (_connection, text, values) => statements.push({ text, values });
  await reads();
  options.debug = false;
  return statements;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
