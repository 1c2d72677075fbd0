import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { createUser } from '@/lib/access/users/create-user';

/**
 * Creates the first administrator of a built-in product that has no accounts, so that it can be set up without another
 * command. Returns its name and one-time secret; null where there are accounts.
 */
export async function firstAdministrator(database: Database): Promise<{ username: string; secret: string } | null> {
  const found = await database.execute(sql`select from app_user limit 1`);
  if (found.length > 0) return null;
  const posting = { username: 'admin', name: '系统管理员', role: 'administrator', unitCode: '', department: '' };
  return perform(createUser, systemPrincipal('first-start'), posting, { now: new Date(), database });
}
