import type { TermName } from '@/lib/assessment/explanation/words';
import type { ItemDirection } from '@/lib/assessment/words';
import { type Expression, minus, over, percentOf, times } from './expression';

/** What a formula is made of: the value the method saw, the letters of the stored row, and the item's own weight. */
export type Given = {
  readonly direction: ItemDirection | null;
  readonly value: number | null;
  readonly terms: Readonly<Record<string, number>>;
  readonly weight: number;
  /** Which part of a blend it is, counted from 1. */
  readonly part?: number;
};

/** The same as pieces of a formula. A letter the row lacks is NaN, and a formula with it is not shown. */
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
    /** A letter of the stored row; `key` where the row calls it otherwise. */
    stored: (name: TermName, key: string = name) => term(name, terms[key] ?? Number.NaN),
    /** (value − from) ÷ (to − from) of the span `of`. */
    along: (from: Expression, to: Expression, of: Expression) => over(times(of, minus(x, from)), minus(to, from)),
    /** In percent; the other way up where less is better. */
    ratio: (to: Expression) => percentOf(isLess ? over(to, x) : over(x, to)),
    /** How far ahead, in the item's direction. */
    difference: (to: Expression) => (isLess ? minus(to, x) : minus(x, to)),
  };
}
