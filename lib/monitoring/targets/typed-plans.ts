import type { Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import type { HeldTarget } from '@/lib/monitoring/targets/held/queries';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { partsOf, planOf } from '@/lib/monitoring/targets/plans/plan';
import { planFigures } from '@/lib/monitoring/targets/plans/queries';
import { readTarget, refusedFor } from '@/lib/monitoring/targets/read-target';
import type { PlanInput } from '@/lib/monitoring/targets/target-input';
import type { TargetPlace, TargetPlan } from '@/lib/monitoring/targets/words';

type Asked = {
  readonly cell: TargetPlace & { readonly plan?: PlanInput | null | undefined };
  readonly found: HeldTarget;
  readonly values: { readonly base: string | null };
};

/**
 * The plans that were asked for, by target; a target that says nothing of a plan has no entry. Refuses a plan of a target
 * without a base, a given one with a part that is no target, that lacks one or does not end with the target, and one that last year's figures do not
 * give.
 */
export async function plansTyped(
  work: Work,
  year: number,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, TargetPlan | null>> {
  const plans = new Map<string, TargetPlan | null>();
  for (const by of ['quarter', 'month'] as const) {
    const made = asked.filter(({ cell }) => cell.plan?.by === by && cell.plan.shape !== 'given');
    const places = made.map(({ cell, found: { indicatorOf } }) => ({
      ...{ unit: cell.unit, indicator: cell.indicator, measure: indicatorOf.measure, basis: indicatorOf.basis },
    }));
    const figures = made.length > 0 ? await planFigures(work.principal, { year, by, places }, work.tx) : new Map();
    for (const one of asked) {
      const { plan } = one.cell;
      if (plan === null) plans.set(targetKey(one.cell), null);
      else if (plan?.by === by) plans.set(targetKey(one.cell), planIn(plan, one, figures.get(targetKey(one.cell))));
    }
  }
  return plans;
}

/**
 * The plan of an issued target that goes on with other values: the same where the base target stays; one that was made by
 * a rule is made again for the new one. Refuses to keep a plan that was given part by part, since its end is the target.
 */
export async function keptPlan(
  work: Work,
  year: number,
  { found, values }: Omit<Asked, 'cell'>,
): Promise<TargetPlan | null> {
  const { unit, indicator, issued } = found;
  const plan = issued?.plan ?? null;
  if (plan === null || values.base === null || Number(values.base) === Number(issued?.base)) return plan;
  const cell = { unit, indicator, plan: { ...plan, values: [...plan.values] } };
  return (await plansTyped(work, year, [{ cell, found, values }])).get(targetKey(cell)) ?? null;
}

function planIn(
  plan: PlanInput,
  { found, values }: Asked,
  figures: { last: string | null; prior: string | null; parts: readonly (string | null)[] } | undefined,
): TargetPlan {
  const { indicatorOf, unitName } = found;
  const about = { unit: unitName, indicator: indicatorOf.nameZh, field: 'plan' };
  if (values.base === null) throw new Refusal('invalid', 'targets.refused.noBase', { ...about, field: 'base' });
  if (plan.shape === 'given') return given(plan, values.base, found);
  const { measure, basis, decimals } = indicatorOf;
  const from = {
    measure,
    basis,
    decimals,
    target: values.base,
    ...(figures ?? { last: null, prior: null, parts: [] }),
  };
  const made = planOf(plan.by, plan.shape, from);
  if ('fault' in made) throw new Refusal('invalid', `targets.refused.${made.fault}`, about);
  return made;
}

function given({ by, values }: PlanInput, base: string, { indicatorOf, unitName }: HeldTarget): TargetPlan {
  const about = { unit: unitName, indicator: indicatorOf.nameZh, field: 'plan' };
  const read = values.map((value) => readTarget(value, indicatorOf));
  const whole = read.flatMap((one) => {
    if ('fault' in one) throw new Refusal('invalid', refusedFor(one.fault), about);
    return one.value ?? [];
  });
  const count = partsOf(by);
  if (whole.length !== count || read.length !== count) {
    throw new Refusal('invalid', 'targets.refused.planParts', { ...about, count });
  }
  if (Number(whole.at(-1)) !== Number(base)) throw new Refusal('invalid', 'targets.refused.planEnd', about);
  return { by, shape: 'given', values: whole };
}
