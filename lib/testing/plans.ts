import type { Sql } from '@/db/client';
import { sharedPool } from '@/db/client';
import type { Statement } from '@/db/pool';

type Values = Parameters<ReturnType<typeof sharedPool>['unsafe']>[1];

/** The tables that grow with every figure; no page may scan a whole one. */
const growing = ['observation', 'observation_revision', 'run_score'];

/** The growing tables that the statements of `reads` would scan, each with its statement. */
export async function wholeReads(sql: Sql, reads: () => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  for (const { text, values } of await statementsOf(reads)) {
    const rows = await sql.unsafe(`explain (costs off) ${text}`, values);
    const plan = rows.map((row) => Object.values(row)[0]).join('\n');
    const read = growing.filter((table) => new RegExp(`Seq Scan on ${table}\\b`).test(plan));
    found.push(...read.map((table) => `${table}: ${text}\n${plan}`));
  }
  return found;
}

/** The statements of `reads`, in the order in which they were given. */
export async function statementsOf(reads: () => Promise<unknown>): Promise<{ text: string; values: Values }[]> {
  const pool = sharedPool();
  const { unsafe } = pool;
  const statements: { text: string; values: Values }[] = [];
  pool.unsafe = (text, values): Statement => {
    statements.push({ text, values });
    return unsafe(text, values);
  };
  try {
    await reads();
  } finally {
    pool.unsafe = unsafe;
  }
  return statements;
}
