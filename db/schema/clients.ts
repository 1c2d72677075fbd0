import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { orgUnit, wordList } from '@/db/schema/catalogue';
import { moment } from '@/db/schema/collections';
import { clientScopes, readingRoles } from '@/lib/access/clients/words';

/**
 * A program that reads by a token. Of the token only its hash is kept, and its first characters by which people know it. The
 * accounts that made and revoked it are named without a foreign key, whose check would wait for a command that holds them.
 */
export const apiClient = pgTable(
  'api_client',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    role: text({ enum: readingRoles }).notNull(),
    /** Whether it also writes figures, as its role may. */
    scope: text({ enum: clientScopes }).notNull().default('read'),
    /** Where given, it reads figures of this unit and those below it alone. */
    unitCode: text('unit_code').references(() => orgUnit.code),
    /** The sha256 of the token in hexadecimal. */
    tokenHash: text('token_hash').notNull().unique(),
    tokenStart: text('token_start').notNull(),
    /** Where it is told that there is something new; empty for nowhere. It may have a secret in it. */
    webhook: text().notNull().default(''),
    /** Up to when it was told of figures. */
    toldUntil: moment('told_until').notNull().defaultNow(),
    /** The last day on which the token is taken, in Shanghai. */
    expiresOn: date('expires_on').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
    /** To the minute: a busy program does not write its row with every request. */
    lastUsedAt: moment('last_used_at'),
    revokedBy: text('revoked_by'),
    revokedAt: moment('revoked_at'),
    revokedReason: text('revoked_reason').notNull().default(''),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('api_client_by_unit').on(t.unitCode),
    check('api_client_role_known', sql`${t.role} in (${wordList(readingRoles)})`),
    check('api_client_scope_known', sql`${t.scope} in (${wordList(clientScopes)})`),
    check('api_client_revoked_whole', sql`(${t.revokedAt} is null) = (${t.revokedBy} is null)`),
  ],
);

/** What a program was answered when it wrote, by the key that it gave: asked again, it gets the same. Kept for some days. */
export const apiAnswer = pgTable(
  'api_answer',
  {
    clientId: text('client_id').notNull(),
    key: text().notNull(),
    /** The sha256 of what was sent, in hexadecimal. */
    bodyHash: text('body_hash').notNull(),
    /** Empty until the work is done, which nobody else sees. */
    answer: text().notNull().default(''),
    madeAt: moment('made_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.key] }), index('api_answer_by_time').on(t.madeAt)],
);
