import * as z from 'zod';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { samePlan } from '@/lib/monitoring/targets/plans/plan';
import { issuedTarget, proposeChange } from '@/lib/monitoring/targets/propose-change';
import { isStretchWorse, readEntry } from '@/lib/monitoring/targets/read-target';
import {
  PlanInput,
  TargetNote,
  TargetPlaceInput,
  TargetReason,
  TypedTarget,
  Year,
} from '@/lib/monitoring/targets/target-input';
import { toldChanges, toldValues } from '@/lib/monitoring/targets/told-changes';
import { keptPlan, plansTyped } from '@/lib/monitoring/targets/typed-plans';

/**
 * Proposes other values for an issued target, with a reason. They hold when another office account confirms them; until
 * then the target stays as it is. Where nothing is said of a plan, its own is kept, made again where the base target moves.
 */
export const changeTarget = command({
  name: 'target.change',
  input: TargetPlaceInput.extend({
    year: Year,
    version: z.int().min(1),
    base: TypedTarget,
    stretch: TypedTarget,
    plan: PlanInput.nullable().optional(),
    note: TargetNote,
    reason: TargetReason,
  }),
  async run(work, { version, base, stretch, plan: typed, note, reason, ...key }) {
    const found = await issuedTarget(work, { ...key, version });
    const { issued, indicatorOf, unitName } = found;
    const about = { unit: unitName, indicator: indicatorOf.nameZh };
    const values = readEntry({ base, stretch }, found);
    if (values.base === null) throw new Refusal('invalid', 'targets.refused.noBase', { ...about, field: 'base' });
    if (isStretchWorse(indicatorOf.direction, values.base, values.stretch)) {
      throw new Refusal('invalid', 'targets.refused.stretchWorse', { ...about, field: 'stretch' });
    }
    const cell = { unit: key.unit, indicator: key.indicator, plan: typed };
    const plans = await plansTyped(work, key.year, [{ cell, found, values }]);
    const plan =
      typed === undefined ? await keptPlan(work, key.year, { found, values }) : (plans.get(targetKey(key)) ?? null);
    const isSame =
      values.base === issued.base &&
      values.stretch === issued.stretch &&
      note === issued.note &&
      samePlan(plan, issued.plan);
    if (isSame) throw new Refusal('invalid', 'targets.refused.sameValues', { ...about, field: 'base' });
    await proposeChange(work, key, { ...values, plan, note, reason, changes: version });
    const told = {
      ...key,
      before: toldValues(issued),
      after: { ...toldValues(values), note, reason, state: 'waiting' },
    };
    return { result: key, changes: toldChanges(key.year, [told]) };
  },
});
