import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { command, type Done, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { lightTargets } from '@/lib/monitoring/lamps/lighting/light-lamps';
import { type HeldTarget, heldTargets } from '@/lib/monitoring/targets/held/queries';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { planOf } from '@/lib/monitoring/targets/plans/plan';
import { planFigures } from '@/lib/monitoring/targets/plans/queries';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';
import { isStretchWorse } from '@/lib/monitoring/targets/read-target';
import { recordSteps } from '@/lib/monitoring/targets/record-steps';
import { planParts, TargetNote, TargetPlaceInput, Year } from '@/lib/monitoring/targets/target-input';
import { toldChanges, toldValues } from '@/lib/monitoring/targets/told-changes';
import { mostTargets, type TargetPlan } from '@/lib/monitoring/targets/words';

/** The number of targets that were issued, and of those for which last year's figures made no plan. */
export type Issued = { readonly issued: number; readonly unplanned: number };

/**
 * Issues chosen drafts of a year to their units, all or none: from then on they are in force, and change only with a
 * reason and a second account. Refuses a draft without a base target, one whose stretch target is worse, one that changed
 * since it was shown, and in a year that is over one whose last editor asks. A plan is made where the draft has none.
 */
export const issueTargets = command({
  name: 'target.issue',
  input: z.strictObject({
    year: Year,
    note: TargetNote,
    plan: z.strictObject({ by: z.enum(planParts), shape: z.enum(['linear', 'lastYear']) }).nullable(),
    drafts: z
      .array(TargetPlaceInput.extend({ version: z.int().min(1) }))
      .min(1)
      .max(mostTargets),
  }),
  async run(work, { year, note, plan, drafts }): Promise<Done<Issued>> {
    const held = await heldTargets(work, year, drafts);
    const ready = drafts.flatMap(({ version, ...place }) => {
      const found = held.get(targetKey(place));
      return found ? [{ ...place, found, ...readyDraft(work, year, version, found) }] : [];
    });
    const plans = await plansFor(work, year, plan, ready);
    const rows = ready.map(({ unit, indicator, base, stretch, found, plan: own }) => ({
      ...{ unit, indicator, year, base, stretch, note, reason: '' },
      ...{ plan: own ?? plans.get(targetKey({ unit, indicator })) ?? null, step: found.lastStep + 1 },
    }));
    await issue(work, rows);
    await recordSteps(
      work,
      rows.map((row) => ({ ...row, kind: 'issued' })),
    );
    await lightTargets(work, year, rows);
    const unplanned = plan === null ? 0 : rows.filter((row) => row.plan === null).length;
    const told = rows.map((row) => ({ ...row, before: null, after: { ...toldValues(row), note } }));
    return { result: { issued: rows.length, unplanned }, changes: toldChanges(year, told) };
  },
});

function readyDraft({ principal, now }: Work, year: number, version: number, found: HeldTarget) {
  const { draft, issued, indicatorOf, unitName } = found;
  const about = { unit: unitName, indicator: indicatorOf.nameZh };
  if (issued) throw new Refusal('conflict', 'targets.refused.issued', about);
  if (draft?.version !== version) throw new Refusal('conflict', 'targets.refused.draftMoved', about);
  const { base, stretch, plan } = draft;
  if (base === null) throw new Refusal('conflict', 'targets.refused.noBase', about);
  if (isStretchWorse(indicatorOf.direction, base, stretch)) {
    throw new Refusal('conflict', 'targets.refused.stretchWorse', about);
  }
  // What is shown about a year that is over is not changed by one person alone.
  if (year < yearOf(now) && draft.editedBy === principal.userId) {
    throw new Refusal('conflict', 'targets.refused.pastNeedsOther', { ...about, year });
  }
  return { base, stretch, plan };
}

async function plansFor(
  { tx, principal }: Work,
  year: number,
  plan: { readonly by: TargetPlan['by']; readonly shape: 'linear' | 'lastYear' } | null,
  ready: readonly { unit: string; indicator: string; base: string; plan: TargetPlan | null; found: HeldTarget }[],
): Promise<ReadonlyMap<string, TargetPlan>> {
  if (plan === null) return new Map();
  const open = ready.filter((one) => one.plan === null);
  const places = open.map(({ unit, indicator, found: { indicatorOf } }) => ({
    ...{ unit, indicator, measure: indicatorOf.measure, basis: indicatorOf.basis },
  }));
  const figures = await planFigures(principal, { year, by: plan.by, places }, tx);
  return new Map(
    open.flatMap(({ found: { indicatorOf }, base, ...place }) => {
      const key = targetKey(place);
      const from = figures.get(key);
      const { measure, basis, decimals } = indicatorOf;
      const made = from && planOf(plan.by, plan.shape, { measure, basis, decimals, target: base, ...from });
      return made && !('fault' in made) ? [[key, made] as const] : [];
    }),
  );
}

async function issue(
  { tx, principal, now }: Work,
  rows: readonly {
    readonly unit: string;
    readonly indicator: string;
    readonly year: number;
    readonly base: string;
    readonly stretch: string | null;
    readonly note: string;
    readonly plan: TargetPlan | null;
    readonly step: number;
  }[],
): Promise<void> {
  const list = JSON.stringify(rows);
  await tx.execute(sql`
    insert into target (org_unit_code, indicator_code, year, base, stretch, note, plan, version, updated_by, updated_at)
    select unit, indicator, year, base, stretch, note, nullif(plan, 'null'::jsonb), step, ${principal.userId},
      ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${list}::jsonb) r (unit text, indicator text, year int, base numeric, stretch numeric,
      note text, plan jsonb, step int)`);
  await tx.execute(sql`
    delete from target_draft d using jsonb_to_recordset(${list}::jsonb) r (unit text, indicator text, year int)
    where d.org_unit_code = r.unit and d.indicator_code = r.indicator and d.year = r.year`);
}
