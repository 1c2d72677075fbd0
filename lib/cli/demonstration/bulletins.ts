import { and, desc, eq } from 'drizzle-orm';
import { run } from '@/db/schema/assessment';
import { bulletin } from '@/db/schema/bulletins';
import { checkBulletin } from '@/lib/publishing/bulletins/check-bulletin';
import { draftBulletin } from '@/lib/publishing/bulletins/draft-bulletin';
import { issueBulletin } from '@/lib/publishing/bulletins/issue-bulletin';
import type { Clock } from './clock';
import { act, type Stage } from './stage';

/** Whether documents were played already, or people wrote one. */
export async function areBulletinsPlayed({ tx }: Stage): Promise<boolean> {
  return (await tx.select({ id: bulletin.id }).from(bulletin).limit(1)).length > 0;
}

/** Documents on the newest ranking of the invented zones: one that was issued, and the draft of another that corrects it. */
export async function playBulletins(stage: Stage, clock: Clock): Promise<void> {
  const [published] = await stage.tx
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.schemeCode, 'DEMO-ZONES'), eq(run.state, 'published')))
    .orderBy(desc(run.periodCode))
    .limit(1);
  if (!published) return;
  const terms = (after: number, corrects: string) => ({
    ...{
      source: { kind: 'ranking' as const, run: published.id },
      corrects,
      organ: '演示市综合考核委员会办公室',
      word: '演考办发',
      addressee: '各演示园区',
    },
    ...{ classification: 'none' as const, dated: clock.day(after) },
  });
  const { id } = await act(stage, 'demo.office', draftBulletin, terms(-3, ''), clock.at(-3, 9));
  await act(stage, 'demo.office2', checkBulletin, { id, version: 1 }, clock.at(-3, 15));
  await act(stage, 'demo.office', issueBulletin, { id, version: 2 }, clock.at(-2, 9));
  await act(stage, 'demo.office', draftBulletin, terms(-1, id), clock.at(-1, 9));
}
