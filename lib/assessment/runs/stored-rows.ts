import type { runScore } from '@/db/schema/assessment';
import { itemsStored, storedItems } from '@/lib/assessment/runs/stored-items';
import type { FrozenFigure, FrozenTarget, FrozenUnit, StoredTerms } from '@/lib/assessment/runs/words';
import type { InputFigure, Inputs, InputTarget } from '@/lib/assessment/scoring/inputs';
import type { Assessment, ItemBasis, UnitScore } from '@/lib/assessment/scoring/words';
import type { Note } from '@/lib/assessment/words';

export type ScoreRow = typeof runScore.$inferSelect;
type UnitInputs = {
  readonly unit: string;
  readonly figures: readonly FrozenFigure[];
  readonly targets: readonly FrozenTarget[];
};

/** Frozen units as inputs of the engine. */
export function inputsOf(period: string, terms: StoredTerms, units: readonly UnitInputs[]): Inputs {
  // Filled in loops, which takes a third of the time of joining a list for each of many units.
  const figures: InputFigure[] = [];
  const targets: InputTarget[] = [];
  for (const { unit, ...own } of units) {
    for (const { indicator, period: of, value, qualifier } of own.figures) {
      figures.push({ indicator, unit, period: of, value, qualifier });
    }
    for (const target of own.targets) targets.push({ ...target, unit });
  }
  return { period, deadlinePassed: terms.deadlinePassed, units: terms.units, figures, targets, entries: terms.entries };
}

/** What a result is stored with: the inputs of its units, and their ranks in the run before. */
export type Beside = {
  readonly units: ReadonlyMap<string, FrozenUnit>;
  readonly ranks: ReadonlyMap<string, number | null>;
};

/** The row of a unit: its result beside its inputs. Refuses a unit that was not assessed. */
export function rowOf(runId: string, position: number, { unit, items, ...rest }: UnitScore, beside: Beside): ScoreRow {
  const inputs = beside.units.get(unit);
  if (!inputs) throw new Error(`a result for a unit that was not assessed: ${unit}`);
  const { figures, targets } = inputs;
  const previousRank = beside.ranks.get(unit) ?? null;
  return { ...rest, ...storedItems(items), runId, orgUnitCode: unit, position, previousRank, figures, targets };
}

/** The result of the engine, rebuilt from the rows of a run in their order. */
export function assessmentOf(
  run: { readonly bases: readonly ItemBasis[]; readonly notes: readonly Note[] },
  rows: readonly ScoreRow[],
): Assessment {
  return { units: rows.map(scoreOf), bases: run.bases, notes: run.notes };
}

function scoreOf(row: ScoreRow): UnitScore {
  const { orgUnitCode: unit, total, shown, rank, isTied, isApart, isProvisional, isEligible, grade } = row;
  const { blocks, adjustments, notes } = row;
  return {
    ...{ unit, total, shown, rank, isTied, isApart, isProvisional, isEligible, grade },
    ...{ blocks, items: itemsStored(row), adjustments, notes },
  };
}
