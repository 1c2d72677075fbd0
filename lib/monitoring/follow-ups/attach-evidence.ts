import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { followUpFile } from '@/db/schema/follow-ups';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { OwnFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';
import { checkedFile } from '@/lib/reporting/attachments/checked-file';
import { demandRoom } from '@/lib/reporting/attachments/demand-room';
import { line } from '@/lib/reporting/collections/terms';

/**
 * Keeps a file as evidence of a follow-up with its sha256. Refuses what is neither document nor picture by its first bytes, what
 * is too large, a file that is there already, and one more than there may be.
 */
export const attachEvidence = command({
  name: 'followUp.attach',
  input: OwnFollowUp.extend({ fileName: line(1, 200), content: z.instanceof(Uint8Array) }),
  async run(work, { fileName, content, ...shown }) {
    const { tx, principal, now } = work;
    const file = checkedFile(fileName, content);
    const taken = await takeStep(work, shown, { kind: 'attach', sha256: file.sha256, fileName });
    // The follow-up is held now, so that two files do not both find room for one.
    demandRoom(await tx.$count(followUpFile, eq(followUpFile.followUpId, shown.id)));
    const stored = await tx
      .insert(followUpFile)
      .values({ ...file, followUpId: shown.id, uploadedBy: principal.userId, uploadedAt: now })
      .onConflictDoNothing()
      .returning({ sha256: followUpFile.sha256 });
    if (stored.length === 0) throw new Refusal('conflict', 'followUps.refused.sameFile', { field: 'file' });
    return taken;
  },
});
