import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';

/** Notes that a display asked, at most once a minute. Nothing that a page or a file tells depends on it, so it is no command. */
export async function noteShown(database: Database, id: string, now: Date): Promise<void> {
  const at = now.toISOString();
  await database.execute(sql`
    update display set last_used_at = ${at}::timestamptz
    where id = ${id} and (last_used_at is null or last_used_at <= ${at}::timestamptz - interval '1 minute')`);
}
