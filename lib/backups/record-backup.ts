import { and, eq, inArray } from 'drizzle-orm';
import * as z from 'zod';
import { backup } from '@/db/schema/backups';
import type { Change } from '@/lib/access/audit/record-event';
import { command } from '@/lib/access/command';
import { backupFaults, backupId, backupOrigins } from './words';

/** How the writing of a backup ended. */
const Ended = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('good'),
    fileName: z.string().min(1),
    bytes: z.int().positive(),
    rows: z.int().nonnegative(),
    isEncrypted: z.boolean(),
  }),
  z.strictObject({ state: z.literal('failed'), fault: z.enum(backupFaults) }),
]);

/**
 * Keeps how a backup ended, under the one that was asked for or as a new one, and which older files were removed for it. Returns
 * its id.
 */
export const recordBackup = command({
  name: 'backup.record',
  input: z.strictObject({
    /** The backup that was asked for; null for one that the clock or the command line began. */
    id: z
      .string()
      .regex(/^\d{8}T\d{9}Z$/)
      .nullable(),
    origin: z.enum(backupOrigins),
    ended: Ended,
    removed: z.array(z.string()),
  }),
  async run({ tx, principal, now }, { id, origin, ended, removed }) {
    const key = id ?? backupId(now);
    const values = { ...ended, origin, endedAt: now };
    await tx
      .insert(backup)
      .values({ id: key, askedBy: principal.userId, askedAt: now, ...values })
      .onConflictDoUpdate({ target: backup.id, set: { ...ended, endedAt: now } });
    const gone = await tx
      .update(backup)
      .set({ state: 'removed' })
      .where(and(eq(backup.state, 'good'), inArray(backup.fileName, removed)))
      .returning({ id: backup.id, fileName: backup.fileName });
    const first: Change = { subject: `backup/${key}`, before: null, after: told(ended) };
    const changes = gone.map(({ id: old, fileName }) => ({
      subject: `backup/${old}`,
      before: { backupState: 'good', fileName },
      after: { backupState: 'removed' },
    }));
    return { result: key, changes: [first, ...changes] };
  },
});

/** How it ended, under the words of the trail. */
function told(ended: z.output<typeof Ended>): Change['after'] {
  if (ended.state === 'failed') return { backupState: ended.state, backupFault: ended.fault };
  const { state, ...facts } = ended;
  return { backupState: state, ...facts };
}
