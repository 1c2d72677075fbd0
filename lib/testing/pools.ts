import type postgres from 'postgres';
import { openPoolTo } from '@/db/client';
import type { Pool, PoolLimits } from '@/db/pool';

/**
 * Returns a function that opens pools for one test each, closed with it, to the database at `url`; two connections by
 * default.
 */
export function poolsTo(url: string) {
  return async function withPool(
    limits: Partial<PoolLimits>,
    work: (pool: Pool) => Promise<void>,
    options: postgres.Options<Record<string, never>> = {},
  ): Promise<void> {
    const pool = openPoolTo(url, { size: 2, ...limits }, options);
    try {
      await pool.unsafe('select 1');
      await work(pool);
    } finally {
      await pool.end();
    }
  };
}

/** Selects a mark from the database. */
export const textOf = async (pool: Pick<Pool, 'unsafe'>, mark: string): Promise<string> =>
  ((await pool.unsafe('select $1::text as mark', [mark]))[0] as { mark: string }).mark;

/** The server process behind a connection. */
export const pidOf = async (pool: Pick<Pool, 'unsafe'>): Promise<number> =>
  ((await pool.unsafe('select pg_backend_pid() as pid'))[0] as { pid: number }).pid;
