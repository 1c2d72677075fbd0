import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';

/** What an empty database is filled with: the data of Nantong and the demonstration, the demonstration alone, nothing. */
export const contents = ['nantong', 'demonstration', 'none'] as const;
export type Content = (typeof contents)[number];

/**
 * The content of a database: of an empty one what the installer says, of a filled one what it was filled with. An empty
 * catalogue with accounts counts as filled with nothing unless the installer says otherwise, so that a start without the
 * setting does not fill the database of an office that has just begun.
 */
export async function contentFor(database: Database, asked: Content | ''): Promise<Content> {
  const [found] = await database.execute<{ units: boolean; accounts: boolean; loaded: string[] }>(sql`
    select exists (select from org_unit) or exists (select from indicator) as units,
      exists (select from app_user) as accounts,
      array(select distinct file_name from import_batch where file_name like 'db/dataset%') as loaded`);
  if (!found) return 'none';
  if (found.loaded.includes('db/dataset')) return 'nantong';
  if (found.loaded.length > 0) return 'demonstration';
  if (found.units) return 'none';
  return asked || (found.accounts ? 'none' : 'nantong');
}
