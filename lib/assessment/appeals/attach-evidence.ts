import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { appealFile } from '@/db/schema/appeals';
import { command } from '@/lib/access/command';
import { OwnAppeal } from '@/lib/assessment/appeals/appeal-input';
import { takeStep } from '@/lib/assessment/appeals/take-step';
import { Refusal } from '@/lib/errors';
import { checkedFile } from '@/lib/reporting/attachments/checked-file';
import { demandRoom } from '@/lib/reporting/attachments/demand-room';
import { line } from '@/lib/reporting/collections/terms';

/**
 * Keeps a file as evidence of an appeal. Refuses what is no document or picture, or too large, a file that is there already,
 * and one more than there may be.
 */
export const attachToAppeal = command({
  name: 'appeal.attach',
  input: OwnAppeal.extend({ fileName: line(1, 200), content: z.instanceof(Uint8Array) }),
  async run(work, { fileName, content, ...shown }) {
    const { tx, principal, now } = work;
    const file = checkedFile(fileName, content);
    const taken = await takeStep(work, shown, { kind: 'attach', sha256: file.sha256, fileName });
    // The appeal is held now, so that two files do not both find room for one.
    demandRoom(await tx.$count(appealFile, eq(appealFile.appealId, shown.id)));
    const stored = await tx
      .insert(appealFile)
      .values({ ...file, appealId: shown.id, uploadedBy: principal.userId, uploadedAt: now })
      .onConflictDoNothing()
      .returning({ sha256: appealFile.sha256 });
    if (stored.length === 0) throw new Refusal('conflict', 'appeals.refused.sameFile', { field: 'file' });
    return taken;
  },
});
