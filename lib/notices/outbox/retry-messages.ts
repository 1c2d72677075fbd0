import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { command } from '@/lib/access/command';
import { movedMessage, ShownMessage } from '@/lib/notices/outbox/shown-message';
import { mostListed } from '@/lib/notices/outbox/words';

/**
 * Lets messages that were given up wait again, with ten tries as at first. Refuses them all where one of them is gone, waits
 * already or was tried since it was shown.
 */
export const retryMessages = command({
  name: 'outbox.retry',
  input: z.strictObject({ shown: z.array(ShownMessage).min(1).max(mostListed) }),
  async run({ tx, now }, { shown }) {
    const rows = await tx.execute<{ id: string }>(sql`
      update outbox o set state = 'waiting', tries = 0, due_at = ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(shown)}::jsonb) as t(id text, version int)
      where o.id = t.id and o.tries = t.version and o.state = 'failed' returning o.id`);
    if (rows.length < new Set(shown.map(({ id }) => id)).size) throw movedMessage();
    const [first, ...others] = rows.map(({ id }) => ({
      subject: `outbox/${id}`,
      before: { outboxState: 'failed' },
      after: { outboxState: 'waiting' },
    }));
    if (!first) throw new Error('no message');
    return { result: rows.length, changes: [first, ...others] as const };
  },
});
