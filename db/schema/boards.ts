import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from '@/db/schema/collections';
import type { BoardDocument } from '@/lib/dashboards/boards/words';

/**
 * A board: cards that somebody composed of published data. Its owner changes it; others see it where it is shared with their
 * role or unit, and everybody the edition that was published. The accounts are named without a foreign key, whose check would
 * wait for a command that holds them.
 */
export const board = pgTable(
  'board',
  {
    id: text().primaryKey(),
    ownerId: text('owner_id').notNull(),
    /** The title of the current edition, for lists and the trail. */
    title: text().notNull(),
    edition: integer().notNull().default(1),
    version: integer().notNull().default(1),
    sharedRoles: text('shared_roles').array().notNull().default([]),
    sharedUnits: text('shared_units').array().notNull().default([]),
    publishedEdition: integer('published_edition'),
    publishedBy: text('published_by'),
    publishedAt: moment('published_at'),
    createdAt: moment('created_at').notNull(),
    editedAt: moment('edited_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (t) => [
    index('board_by_owner').on(t.ownerId),
    check(
      'board_published_whole',
      sql`num_nonnulls(${t.publishedEdition}, ${t.publishedBy}, ${t.publishedAt}) in (0, 3)`,
    ),
  ],
);

/** Every edition of a board, as it was saved. A trigger keeps them. */
export const boardEdition = pgTable(
  'board_edition',
  {
    boardId: text('board_id')
      .notNull()
      .references(() => board.id),
    number: integer().notNull(),
    document: jsonb().$type<BoardDocument>().notNull(),
    /** The edition that was restored by this one. */
    restored: integer(),
    savedBy: text('saved_by').notNull(),
    savedAt: moment('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.boardId, t.number] })],
);
