import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '@/db/schema/collections';
import type { PlaceSettings } from '@/lib/catalogue/place/words';

/** The place that the product serves: its name, its home units and the sections of its overview. One row, or none yet. */
export const place = pgTable('place', {
  id: text().primaryKey().default('place'),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  settings: jsonb().$type<PlaceSettings>().notNull(),
  version: integer().notNull().default(1),
  updatedBy: text('updated_by').notNull(),
  updatedAt: moment('updated_at').notNull(),
});
