import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { target, targetDraft } from '@/db/schema/monitoring';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { lightTargets } from '@/lib/monitoring/lamps/lighting/light-lamps';
import { heldTargets } from '@/lib/monitoring/targets/held/queries';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { recordSteps } from '@/lib/monitoring/targets/record-steps';
import { TargetPlaceInput, Year } from '@/lib/monitoring/targets/target-input';
import { toldChanges, toldValues } from '@/lib/monitoring/targets/told-changes';

/**
 * Decides on a waiting change of an issued target: confirmed by another account than the one that proposed it, the
 * target changes or goes, and its unit is asked again; dropped, also by who proposed it, it stays. Refuses a change that is
 * no longer the one that was shown, and one of a target that changed meanwhile.
 */
export const confirmChange = command({
  name: 'target.confirmChange',
  input: TargetPlaceInput.extend({ year: Year, version: z.int().min(1), decision: z.enum(['confirm', 'drop']) }),
  async run(work, { version, decision, ...key }) {
    const { tx, principal, now } = work;
    const { unit, indicator, year } = key;
    const found = (await heldTargets(work, year, [{ unit, indicator }])).get(targetKey(key));
    const about = { unit: found?.unitName ?? '', indicator: found?.indicatorOf.nameZh ?? '' };
    const { issued, draft } = found ?? {};
    if (!found || !issued || !draft || draft.changes === 0) {
      throw new Refusal('notFound', 'targets.refused.noChange', about);
    }
    if (draft.version !== version || draft.changes !== issued.version) {
      throw new Refusal('conflict', 'targets.refused.moved', about);
    }
    const isConfirmed = decision === 'confirm';
    if (isConfirmed && draft.editedBy === principal.userId) throw new Refusal('conflict', 'targets.refused.ownChange');
    const { base, stretch, plan, note, reason } = draft;
    await tx
      .delete(targetDraft)
      .where(
        and(eq(targetDraft.orgUnitCode, unit), eq(targetDraft.indicatorCode, indicator), eq(targetDraft.year, year)),
      );
    if (isConfirmed) {
      const here = and(eq(target.orgUnitCode, unit), eq(target.indicatorCode, indicator), eq(target.year, year));
      const step = found.lastStep + 1;
      if (base === null) await tx.delete(target).where(here);
      else {
        const unanswered = { answer: 'none' as const, answerReason: '', answeredBy: null, answeredAt: null };
        const values = { base, stretch, plan, note, version: step, updatedBy: principal.userId, updatedAt: now };
        await tx
          .update(target)
          .set({ ...values, ...unanswered })
          .where(here);
      }
      const kind = base === null ? 'withdrawn' : 'changed';
      await recordSteps(work, [{ ...key, step, kind, base, stretch, plan, note, reason }]);
      await lightTargets(work, year, [{ unit, indicator }]);
    }
    const after = isConfirmed ? { ...toldValues({ base, stretch }), reason } : { state: 'dropped' };
    const told = { ...key, before: isConfirmed ? toldValues(issued) : { state: 'waiting' }, after };
    return { result: { ...key, isGone: isConfirmed && base === null }, changes: toldChanges(year, [told]) };
  },
});
