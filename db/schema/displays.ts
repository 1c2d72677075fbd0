import { sql } from 'drizzle-orm';
import { check, date, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '@/db/schema/collections';
import type { DisplayItem } from '@/lib/dashboards/displays/words';

/**
 * A display of published boards and rankings that is read by a token: on a wall, or in a page of another site. Of the token only
 * its hash is kept, and its first characters by which people know it. The accounts are named without a foreign key, whose check
 * would wait for a command that holds them.
 */
export const display = pgTable(
  'display',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** What it shows, in this order. */
    items: jsonb().$type<readonly DisplayItem[]>().notNull(),
    /** The sites that may frame its boards and cards; none for a wall alone. */
    origins: text().array().notNull().default([]),
    /** The sha256 of the token in hexadecimal. */
    tokenHash: text('token_hash').notNull().unique(),
    tokenStart: text('token_start').notNull(),
    /** The last day on which the token is taken, in Shanghai. */
    expiresOn: date('expires_on').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
    /** To the minute: a display asks again and again. */
    lastUsedAt: moment('last_used_at'),
    revokedBy: text('revoked_by'),
    revokedAt: moment('revoked_at'),
    revokedReason: text('revoked_reason').notNull().default(''),
    version: integer().notNull().default(1),
  },
  (t) => [check('display_revoked_whole', sql`(${t.revokedAt} is null) = (${t.revokedBy} is null)`)],
);
