import { desc, eq, inArray, max, sql } from 'drizzle-orm';
import { type Database, db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { backup } from '@/db/schema/backups';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { BackupLine } from './words';

/** The newest backups that the page lists. */
const most = 50;

/** The backups, newest first; nothing for those who may not see them. */
export async function backupList(principal: Principal): Promise<BackupLine[]> {
  if (!maySee(principal.role, 'backups')) return [];
  return db()
    .select({
      id: backup.id,
      state: backup.state,
      origin: backup.origin,
      askedBy: sql<string>`coalesce(${appUser.name}, '')`,
      askedAt: backup.askedAt,
      endedAt: backup.endedAt,
      fileName: backup.fileName,
      bytes: backup.bytes,
      rows: backup.rows,
      isEncrypted: backup.isEncrypted,
      fault: backup.fault,
    })
    .from(backup)
    .leftJoin(appUser, eq(appUser.id, backup.askedBy))
    .orderBy(desc(backup.askedAt), desc(backup.id))
    .limit(most);
}

/** When the last good backup was finished; null without one, and for those who may not see it. */
export async function lastGoodBackup(principal: Principal): Promise<Date | null> {
  if (!maySee(principal.role, 'backups')) return null;
  return lastGood(db());
}

async function lastGood(database: Pick<Database, 'select'>): Promise<Date | null> {
  const [last] = await database
    .select({ at: backup.endedAt })
    .from(backup)
    .where(inArray(backup.state, ['good', 'removed']))
    .orderBy(desc(backup.endedAt))
    .limit(1);
  return last?.at ?? null;
}

/** What the launcher has to know to begin a backup: the one that is asked for, and when the last one and the last good one ended. */
export async function backupsDue(
  database: Database,
): Promise<{ asked: string | null; lastGood: Date | null; lastTried: Date | null }> {
  const [asked] = await database.select({ id: backup.id }).from(backup).where(eq(backup.state, 'asked')).limit(1);
  const [tried] = await database.select({ at: max(backup.endedAt) }).from(backup);
  return { asked: asked?.id ?? null, lastGood: await lastGood(database), lastTried: tried?.at ?? null };
}
