import { eq } from 'drizzle-orm';
import type * as z from 'zod';
import { annotation } from '@/db/schema/annotations';
import { command, type Work } from '@/lib/access/command';
import { Withdrawing } from '@/lib/catalogue/annotations/annotation-input';
import { annotationSubject, heldAnnotation, refuseWaiting } from '@/lib/catalogue/annotations/held-annotation';
import { type Changes, orPropose } from '@/lib/catalogue/proposals/propose';

/** Withdraws a note with a reason; it is shown until a second person confirms, and its page stays. */
export const withdrawAnnotation = command({
  name: 'annotation.withdraw',
  input: Withdrawing,
  async run(work, input) {
    await heldAnnotation(work, input);
    await refuseWaiting(work, input.id);
    const reach = { reachesPast: true, subject: annotationSubject(input.id), reason: input.reason };
    return orPropose(work, 'annotation.withdraw', input, reach, (inside) => applyWithdrawal(inside, input));
  },
});

/** Makes a confirmed withdrawal. */
export async function applyWithdrawal(
  work: Work,
  { id, version, reason }: z.output<typeof Withdrawing>,
): Promise<Changes> {
  const held = await heldAnnotation(work, { id, version });
  await work.tx
    .update(annotation)
    .set({ withdrawnReason: reason, version: version + 1 })
    .where(eq(annotation.id, id));
  const before = { withdrawn: false, titleZh: held.titleZh };
  return [{ subject: annotationSubject(id), before, after: { withdrawn: true, reason } }];
}
