import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { assess } from '@/lib/assessment/scoring/assess';
import { figuresIndex } from '@/lib/assessment/scoring/figures-index';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import { combineByRule, periodsRead } from '@/lib/assessment/scoring/period-rule';
import type { Assessment } from '@/lib/assessment/scoring/words';
import type { PeriodRule } from '@/lib/assessment/words';
import { plainNumber } from '@/lib/statistics/plain-number';
import { type WeightChanges, withWeights } from './with-weights';

/** Another value of a unit for an indicator in the period of the run; a decimal string. */
export type FigureChange = { readonly indicator: string; readonly unit: string; readonly value: string };

export type Changes = { readonly weights: WeightChanges; readonly figures: readonly FigureChange[] };

/** The assessment with other weights or values, computed by the same engine and not stored. */
export function whatIf(scheme: Scheme, inputs: Inputs, { weights, figures }: Changes): Assessment {
  return assess(withWeights(scheme, weights), withFigures(scheme, inputs, figures));
}

/**
 * The inputs with some figures replaced or added, so that the items of these indicators take the changed values: at the
 * run's period, and of items that add or average months at these. Changed figures are exact.
 */
export function withFigures(scheme: Pick<Scheme, 'root'>, inputs: Inputs, changes: readonly FigureChange[]): Inputs {
  if (changes.length === 0) return inputs;
  const added = changes.flatMap((change) => [
    { ...change, period: inputs.period },
    ...itemsOf(scheme).flatMap(({ indicator, periodRule }) =>
      indicator === change.indicator ? monthly(periodRule, inputs.period, change) : [],
    ),
  ]);
  const changed = new Map(added.map((one) => [`${one.indicator} ${one.unit} ${one.period}`, one]));
  const kept = inputs.figures.filter(({ indicator, unit, period }) => !changed.has(`${indicator} ${unit} ${period}`));
  return {
    ...inputs,
    figures: [...kept, ...[...changed.values()].map((one) => ({ ...one, qualifier: 'exact' as const }))],
  };
}

/** Months that come to the changed value by a rule: of a mean all the same, of a sum the first alone. */
function monthly(rule: PeriodRule, code: string, change: FigureChange) {
  if (rule !== 'sumOfMonths' && rule !== 'meanOfMonths') return [];
  return periodsRead(rule, code).map((period, at) => {
    const value = rule === 'meanOfMonths' || at === 0 ? change.value : '0';
    return { ...change, period, value };
  });
}

/** The values that an item takes by its period rule before its transforms, by unit. */
export function valuesTaken(inputs: Inputs, { indicator, periodRule }: SchemeItem): ReadonlyMap<string, string> {
  if (periodRule === 'asRun') {
    const own = inputs.figures.filter((one) => one.indicator === indicator && one.period === inputs.period);
    return new Map(own.map(({ unit, value }) => [unit, value]));
  }
  const index = figuresIndex(inputs.units, inputs.figures);
  const { values } = combineByRule(periodRule, inputs.period, inputs.units.length, (code) =>
    index(indicator ?? '', code),
  );
  return new Map(
    inputs.units.flatMap(({ code }, at) => {
      const value = values[at] ?? Number.NaN;
      return Number.isNaN(value) ? [] : [[code, plainNumber(value)] as const];
    }),
  );
}
