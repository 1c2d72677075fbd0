import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { wordList } from '@/db/schema/catalogue';
import { moment } from '@/db/schema/collections';
import { noticeKinds, outboxKinds, outboxStates } from '@/lib/notices/words';

/**
 * The account that is told. Without a foreign key, whose check would wait for a command that holds the account, while that one
 * waits for the audit trail; accounts are never deleted.
 */
const receiver = () => text('user_id').notNull();

/** What it is about, as the audit trail calls it. */
const subject = () => text().notNull();

/**
 * 消息: what an account is told of one event of the audit trail. The numbers of events are in the order of their commits, so that
 * all up to a number that a page showed were there when it was made.
 */
export const notice = pgTable(
  'notice',
  {
    userId: receiver(),
    event: bigint({ mode: 'number' }).notNull(),
    kind: text({ enum: noticeKinds }).notNull(),
    subject: subject(),
    createdAt: moment('created_at').notNull(),
    readAt: moment('read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.event, t.kind, t.subject] }),
    index('notice_unread').on(t.userId, t.subject).where(sql`${t.readAt} is null`),
    index('notice_by_reading').on(t.readAt).where(sql`${t.readAt} is not null`),
    check('notice_kind_known', sql`${t.kind} in (${wordList(noticeKinds)})`),
  ],
);

/** A notice, or a word to a program, on its way to another system; deleted once that has taken it. */
export const outbox = pgTable(
  'outbox',
  {
    /** Also the key by which the receiver knows a message that comes twice. */
    id: text().primaryKey(),
    /** The hash of the address, which the settings hold: an address may have a secret in it. For a program its own name. */
    target: text().notNull(),
    userId: receiver(),
    kind: text({ enum: outboxKinds }).notNull(),
    subject: subject(),
    at: moment('at').notNull(),
    state: text({ enum: outboxStates }).notNull().default('waiting'),
    tries: integer().notNull().default(0),
    /** When it is tried next; while it is being sent, when another process may take it over. */
    dueAt: moment('due_at').notNull(),
    /** The last fault, a word of the product's own. */
    fault: text().notNull().default(''),
  },
  (t) => [
    index('outbox_due').on(t.dueAt).where(sql`${t.state} = 'waiting'`),
    check('outbox_kind_known', sql`${t.kind} in (${wordList(outboxKinds)})`),
    check('outbox_state_known', sql`${t.state} in (${wordList(outboxStates)})`),
  ],
);
