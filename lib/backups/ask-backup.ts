import * as z from 'zod';
import { backup } from '@/db/schema/backups';
import { command, type Done } from '@/lib/access/command';
import { backupId } from './words';

/** Asks the server for a backup, which it begins within seconds. One that already waits is not asked for twice. */
export const askBackup = command({
  name: 'backup.ask',
  input: z.strictObject({}),
  async run({ tx, principal, now }): Promise<Done<string | null>> {
    const [asked] = await tx
      .insert(backup)
      .values({ id: backupId(now), state: 'asked', origin: 'page', askedBy: principal.userId, askedAt: now })
      .onConflictDoNothing()
      .returning({ id: backup.id });
    if (!asked) return { result: null, repeated: true };
    return {
      result: asked.id,
      changes: [{ subject: `backup/${asked.id}`, before: null, after: { backupState: 'asked' } }],
    };
  },
});
