import { and, eq, lt } from 'drizzle-orm';
import * as z from 'zod';
import { upload } from '@/db/schema/reporting';
import { command, type Done } from '@/lib/access/command';

/** Days that a file which was never written into a return is kept. */
const keptDays = 7;

/** Forgets the files that nobody wrote into a return in time, with all that was read from them. Answers how many. */
export const forgetUploads = command({
  name: 'upload.forget',
  input: z.strictObject({}),
  async run({ tx, now }): Promise<Done<number>> {
    const before = new Date(now.getTime() - keptDays * 86_400_000);
    const gone = await tx
      .delete(upload)
      .where(and(eq(upload.state, 'staged'), lt(upload.uploadedAt, before)))
      .returning({ id: upload.id });
    if (gone.length === 0) return { result: 0, repeated: true };
    return {
      result: gone.length,
      changes: [{ subject: 'upload/old', before: { files: gone.length }, after: null }],
    };
  },
});
