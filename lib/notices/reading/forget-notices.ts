import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { command, type Done } from '@/lib/access/command';

/** Days for which a notice is kept after it was read. */
const keptDays = 180;

/** Deletes notices that were read long ago; unread ones stay. Returns their number. */
export const forgetNotices = command({
  name: 'notice.forget',
  input: z.strictObject({}),
  async run({ tx, now }): Promise<Done<number>> {
    const before = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
    const [gone] = await tx.execute<{ count: number }>(sql`
      with given_up as (delete from outbox where state = 'failed' and due_at < ${before}::timestamptz),
        gone as (delete from notice where read_at < ${before}::timestamptz returning 1)
      select count(*)::int as count from gone`);
    const count = gone?.count ?? 0;
    if (count === 0) return { result: 0, repeated: true };
    return { result: count, changes: [{ subject: 'notice/old', before: { notices: count }, after: null }] };
  },
});
