import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { heldTargets } from '@/lib/monitoring/targets/held/queries';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { recordSteps } from '@/lib/monitoring/targets/record-steps';
import { TargetPlaceInput, TargetReason, Year } from '@/lib/monitoring/targets/target-input';
import { toldChanges } from '@/lib/monitoring/targets/told-changes';
import { lines } from '@/lib/reporting/collections/terms';

/**
 * The answer of a unit to targets that were issued to it: confirmed, or disputed with a reason. It may change its mind.
 * Refuses targets of another unit, and ones that changed since they were shown.
 */
export const answerTargets = command({
  name: 'target.answer',
  input: z.strictObject({
    year: Year,
    targets: z
      .array(TargetPlaceInput.extend({ version: z.int().min(1) }))
      .min(1)
      .max(200),
    answer: z.enum(['confirmed', 'disputed']),
    /** Why it is disputed; says nothing for a confirmation. */
    reason: lines(0, 300),
  }),
  async run(work, { year, targets, answer, reason: why }) {
    const { tx, principal, now } = work;
    if (targets.some(({ unit }) => unit !== principal.unitCode)) {
      throw new Refusal('forbidden', 'targets.refused.otherUnit');
    }
    const held = await heldTargets(work, year, targets);
    const reason = answer === 'disputed' ? why : '';
    if (answer === 'disputed' && !TargetReason.safeParse(why).success) {
      throw new Refusal('invalid', 'targets.refused.reasonShort', { field: 'reason' });
    }
    const asked = targets.flatMap(({ version, ...place }) => {
      const found = held.get(targetKey(place));
      const about = { unit: found?.unitName ?? '', indicator: found?.indicatorOf.nameZh ?? '' };
      if (!found?.issued) throw new Refusal('notFound', 'targets.refused.notIssued', about);
      if (found.issued.version !== version) throw new Refusal('conflict', 'targets.refused.moved', about);
      return [{ ...place, found, issued: found.issued, step: found.lastStep + 1 }];
    });
    const rows = JSON.stringify(asked.map(({ unit, indicator, step }) => ({ unit, indicator, step })));
    await tx.execute(sql`
      update target t set answer = ${answer}, answer_reason = ${reason}, answered_by = ${principal.userId},
        answered_at = ${now.toISOString()}::timestamptz, version = r.step
      from json_to_recordset(${rows}::json) r (unit text, indicator text, step int)
      where t.org_unit_code = r.unit and t.indicator_code = r.indicator and t.year = ${year}`);
    // A waiting change is of the same values, under their new version.
    await tx.execute(sql`
      update target_draft d set changes = r.step
      from json_to_recordset(${rows}::json) r (unit text, indicator text, step int)
      where d.org_unit_code = r.unit and d.indicator_code = r.indicator and d.year = ${year} and d.changes > 0`);
    await recordSteps(
      work,
      asked.map(({ unit, indicator, step, issued }) => ({
        ...{ unit, indicator, year, step, kind: answer, reason },
        ...{ base: issued.base, stretch: issued.stretch, plan: issued.plan, note: issued.note },
      })),
    );
    const told = asked.map(({ unit, indicator, issued }) => ({
      ...{ unit, indicator, before: { answer: issued.answer } },
      after: { answer, ...(reason && { reason }) },
    }));
    return { result: { answered: asked.length }, changes: toldChanges(year, told) };
  },
});
