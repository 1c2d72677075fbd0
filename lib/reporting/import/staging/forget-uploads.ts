import { and, eq, lt } from 'drizzle-orm';
import * as z from 'zod';
import { upload } from '@/db/schema/reporting';
import { command, type Done } from '@/lib/access/command';

/** Days for which an uncommitted file is kept. */
const keptDays = 7;

/** Deletes the files that nobody committed in time, with all their rows. Returns their number. */
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
