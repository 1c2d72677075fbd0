import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { yearPlan } from '@/db/schema/reports';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { faultyInput } from '@/lib/errors';
import { reportKinds } from '@/lib/monitoring/reports/words';
import { firstYear, lastYear } from '@/lib/monitoring/targets/words';
import { Day } from '@/lib/reporting/collections/terms';
import { endOfStep, yearSteps } from './steps';
import { stepKey } from './written';

const Step = z.strictObject({
  kind: z.enum(reportKinds),
  month: z.int().min(1).max(12),
  dueOn: z.union([z.literal('').transform(() => null), Day]),
});

/**
 * Sets the days until which the steps of a year are to be done; an empty one is none, and what is no step is left out. Refuses
 * all days at once that are not after the time of their step, and a plan that moved since it was shown.
 */
export const saveYearPlan = command({
  name: 'yearPlan.save',
  input: z.strictObject({
    year: z.int().min(firstYear).max(lastYear),
    version: z.int().min(0),
    steps: z.array(Step).max(yearSteps.length),
  }),
  async run(work, { year, version, steps: asked }) {
    const { tx, principal, now } = work;
    const steps = asked.filter(({ kind, month }) => yearSteps.some((one) => one.kind === kind && one.month === month));
    const early = asked.flatMap((step, at) =>
      step.dueOn !== null && step.dueOn <= endOfStep(year, step)
        ? [{ field: `steps.${at}.dueOn`, key: 'yearPlan.refused.early' as const }]
        : [],
    );
    if (early.length > 0) throw faultyInput(early);
    await tx.execute(sql`lock table year_plan in share row exclusive mode`);
    const [held] = await tx.select().from(yearPlan).where(sql`${yearPlan.year} = ${year}`);
    if ((held?.version ?? 0) !== version) throw await movedRefusal(work, `yearPlan/${year}`, 'yearPlan.refused.moved');
    const row = { year, steps, version: version + 1, updatedBy: principal.userId, updatedAt: now };
    await tx.insert(yearPlan).values(row).onConflictDoUpdate({ target: yearPlan.year, set: row });
    const told = (list: readonly z.output<typeof Step>[]) =>
      Object.fromEntries(list.flatMap((step) => (step.dueOn ? [[stepKey(step), step.dueOn]] : [])));
    return {
      result: { year },
      changes: [{ subject: `yearPlan/${year}`, before: held ? told(held.steps) : null, after: told(steps) }],
    };
  },
});
