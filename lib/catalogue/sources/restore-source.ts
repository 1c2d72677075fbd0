import { eq } from 'drizzle-orm';
import { source } from '@/db/schema/catalogue';
import { command } from '@/lib/access/command';
import { lockedSource, SourceVersion } from '@/lib/catalogue/sources/locked-source';
import { Refusal } from '@/lib/errors';
import { Reason } from '@/lib/reporting/collections/terms';

/** Says that a withdrawn document supports its figures after all. Refuses one that is not withdrawn. */
export const restoreSource = command({
  name: 'source.restore',
  input: SourceVersion.extend({ reason: Reason }),
  async run(work, { reason, ...asked }) {
    const found = await lockedSource(work, asked);
    if (found.withdrawnReason === null) throw new Refusal('conflict', 'documents.refused.notWithdrawn');
    await work.tx
      .update(source)
      .set({ withdrawnReason: null, withdrawnBy: null, withdrawnAt: null, version: asked.version + 1 })
      .where(eq(source.code, asked.code));
    const before = { withdrawn: true, withdrawnReason: found.withdrawnReason };
    return {
      result: asked.code,
      changes: [{ subject: `source/${asked.code}`, before, after: { withdrawn: false, reason } }],
    };
  },
});
