import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { wordList } from '@/db/schema/catalogue';
import { digests } from '@/lib/access/words';

/**
 * What was done, by whom and when, each event chained to the one before by a hash. Written in the transaction of what it
 * tells; the database refuses every other change of it. `changes` is text and not jsonb, so that it stays what was hashed.
 */
export const auditEvent = pgTable(
  'audit_event',
  {
    seq: bigint({ mode: 'number' }).primaryKey(),
    at: timestamp({ withTimezone: true, mode: 'date', precision: 3 }).notNull(),
    actor: text().notNull(),
    role: text().notNull(),
    command: text().notNull(),
    changes: text().notNull(),
    digest: text({ enum: digests }).notNull(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    index('audit_event_by_actor').on(t.actor, t.seq),
    index('audit_event_by_command').on(t.command, t.seq),
    check('audit_event_digest_known', sql`${t.digest} in (${wordList(digests)})`),
  ],
);
