import { and, desc, eq, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { publicity } from '@/db/schema/appeals';
import { run } from '@/db/schema/assessment';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { Publicity, PublicityLine } from '@/lib/assessment/publicity/words';
import { inSight } from '@/lib/assessment/queries';

const columns = {
  number: publicity.number,
  firstDay: publicity.firstDay,
  lastDay: publicity.lastDay,
  appealsUntil: publicity.appealsUntil,
  body: publicity.body,
  contact: publicity.contact,
  telephone: publicity.telephone,
  words: publicity.words,
};

/** The announcement that holds of a run in sight; null for none. */
export async function publicityOf(
  principal: Principal,
  runId: string,
  on: Pick<Tx, 'select'> = db(),
): Promise<Publicity | null> {
  const [found] = await on
    .select(columns)
    .from(publicity)
    .innerJoin(run, eq(run.id, publicity.runId))
    .where(and(eq(publicity.runId, runId), inSight(principal)))
    .orderBy(desc(publicity.number))
    .limit(1);
  return found ?? null;
}

/** Every announcement of a run, the first first, for those who see runs as they are made. */
export async function publicityHistory(principal: Principal, runId: string): Promise<PublicityLine[]> {
  if (!maySee(principal.role, 'allAppeals')) return [];
  return db()
    .select({
      ...columns,
      reason: publicity.reason,
      at: publicity.at,
      by: sql<string>`coalesce(${appUser.name}, ${publicity.actor})`,
    })
    .from(publicity)
    .leftJoin(appUser, eq(appUser.id, publicity.actor))
    .where(eq(publicity.runId, runId))
    .orderBy(publicity.number);
}

/** Who received the appeals of the announcement before, as a proposal for the next one. */
export async function lastReceiver(
  principal: Principal,
): Promise<Pick<Publicity, 'body' | 'contact' | 'telephone'> | null> {
  if (!maySee(principal.role, 'manageAppeals')) return null;
  const [found] = await db()
    .select({ body: publicity.body, contact: publicity.contact, telephone: publicity.telephone })
    .from(publicity)
    .orderBy(desc(publicity.at))
    .limit(1);
  return found ?? null;
}
