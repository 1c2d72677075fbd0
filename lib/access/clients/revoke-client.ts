import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod';
import { apiClient } from '@/db/schema/clients';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { Reason } from '@/lib/reporting/collections/terms';

/** Takes a token back for good, with a reason. Refuses one that is gone, or was revoked since it was shown. */
export const revokeClient = command({
  name: 'apiClient.revoke',
  input: z.strictObject({ id: z.uuid(), version: z.int(), reason: Reason }),
  async run({ tx, principal, now }, { id, version, reason }) {
    const [revoked] = await tx
      .update(apiClient)
      .set({ revokedBy: principal.userId, revokedAt: now, revokedReason: reason, version: version + 1 })
      .where(and(eq(apiClient.id, id), eq(apiClient.version, version), isNull(apiClient.revokedAt)))
      .returning({ id: apiClient.id });
    if (!revoked) throw new Refusal('conflict', 'clients.refused.moved');
    const [before, after] = [{ clientState: 'active' }, { clientState: 'revoked', reason }];
    return { result: id, changes: [{ subject: `apiClient/${id}`, before, after }] };
  },
});
