import type postgres from 'postgres';
import { openPoolTo } from '@/db/client';
import type { Pool, PoolLimits } from '@/db/pool';

/** What makes pools for one test each, ended with it, to the database at `url`; two connections unless it says otherwise. */
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

/** Asks the database to say a mark. */
export const textOf = async (pool: Pick<Pool, 'unsafe'>, mark: string): Promise<string> =>
  ((await pool.unsafe('select $1::text as mark', [mark]))[0] as { mark: string }).mark;

/** The server's process behind a connection. */
export const pidOf = async (pool: Pick<Pool, 'unsafe'>): Promise<number> =>
  ((await pool.unsafe('select pg_backend_pid() as pid'))[0] as { pid: number }).pid;
