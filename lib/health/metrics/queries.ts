import { openProbe, sharedPool } from '@/db/client';
import type { Pool } from '@/db/pool';
import { databaseSettings } from '@/db/settings';
import type { PoolUse, StoredMeasures } from './words';

/** How the pool of this process is used, and the most connections it may have. */
export function poolUse(): PoolUse {
  return { ...sharedPool().use(), most: databaseSettings().size };
}

let asker: { readonly url: string; readonly pool: Pool } | null = null;

/** The measures, on a connection of its own; null while the database does not answer. */
export async function storedMeasures(): Promise<StoredMeasures | null> {
  const { url } = databaseSettings();
  if (asker?.url !== url) {
    void asker?.pool.end();
    asker = { url, pool: openProbe(url) };
  }
  try {
    const [row] = await asker.pool.unsafe(`
      select (select count(*)::int from pg_stat_activity where datname = current_database()) as "connections",
        current_setting('max_connections')::int as "mostConnections",
        (select count(*)::int from outbox where state = 'waiting') as "waitingMessages",
        (select count(*)::int from outbox where state = 'failed') as "failedMessages",
        (select extract(epoch from max(ended_at))::float8 from backup where state in ('good', 'removed')) as "lastBackup",
        (select coalesce(max(seq), 0)::float8 from audit_event) as "lastEvent",
        (select count(*)::int from audit_event where at > now() - interval '1 day' and command = 'session.open'
          and changes like '%"refused"%') as "refusedSignIns"`);
    return row as StoredMeasures;
  } catch {
    return null;
  }
}
