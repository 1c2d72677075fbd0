import { describe, expect, test } from 'vitest';
import { pidOf, poolsTo, textOf } from '@/lib/testing/pools';
import type { Pool } from './pool';
import { testDatabase } from './testing';

const { url, sql } = await testDatabase();
const withPool = poolsTo(url);
const kill = (pid: number) => sql`select pg_terminate_backend(${pid}, 5000)`;

describe('a transaction', () => {
  test('commits whole, and rolls back whole when its work fails', async () => {
    await sql`create table kept (n int)`;
    await withPool({}, async (pool) => {
      await pool.begin(async (tx) => {
        await tx.unsafe('insert into kept values (1)');
      });
      const failing = pool.begin(async (tx) => {
        await tx.unsafe('insert into kept values (2)');
        throw new Error('refused');
      });
      await expect(failing).rejects.toThrow('refused');
      expect(await sql`select n from kept`).toEqual([{ n: 1 }]);
    });
  });

  test('fails when one of its statements failed, also if the work went on', async () => {
    await withPool({}, async (pool) => {
      const swallowing = pool.begin(async (tx) => {
        await tx.unsafe('select 1/0').then(undefined, () => {});
        return 'done';
      });
      await expect(swallowing).rejects.toMatchObject({ code: '22012' });
    });
  });

  test('goes on after a savepoint whose work failed', async () => {
    await withPool({}, async (pool) => {
      const answer = await pool.begin(async (tx) => {
        await tx
          .savepoint((inner) => inner.savepoint(async (innermost) => innermost.unsafe('select 1/0')))
          .catch(() => {});
        await tx.savepoint(async (inner) => inner.unsafe('select 1'));
        return textOf(tx, 'on');
      });
      expect(answer).toBe('on');
    });
  });

  test('refuses statements that its work did not await, which would otherwise run in another transaction', async () => {
    await withPool({ size: 1 }, async (pool) => {
      let late = () => Promise.resolve('');
      await pool.begin(async (tx) => {
        late = () => textOf(tx, 'late');
      });
      await pool.begin(async (tx) => {
        await expect(late()).rejects.toThrow('after the end of its transaction');
        expect(await textOf(tx, 'mine')).toBe('mine');
      });
    });
  });

  test('treats a nested transaction in the same way', async () => {
    await withPool({ size: 1 }, async (pool) => {
      let later = () => Promise.resolve('');
      let goOn = () => {};
      let orphan: Promise<unknown> = Promise.resolve();
      await expect(
        pool.begin(async (tx) => {
          later = () => tx.savepoint((inner) => textOf(inner, 'late'));
          const outside = new Promise<void>((resolve) => {
            goOn = resolve;
          });
          orphan = tx.savepoint(async (inner) => {
            await outside;
            return textOf(inner, 'orphan');
          });
          await textOf(tx, 'one');
          throw new Error('its work failed');
        }),
      ).rejects.toThrow('its work failed');
      await pool.begin(async (tx) => {
        goOn();
        await expect(orphan).rejects.toThrow('after the end of its transaction');
        await expect(later()).rejects.toThrow('after the end of its transaction');
        expect(await textOf(tx, 'mine')).toBe('mine');
      });
    });
  });

  test.each([
    ['max_lifetime', { max_lifetime: 0.2 }, {}],
    ['idle_timeout', { idle_timeout: 0.2 }, {}],
    ['age', {}, { age: 200 }],
    ['idle', {}, { idle: 200 }],
  ])('is never ended halfway by a connection’s %s', async (_name, options, limits) => {
    const work = async (pool: Pool) => {
      await pool.unsafe('create table aged (n int)');
      await pool.begin(async (tx) => {
        await tx.unsafe('insert into aged values (1)');
        await tx.unsafe('select pg_sleep(0.4)');
        await tx.unsafe('insert into aged values (2)');
        await new Promise((later) => setTimeout(later, 300));
        await tx.unsafe('insert into aged values (3)');
      });
      expect(await pool.unsafe('select * from aged')).toHaveLength(3);
      await pool.unsafe('drop table aged');
    };
    await withPool({ size: 1, ...limits }, work, options);
  });

  test('fails when its connection is killed, and nothing more is sent on that connection', async () => {
    await withPool({ size: 1 }, async (pool) => {
      const killed = pool.begin(async (tx) => {
        await kill(await pidOf(tx));
        await textOf(tx, 'one').catch(() => {});
        return textOf(tx, 'two');
      });
      await expect(killed).rejects.toThrow();
      expect(await textOf(pool, 'afterwards')).toBe('afterwards');
    });
  });

  test('fails when the database ended it for idleness', async () => {
    const work = async (pool: Pool) => {
      const forgotten = pool.begin(async (tx) => {
        const pid = await pidOf(tx);
        // Waits until the server has ended the transaction: the state is asked for on another connection, so that the
        // transaction stays idle.
        while ((await sql`select 1 from pg_stat_activity where pid = ${pid}`).length > 0);
        return textOf(tx, 'late');
      });
      await expect(forgotten).rejects.toThrow();
      expect(await textOf(pool, 'afterwards')).toBe('afterwards');
    };
    await withPool({ size: 1 }, work, { connection: { idle_in_transaction_session_timeout: 20 } });
  });
});
