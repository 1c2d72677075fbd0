import { eq } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { collection } from '@/db/schema/collections';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { demonstrationPrincipals } from '@/lib/access/users/demonstration/queries';
import { settings } from '@/lib/settings';
import { areAnnotated, playAnnotations } from './annotations';
import { isAppealed, playAppeals } from './appeals';
import { isAssessed, playAssessment } from './assessment';
import { areBoardsPlayed, playBoards } from './boards';
import { areBulletinsPlayed, playBulletins } from './bulletins';
import { clockAt } from './clock';
import { areConsequencesPlayed, playConsequences } from './consequences';
import { areFollowedUp, playFollowUps } from './follow-ups';
import { isOfEarlier, loadDemonstration } from './load-demonstration';
import { collectedPeriod, monthBefore, reportedMonth } from './months';
import { areRegistersPlayed, playRegisters } from './registers';
import { playCalendar, playIndustry, playLastMonth, playSafety } from './scenes';
import { areListsPlayed, playTaskLists } from './task-lists';
import { isSetByHand, playByHand } from './towns';

/**
 * Plays the demonstration, in the built-in product alone: its data, its accounts, assessed years, and running
 * collections, with moments relative to `now`. All or nothing; an existing demonstration is left as people changed it, and
 * one of an earlier product as that product played it: it is no stage for what came later.
 */
export async function playDemonstration(database: Database, now: Date): Promise<void> {
  if (!settings().isEmbedded) return;
  const system = systemPrincipal('demonstration');
  await database.transaction(async (tx) => {
    if (await isOfEarlier(tx)) return;
    await perform(loadDemonstration, system, {}, { now, database: tx });
    const stage = { tx, people: await demonstrationPrincipals(tx), now };
    const reported = reportedMonth(now);
    if (!(await isAssessed(stage))) await playAssessment(stage, reported);
    const clock = clockAt(now);
    if (!(await isSetByHand(stage))) await playByHand(stage, clock, monthBefore(reported));
    if (!(await areFollowedUp(stage))) await playFollowUps(stage, clock, monthBefore(reported));
    if (!(await areAnnotated(stage))) await playAnnotations(stage, clock, monthBefore(reported));
    if (!(await areConsequencesPlayed(stage))) await playConsequences(stage, clock);
    if (!(await areListsPlayed(stage))) await playTaskLists(stage, clock);
    if (!(await areRegistersPlayed(stage))) await playRegisters(stage, clock, reported);
    if (!(await areBulletinsPlayed(stage))) await playBulletins(stage, clock);
    if (!(await areBoardsPlayed(stage))) await playBoards(stage, clock);
    if (!(await isAppealed(stage))) await playAppeals(stage, clock);
    if (await isPlayed(tx)) return;
    await playCalendar(stage, clock, collectedPeriod(reported));
    await playLastMonth(stage, clock, collectedPeriod(monthBefore(reported)));
    await playIndustry(stage, clock, collectedPeriod(reported));
    await playSafety(stage, clock, collectedPeriod(reported));
  });
}

async function isPlayed(tx: Tx): Promise<boolean> {
  const found = await tx.select().from(collection).where(eq(collection.isDemonstration, true)).limit(1);
  return found.length > 0;
}
