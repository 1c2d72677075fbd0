import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { command, type Done } from '@/lib/access/command';
import type { Reader } from '@/lib/notices/address';
import { mostMarked } from '@/lib/notices/list/words';

/** How many were marked, and who reads them. */
export type MarkedNotices = Reader & { readonly marked: number };

/**
 * Marks the asker's own notices about some subjects as read, each up to the event that the page showed: what came later stays
 * unread. Marks nothing of others, whatever is named.
 */
export const markRead = command({
  name: 'notice.read',
  input: z.strictObject({
    shown: z
      .array(z.strictObject({ subject: z.string().min(1).max(400), version: z.int().min(1) }))
      .min(1)
      .max(mostMarked),
  }),
  async run({ tx, principal, now }, { shown }): Promise<Done<MarkedNotices>> {
    const rows = await tx.execute<{ event: string }>(sql`
      update notice n set read_at = ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(shown)}::jsonb) as t(subject text, version bigint)
      where n.user_id = ${principal.userId} and n.subject = t.subject and n.event <= t.version and n.read_at is null
      returning n.event`);
    const { role, unitCode } = principal;
    const result = { marked: rows.length, role, unitCode };
    if (rows.length === 0) return { result, repeated: true };
    const subject = `notice/${principal.userId}`;
    return { result, changes: [{ subject, before: null, after: { notices: rows.length } }] };
  },
});
