import type { runScore } from '@/db/schema/assessment';
import { itemsStored, storedItems } from '@/lib/assessment/runs/stored-items';
import type { FrozenFigure, FrozenTarget, FrozenUnit, StoredTerms } from '@/lib/assessment/runs/words';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
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
  return {
    period,
    deadlinePassed: terms.deadlinePassed,
    units: terms.units,
    figures: units.flatMap(({ unit, figures }) =>
      figures.map(({ indicator, period, value, qualifier }) => ({ indicator, unit, period, value, qualifier })),
    ),
    targets: units.flatMap(({ unit, targets }) => targets.map((target) => ({ ...target, unit }))),
    entries: terms.entries,
  };
}

/** The rows of a run: the result of each unit beside its inputs. Refuses a result that lacks a unit. */
export function rowsOf(
  runId: string,
  assessment: Assessment,
  units: readonly FrozenUnit[],
  previous: ReadonlyMap<string, number | null>,
): ScoreRow[] {
  const frozen = new Map(units.map((unit) => [unit.code, unit]));
  if (assessment.units.length !== frozen.size) throw new Error('the result does not have every unit once');
  return assessment.units.map((score, at) => {
    const inputs = frozen.get(score.unit);
    if (!inputs) throw new Error(`a result for a unit that was not assessed: ${score.unit}`);
    const { unit, items, ...rest } = score;
    return {
      ...rest,
      ...storedItems(items),
      runId,
      orgUnitCode: unit,
      position: at + 1,
      previousRank: previous.get(unit) ?? null,
      figures: inputs.figures,
      targets: inputs.targets,
    };
  });
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
