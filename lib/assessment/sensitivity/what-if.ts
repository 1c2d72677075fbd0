import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { assess } from '@/lib/assessment/scoring/assess';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import type { Assessment } from '@/lib/assessment/scoring/words';
import { type WeightChanges, withWeights } from './with-weights';

/** Another value of a unit for an indicator in the period of the run; a decimal string. */
export type FigureChange = { readonly indicator: string; readonly unit: string; readonly value: string };

export type Changes = { readonly weights: WeightChanges; readonly figures: readonly FigureChange[] };

/** The assessment with other weights or values, computed by the same engine and not stored. */
export function whatIf(scheme: Scheme, inputs: Inputs, { weights, figures }: Changes): Assessment {
  return assess(withWeights(scheme, weights), withFigures(inputs, figures));
}

/** The inputs with some figures of the run's period replaced or added; changed figures are exact. */
export function withFigures(inputs: Inputs, changes: readonly FigureChange[]): Inputs {
  const isChanged = new Set(changes.map(({ indicator, unit }) => `${indicator} ${unit}`));
  const kept = inputs.figures.filter(
    ({ indicator, unit, period }) => period !== inputs.period || !isChanged.has(`${indicator} ${unit}`),
  );
  const added = changes.map((change) => ({ ...change, period: inputs.period, qualifier: 'exact' as const }));
  return changes.length === 0 ? inputs : { ...inputs, figures: [...kept, ...added] };
}
