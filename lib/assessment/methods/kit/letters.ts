import type { TermName } from '@/lib/assessment/explanation/words';
import type { ItemDirection } from '@/lib/assessment/words';
import { type Expression, minus, over, percentOf, times } from './expression';

/** The inputs of a formula: the value after transforms, the letters of the stored row, and the item's weight. */
export type Given = {
  readonly direction: ItemDirection | null;
  readonly value: number | null;
  readonly terms: Readonly<Record<string, number>>;
  readonly weight: number;
  /** The number of the part in a blend, counted from 1. */
  readonly part?: number;
};

/** The inputs as parts of a formula. A letter that the row lacks is NaN, and a formula with NaN is not shown. */
export type Letters = ReturnType<typeof lettersOf>;

export function lettersOf({ direction, value, terms, weight, part }: Given) {
  const isLess = direction === 'lower';
  const term = (name: TermName, number: number): Expression => ({
    term: name,
    value: number,
    ...(part !== undefined && { part }),
  });
  const x = term('value', value ?? Number.NaN);
  return {
    isLess,
    value,
    terms,
    x,
    weight: term('weight', weight),
    /** A parameter of the method. */
    term,
    /** A letter of the stored row; `key` is its name in the row where that differs. */
    stored: (name: TermName, key: string = name) => term(name, terms[key] ?? Number.NaN),
    /** (value − from) ÷ (to − from) of the span `of`. */
    along: (from: Expression, to: Expression, of: Expression) => over(times(of, minus(x, from)), minus(to, from)),
    /** The ratio in percent; inverted where less is better. */
    ratio: (to: Expression) => percentOf(isLess ? over(to, x) : over(x, to)),
    /** The lead over a value, in the item's direction. */
    difference: (to: Expression) => (isLess ? minus(to, x) : minus(x, to)),
  };
}
