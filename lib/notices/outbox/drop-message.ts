import { sql } from 'drizzle-orm';
import { command } from '@/lib/access/command';
import { movedMessage, ShownMessage } from '@/lib/notices/outbox/shown-message';
import { Reason } from '@/lib/reporting/collections/terms';

/**
 * Gives up for good on a message that could not be sent, with a reason; the notice in the product stays. Refuses one that is
 * gone, waits again or was tried since it was shown.
 */
export const dropMessage = command({
  name: 'outbox.drop',
  input: ShownMessage.extend({ reason: Reason }),
  async run({ tx }, { id, version, reason }) {
    const [row] = await tx.execute<{ fault: string }>(sql`
      delete from outbox where id = ${id} and tries = ${version} and state = 'failed' returning fault`);
    if (!row) throw movedMessage();
    const before = { outboxState: 'failed' };
    return { result: id, changes: [{ subject: `outbox/${id}`, before, after: { outboxState: 'dropped', reason } }] };
  },
});
