import { eq } from 'drizzle-orm';
import { orgUnit } from '@/db/schema/catalogue';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { FollowUpWords, ShownFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';
import { Code } from '@/lib/reporting/collections/terms';

/** 移交: makes another unit answer for a follow-up, for a reason; that unit signs it anew and types measures of its own. */
export const transferFollowUp = command({
  name: 'followUp.transfer',
  input: ShownFollowUp.extend({ to: Code, reason: FollowUpWords }),
  run: (work, { to, reason, ...shown }) =>
    takeStep(
      work,
      shown,
      async () => {
        const [known] = await work.tx.select({ code: orgUnit.code }).from(orgUnit).where(eq(orgUnit.code, to));
        if (!known) throw new Refusal('invalid', 'followUps.refused.noUnit', { field: 'to' });
        return { kind: 'transfer', to };
      },
      reason,
    ),
});
