import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { command, type Done, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { type HeldTarget, heldTargets } from '@/lib/monitoring/targets/held/queries';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { samePlan } from '@/lib/monitoring/targets/plans/plan';
import { readEntry, typedTarget } from '@/lib/monitoring/targets/read-target';
import { PlanInput, TargetPlaceInput, TypedTarget, Year } from '@/lib/monitoring/targets/target-input';
import { toldChanges, toldValues } from '@/lib/monitoring/targets/told-changes';
import { plansTyped } from '@/lib/monitoring/targets/typed-plans';
import { mostTargets, type SavedTargets, type TargetPlace, type TargetPlan } from '@/lib/monitoring/targets/words';

const Cell = TargetPlaceInput.extend({
  /** The version of the draft that was shown; 0 for none. */
  version: z.int().min(0),
  base: TypedTarget,
  stretch: TypedTarget,
  /** Null for no plan; left out, the draft keeps the one it has as long as its base target stays. */
  plan: PlanInput.nullable().optional(),
});

export type DraftValues = TargetPlace & {
  readonly base: string | null;
  readonly stretch: string | null;
  readonly plan: TargetPlan | null;
};

/**
 * Saves typed targets of a year as drafts, which nobody but the office sees. A draft that another person changed since
 * `version` is not overwritten but returned with their text; the others are saved. Refuses a target that is already
 * issued, and a text that is no exact number, naming both.
 */
export const saveTargets = command({
  name: 'target.save',
  input: z.strictObject({ year: Year, cells: z.array(Cell).min(1).max(mostTargets) }),
  async run(work, { year, cells }): Promise<Done<SavedTargets>> {
    const { principal, now } = work;
    const held = await heldTargets(work, year, cells);
    const asked = cells.flatMap((cell) => {
      const found = held.get(targetKey(cell));
      return found ? [{ cell, found, values: valuesIn(cell, found) }] : [];
    });
    const plans = await plansTyped(work, year, asked);
    const current = asked.filter(({ cell, found }) => (found.draft?.version ?? 0) === cell.version);
    const changed = current.flatMap(({ cell, found, values }) => {
      const kept = values.base === (found.draft?.base ?? null) ? (found.draft?.plan ?? null) : null;
      const planned = plans.get(targetKey(cell));
      const draft = { ...values, plan: planned === undefined ? kept : planned };
      return differs(draft, found.draft) ? [{ cell, found, draft }] : [];
    });
    if (changed.length > 0) {
      await writeDrafts(
        work,
        year,
        changed.map(({ cell, draft }) => ({ unit: cell.unit, indicator: cell.indicator, ...draft })),
      );
    }
    const written = new Set(changed.map(({ cell }) => cell));
    const result: SavedTargets = {
      saved: current.map(({ cell }) => ({
        unit: cell.unit,
        indicator: cell.indicator,
        version: cell.version + (written.has(cell) ? 1 : 0),
      })),
      conflicts: asked
        .filter(({ cell, found }) => (found.draft?.version ?? 0) !== cell.version)
        .map(({ cell, found: { draft } }) => ({
          unit: cell.unit,
          indicator: cell.indicator,
          version: draft?.version ?? 0,
          entry: { base: typedTarget(draft?.base ?? null), stretch: typedTarget(draft?.stretch ?? null) },
          isOwn: draft?.editedBy === principal.userId,
          by: draft?.editedByName ?? '',
          at: new Date(draft?.editedAt ?? now),
        })),
      savedAt: now,
    };
    if (changed.length === 0) return { result, repeated: true };
    const told = changed.map(({ cell, found, draft }) => ({
      ...{ unit: cell.unit, indicator: cell.indicator },
      ...{ before: toldValues(found.draft), after: toldValues(draft) },
    }));
    return { result, changes: toldChanges(year, told) };
  },
});

function valuesIn(cell: z.output<typeof Cell>, held: HeldTarget) {
  const about = { unit: held.unitName, indicator: held.indicatorOf.nameZh };
  if (held.issued) throw new Refusal('conflict', 'targets.refused.issued', about);
  return readEntry(cell, held);
}

type Values = Pick<DraftValues, 'base' | 'stretch' | 'plan'>;

const differs = (one: Values, other: Values | null): boolean =>
  one.base !== (other?.base ?? null) ||
  one.stretch !== (other?.stretch ?? null) ||
  !samePlan(one.plan, other?.plan ?? null);

/** Writes drafts of a year in one statement. */
export async function writeDrafts(work: Work, year: number, drafts: readonly DraftValues[]): Promise<void> {
  const { tx, principal, now } = work;
  await tx.execute(sql`
    insert into target_draft as d (org_unit_code, indicator_code, year, base, stretch, note, plan, edited_by, edited_at)
    select unit, indicator, ${year}, base, stretch, '', nullif(plan, 'null'::jsonb), ${principal.userId},
      ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) r (unit text, indicator text, base numeric,
      stretch numeric, plan jsonb)
    on conflict (org_unit_code, indicator_code, year) do update set base = excluded.base, stretch = excluded.stretch,
      plan = excluded.plan, version = d.version + 1, edited_by = excluded.edited_by, edited_at = excluded.edited_at`);
}
