import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { wordList } from '@/db/schema/catalogue';
import { moment } from '@/db/schema/collections';
import { backupFaults, backupOrigins, backupStates } from '@/lib/backups/words';

/** A backup that is asked for or was written. The file is on the server; its row says where from and how it went. */
export const backup = pgTable(
  'backup',
  {
    id: text().primaryKey(),
    state: text({ enum: backupStates }).notNull(),
    origin: text({ enum: backupOrigins }).notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: moment('asked_at').notNull(),
    endedAt: moment('ended_at'),
    /** The name of the file in its folder; empty until it is written. */
    fileName: text('file_name').notNull().default(''),
    bytes: bigint({ mode: 'number' }),
    rows: bigint({ mode: 'number' }),
    isEncrypted: boolean('is_encrypted').notNull().default(false),
    fault: text({ enum: backupFaults }),
  },
  (t) => [
    index('backup_by_moment').on(t.askedAt),
    uniqueIndex('backup_asked_once').on(t.state).where(sql`${t.state} = 'asked'`),
    check('backup_state_known', sql`${t.state} in (${wordList(backupStates)})`),
    check('backup_origin_known', sql`${t.origin} in (${wordList(backupOrigins)})`),
    check('backup_ended_whole', sql`(${t.endedAt} is null) = (${t.state} = 'asked')`),
  ],
);
