import { kill } from 'node:process';
import type { Sql } from '@/db/client';
import { type Chance, oneOf } from '@/lib/cli/fuzz/chance';

/** A disturbance of a database in use. */
type Trouble = { readonly name: string; readonly weight: number; readonly make: (random: Chance) => Promise<unknown> };

const tables = ['app_session', 'app_user', 'submission_value', 'submission', 'observation', 'audit_event', 'org_unit'];

/**
 * The possible troubles, made through `sql`: an owner's pool of at least two connections that the product does not use.
 */
function troublesOf(sql: Sql): readonly Trouble[] {
  const waitFor = (ms: number) => new Promise((done) => setTimeout(done, ms));
  /** The server processes of the product's connections. */
  const backends = async () => {
    const rows = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity
      where backend_type = 'client backend' and pid not in (
        select pid from pg_stat_activity where application_name = 'chaos'
      )`;
    return rows.map(({ pid }) => pid);
  };
  const lock = (least: number, most: number) => async (random: Chance) => {
    const table = oneOf(random, tables);
    await sql.begin(async (tx) => {
      await tx`set local lock_timeout = '20s'`;
      await tx`lock table ${tx(table)} in access exclusive mode`;
      await waitFor(least + random(most - least));
    });
  };
  const freeze = (least: number, most: number, share: number) => async (random: Chance) => {
    const frozen = (await backends()).filter(() => random(100) < share);
    const tell = (pid: number, signal: NodeJS.Signals) => {
      try {
        kill(pid, signal);
      } catch {
        // The connection has already ended.
      }
    };
    for (const pid of frozen) tell(pid, 'SIGSTOP');
    await waitFor(least + random(most - least));
    for (const pid of frozen) tell(pid, 'SIGCONT');
  };
  const toSome = (work: (pid: number) => Promise<unknown>) => async (random: Chance) => {
    for (const pid of await backends()) if (random(3) === 0) await work(pid);
  };
  return [
    { name: 'lock', weight: 8, make: lock(200, 4000) },
    { name: 'lock past the end of a statement', weight: 1, make: lock(10_500, 12_500) },
    { name: 'freeze', weight: 6, make: freeze(200, 4000, 60) },
    { name: 'freeze past the patience of the pool', weight: 1, make: freeze(11_500, 13_000, 50) },
    { name: 'kill', weight: 6, make: toSome((pid) => sql`select pg_terminate_backend(${pid})`) },
    { name: 'cancel', weight: 4, make: toSome((pid) => sql`select pg_cancel_backend(${pid})`) },
    { name: 'calm', weight: 24, make: (random) => waitFor(200 + random(2500)) },
  ];
}

/** Makes one trouble after another until told to stop. Returns how often each was made. */
export async function makeTrouble(sql: Sql, random: Chance, isOver: () => boolean): Promise<Map<string, number>> {
  const troubles = troublesOf(sql).flatMap((trouble) => Array.from({ length: trouble.weight }, () => trouble));
  const counts = new Map<string, number>();
  while (!isOver()) {
    const { name, make } = oneOf(random, troubles);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    await make(random).catch(() => {});
  }
  return counts;
}
