import { isBlend } from '@/lib/assessment/methods/blend/parts';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { outsiders } from '@/lib/assessment/scoring/assess';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import { prepare } from '@/lib/assessment/scoring/prepare';
import { peersOf } from '@/lib/assessment/scoring/score-item';
import { sourceOf } from '@/lib/assessment/scoring/score-part';
import { chainOf } from '@/lib/assessment/scoring/transform';
import type { ItemScore } from '@/lib/assessment/scoring/words';
import type { TransformKind } from '@/lib/assessment/words';
import { isSame } from '@/lib/statistics/noise';
import { type Measure, measureAfter, placeMeasure, shownTransforms } from './measure-after';

/** A value on its way from the report to the method: as reported, after each transform, and the place that is scored. */
export type ValueStep = { readonly name: 'reported' | TransformKind | 'place'; readonly measure: Measure };
/** The values of a unit at each step; null where there is none. */
export type StepValues = readonly (number | null)[];
/** Columns of the items' values: their headings, and the numbers of each unit. */
export type ItemValues = { readonly headings: readonly string[]; readonly of: ReadonlyMap<string, StepValues> };

const unmeasured: Measure = { unitZh: '', unitEn: '' };

/** The steps of an item's value. `byPlace` says that its method scores the place of the value. */
export function valueSteps(
  item: SchemeItem,
  byPlace: boolean,
  measureOf: (indicator: string) => Measure | undefined,
): ValueStep[] {
  const transforms = shownTransforms(item);
  const measure = (item.indicator === null ? undefined : measureOf(item.indicator)) ?? unmeasured;
  return [
    { name: 'reported', measure },
    ...transforms.map(({ kind }, at) => ({
      name: kind,
      measure: measureAfter(transforms.slice(0, at + 1), measure, measureOf),
    })),
    ...(byPlace ? [{ name: 'place', measure: placeMeasure } as const] : []),
  ];
}

/** The place that the method scores; null for a method without, or where the value is a place already. */
export function scoredPlace(item: SchemeItem, { terms = {} }: ItemScore): number | null {
  if (shownTransforms(item).at(-1)?.kind === 'rank') return null;
  const first = isBlend(item.method) ? `${item.method.parts[0]?.key}.` : '';
  return terms[`${first}rank`] ?? null;
}

/** The values of a unit at the steps of an item; `between` are those after each transform but the last. */
export function stepValues(item: SchemeItem, score: ItemScore, between: StepValues, byPlace: boolean): StepValues {
  const inner = shownTransforms(item).slice(1);
  const after =
    shownTransforms(item).length > 0 ? [...inner.map((_, at) => between[at] ?? null), score.transformed] : [];
  return [score.value, ...after, ...(byPlace ? [scoredPlace(item, score)] : [])];
}

/**
 * The values after each transform of an item but the last, by unit: computed again from the frozen inputs by the engine's
 * own chain, at the period from which the value was carried. A unit whose chain does not end at the stored value has none.
 * The inputs are prepared once for all items that are asked for.
 */
export function valuesBetween(
  scheme: Scheme,
  inputs: Inputs,
): (item: SchemeItem, scores: ReadonlyMap<string, ItemScore>) => ReadonlyMap<string, StepValues> {
  const prepared = prepare(scheme, inputs);
  const outside = outsiders(prepared, itemsOf(scheme));
  return (item, scores) => {
    const transforms = shownTransforms(item);
    const source = sourceOf(prepared, item, peersOf(prepared, item, outside));
    const chains = transforms.map((_, at) => chainOf(source, transforms.slice(0, at + 1)));
    return new Map(
      prepared.codes.flatMap((code, unit) => {
        const score = scores.get(code);
        if (!score) return [];
        const carried = score.notes?.find(({ kind }) => kind === 'missingCarried')?.values?.period;
        const period = typeof carried === 'string' ? carried : inputs.period;
        const all = chains.map((chain) => chain(period).values[unit] ?? Number.NaN);
        const last = all.at(-1) ?? Number.NaN;
        if (score.transformed !== null && !isSame(last, score.transformed)) return [];
        return [[code, all.slice(0, -1).map((value) => (Number.isNaN(value) ? null : value))] as const];
      }),
    );
  };
}
