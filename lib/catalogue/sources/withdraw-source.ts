import { eq } from 'drizzle-orm';
import { source } from '@/db/schema/catalogue';
import { command } from '@/lib/access/command';
import { lockedSource, SourceVersion } from '@/lib/catalogue/sources/locked-source';
import { Refusal } from '@/lib/errors';
import { Reason } from '@/lib/reporting/collections/terms';

/**
 * Says that a document no longer supports its figures. They stay as they are, and every page names the document as
 * withdrawn beside them from now on. Refuses one that is withdrawn.
 */
export const withdrawSource = command({
  name: 'source.withdraw',
  input: SourceVersion.extend({ reason: Reason }),
  async run(work, { reason, ...asked }) {
    const { tx, principal, now } = work;
    const found = await lockedSource(work, asked);
    if (found.withdrawnReason !== null) throw new Refusal('conflict', 'documents.refused.withdrawn');
    await tx
      .update(source)
      .set({ withdrawnReason: reason, withdrawnBy: principal.userId, withdrawnAt: now, version: asked.version + 1 })
      .where(eq(source.code, asked.code));
    const change = {
      subject: `source/${asked.code}`,
      before: { withdrawn: false },
      after: { withdrawn: true, reason },
    };
    return { result: asked.code, changes: [change] };
  },
});
