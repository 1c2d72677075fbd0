import { blocksOf, itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import type { Changes } from './what-if';
import type { WeightChanges } from './with-weights';

/** A reader's scenario: other weights, and another value of one unit for an item. Values are decimal strings. */
export type Scenario = {
  readonly weights: WeightChanges;
  readonly item: string;
  readonly unit: string;
  readonly value: string;
};

export const nothingTried: Scenario = { weights: {}, item: '', unit: '', value: '' };

const decimal = /^-?\d{1,12}(\.\d{1,6})?$/;

/** Whether a text is a valid value: a plain decimal. */
export function isValue(text: string): boolean {
  return decimal.test(text);
}

/** A typed weight; null for an invalid one. */
export function weightOf(text: string): number | null {
  const weight = decimal.test(text) ? Number(text) : 0;
  return weight > 0 && weight <= 100_000 ? weight : null;
}

/** The scenario in an address; unknown parts and units and invalid numbers are left out. */
export function scenarioIn(
  address: Readonly<Record<string, string | readonly string[] | undefined>>,
  scheme: Scheme,
  inputs: Inputs,
): Scenario {
  const textAt = (name: string) => (typeof address[name] === 'string' ? address[name] : '');
  const weights = partsOf(scheme).flatMap(({ key, weight }) => {
    const asked = weightOf(textAt(`w.${key}`));
    return asked === null || asked === weight ? [] : [[key, asked] as const];
  });
  const item = figureItems(scheme).some(({ key }) => key === textAt('item')) ? textAt('item') : '';
  const unit = inputs.units.some(({ code }) => code === textAt('unit')) ? textAt('unit') : '';
  const value = isValue(textAt('value')) ? textAt('value') : '';
  return { weights: Object.fromEntries(weights), item, unit, value };
}

/** The parameters of a scenario, without empty ones. */
export function addressedScenario({ weights, item, unit, value }: Scenario): [string, string][] {
  const tried: [string, string][] = Object.entries(weights).map(([key, weight]) => [`w.${key}`, String(weight)]);
  const figure: [string, string][] = [
    ['item', item],
    ['unit', unit],
    ['value', value],
  ];
  return [...tried, ...figure.filter(([, text]) => text !== '')];
}

/** The changes of a scenario to a scheme and its inputs. */
export function changesOf({ weights, item, unit, value }: Scenario, scheme: Scheme): Changes {
  const indicator = figureItems(scheme).find(({ key }) => key === item)?.indicator;
  const isWhole = indicator && unit !== '' && isValue(value);
  return { weights, figures: isWhole ? [{ indicator, unit, value }] : [] };
}

/** All parts of a scheme with a weight: everything but the root. */
function partsOf(scheme: Scheme) {
  return blocksOf(scheme).flatMap(({ parts }) => parts);
}

/** The items that score a figure. */
export function figureItems(scheme: Scheme) {
  return itemsOf(scheme).filter(({ indicator }) => indicator !== null);
}
