import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { leaderRemark } from '@/db/schema/follow-ups';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { FollowUpWords, LampInput } from '@/lib/monitoring/follow-ups/follow-up-input';

/** 批示: a leader's remark on a lamp, from which the office raises a follow-up. Refuses a lamp that there is not. */
export const remarkOnLamp = command({
  name: 'followUp.remark',
  input: LampInput.extend({ remark: FollowUpWords }),
  async run({ tx, principal, now }, { unit, indicator, year, month, remark }) {
    const found = await tx.execute(sql`
      select from lamp where org_unit_code = ${unit} and indicator_code = ${indicator} and year = ${year} and month = ${month}`);
    if (found.length === 0) throw new Refusal('notFound', 'followUps.refused.noOrigin');
    const id = randomUUID();
    const lamp = { orgUnitCode: unit, indicatorCode: indicator, year, month };
    await tx.insert(leaderRemark).values({ id, ...lamp, words: remark, writtenBy: principal.userId, writtenAt: now });
    const after = { ...lamp, remark };
    return { result: { id, unit, indicator, year }, changes: [{ subject: `remark/${id}`, before: null, after }] };
  },
});
