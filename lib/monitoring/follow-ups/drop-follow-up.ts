import { eq, sql } from 'drizzle-orm';
import { leaderRemark } from '@/db/schema/follow-ups';
import { command, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { FollowUpWords, ShownFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';
import { endStates } from '@/lib/monitoring/follow-ups/words';

/**
 * 撤销立项: takes back a follow-up that was raised by mistake, with a reason; it keeps its number and its history, and a remark
 * that it came from waits again. Refuses one that a unit ever signed for, which has work to show, and one into which another was
 * merged, which would end with it.
 */
export const dropFollowUp = command({
  name: 'followUp.drop',
  input: ShownFollowUp.extend({ reason: FollowUpWords }),
  async run(work, { reason, ...shown }) {
    const dropped = await takeStep(
      work,
      shown,
      async (held) => {
        // Of an ended one its state is told.
        if (!(endStates as readonly string[]).includes(held.state)) await refuseBegun(work, shown.id);
        return { kind: 'drop' };
      },
      reason,
    );
    const freed = await work.tx
      .update(leaderRemark)
      .set({ followUpId: null })
      .where(eq(leaderRemark.followUpId, shown.id))
      .returning({ id: leaderRemark.id });
    const ofRemarks = freed.map(({ id }) => ({
      subject: `remark/${id}`,
      before: { followUp: shown.id },
      after: { followUp: null },
    }));
    return { ...dropped, changes: [...dropped.changes, ...ofRemarks] };
  },
});

async function refuseBegun({ tx }: Work, id: string): Promise<void> {
  const [begun] = await tx.execute<{ kind: 'sign' | 'absorb' }>(sql`
    select kind from follow_up_event where follow_up_id = ${id} and kind in ('sign', 'absorb') order by step limit 1`);
  if (begun) throw new Refusal('conflict', `followUps.refused.${begun.kind === 'sign' ? 'signed' : 'absorbed'}`);
}
