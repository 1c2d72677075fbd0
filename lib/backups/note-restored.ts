import * as z from 'zod';
import { command } from '@/lib/access/command';
import { backupId } from './words';

/** Says in the audit trail that the database was restored, and as of which moment; what came after it is in none of its rows. */
export const noteRestored = command({
  name: 'backup.restore',
  input: z.strictObject({ takenAt: z.iso.datetime(), rows: z.int() }),
  async run(_work, { takenAt, rows }) {
    return {
      result: null,
      changes: [{ subject: `backup/${backupId(new Date(takenAt))}`, before: null, after: { asOf: takenAt, rows } }],
    };
  },
});
