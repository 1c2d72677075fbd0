import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';

/** Notes that a token was used, at most once a minute. Nothing that a page or a file tells depends on it, so it is no command. */
export async function noteUse(database: Database, id: string, now: Date): Promise<void> {
  const at = now.toISOString();
  await database.execute(sql`
    update api_client set last_used_at = ${at}::timestamptz
    where id = ${id} and (last_used_at is null or last_used_at <= ${at}::timestamptz - interval '1 minute')`);
}
