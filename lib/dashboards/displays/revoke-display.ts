import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod';
import { display } from '@/db/schema/displays';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { Reason } from '@/lib/reporting/collections/terms';

/** Takes the token of a display back for good, with a reason. Refuses one that is gone, or was revoked since it was shown. */
export const revokeDisplay = command({
  name: 'display.revoke',
  input: z.strictObject({ id: z.uuid(), version: z.int(), reason: Reason }),
  async run({ tx, principal, now }, { id, version, reason }) {
    const [revoked] = await tx
      .update(display)
      .set({ revokedBy: principal.userId, revokedAt: now, revokedReason: reason, version: version + 1 })
      .where(and(eq(display.id, id), eq(display.version, version), isNull(display.revokedAt)))
      .returning({ id: display.id });
    if (!revoked) throw new Refusal('conflict', 'displays.refused.moved');
    const [before, after] = [{ clientState: 'active' }, { clientState: 'revoked', reason }];
    return { result: id, changes: [{ subject: `display/${id}`, before, after }] };
  },
});
