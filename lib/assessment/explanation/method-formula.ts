import type { PlainMethod } from '@/lib/assessment/schemes/document/methods';
import type { ItemDirection } from '@/lib/assessment/words';
import { constant, type Expression, folded, minus, over, percentOf, plus, power, times } from './expression';
import type { TermName } from './words';

/** What a formula is made of: the value the method saw, the letters of the stored row, and the item's own weight. */
export type Given = {
  readonly method: PlainMethod;
  readonly direction: ItemDirection | null;
  readonly value: number | null;
  readonly terms: Readonly<Record<string, number>>;
  readonly weight: number;
  /** Which part of a blend it is, counted from 1. */
  readonly part?: number;
};

const hundred = constant(100);

/**
 * The formula by which a method came to a share in percent, with its numbers, before floor and cap. Null where no formula
 * was applied, or where the stored row lacks a number: then a rule decided, and a note says which.
 */
export function formulaOf(given: Given): Expression | null {
  const { method, value, terms, part } = given;
  const isLess = given.direction === 'lower';
  const term = (name: TermName, number: number): Expression => ({
    term: name,
    value: number,
    ...(part !== undefined && { part }),
  });
  const stored = (name: TermName, key: string = name): Expression => term(name, terms[key] ?? Number.NaN);
  const x = term('value', value ?? Number.NaN);
  /** (value − from) ÷ (to − from) of the span `of`. */
  const along = (from: Expression, to: Expression, of: Expression) => over(times(of, minus(x, from)), minus(to, from));
  const ratio = (to: Expression) => percentOf(isLess ? over(to, x) : over(x, to));
  const difference = (to: Expression) => (isLess ? minus(to, x) : minus(x, to));

  const expression = ((): Expression | null => {
    switch (method.kind) {
      case 'completion': {
        const target = stored('target');
        if ('base' in terms) {
          const base = stored('yearEarlier', 'base');
          return percentOf(over(minus(x, base), minus(target, base)));
        }
        if (method.formula === 'start') {
          return plus(
            term('startShare', method.startShare),
            times(difference(target), term('perUnit', method.perUnit)),
          );
        }
        if (method.formula === 'linear' && isLess) return percentOf(minus(constant(2), over(x, target)));
        return method.formula === 'allOrNothing' || method.formula === 'improvement' ? null : ratio(target);
      }
      case 'efficacy': {
        const base = term('base', method.base);
        return plus(base, along(stored('low'), stored('high'), folded(minus(hundred, base))));
      }
      case 'exponentialEfficacy': {
        const base = term('base', method.base);
        const [low, high] = [stored('low'), stored('high')];
        return times(base, power(over(hundred, base), over(minus(x, low), minus(high, low))));
      }
      case 'minMax': {
        const [from, to] = [term('lowShare', method.from), term('highShare', method.to)];
        return plus(from, along(stored('low'), stored('high'), folded(minus(to, from))));
      }
      case 'tieredEfficacy': {
        if (!('upper' in terms)) return percentOf(stored('lowerCoefficient'));
        if (!('lower' in terms)) return null;
        const [from, to] = [stored('lowerCoefficient'), stored('upperCoefficient')];
        const step = over(
          times(minus(x, stored('lower')), folded(minus(to, from))),
          minus(stored('upper'), stored('lower')),
        );
        return percentOf(plus(from, step));
      }
      case 'zScore': {
        const distance = difference(stored('mean'));
        return plus(
          term('centre', method.centre),
          over(times(term('spread', method.spread), distance), stored('deviation')),
        );
      }
      case 'ratioToBest':
        if ('rank' in terms) return fallenBack(stored('rank'));
        if ('low' in terms) return along(stored('low'), stored('high'), hundred);
        return ratio(stored('best'));
      case 'ratioToReference':
        if (method.formula === 'ratio') return ratio(stored('reference'));
        return plus(hundred, times(difference(stored('reference')), term('perUnit', method.perUnit)));
      case 'standardRatio':
        return plus(
          term('standardShare', method.standardShare),
          over(minus(x, stored('standard')), stored('perPoint')),
        );
      case 'rankLadder': {
        const places = folded(minus(stored('rank'), constant(1)));
        const step = term('step', method.step);
        const inPercent = method.stepIn === 'percent' ? step : percentOf(over(step, term('weight', given.weight)));
        const { gate } = method;
        if (!gate || value === null || !reaches(value, gate.atLeast, isLess)) {
          return minus(hundred, times(inPercent, places));
        }
        const share = term('gateShare', gate.share);
        return plus(share, over(times(folded(minus(hundred, share)), stored('ladder')), hundred));
      }
      case 'rankGain': {
        const [earlier, rank] = [stored('earlier'), stored('rank')];
        const gain = over(minus(earlier, rank), earlier);
        return percentOf(method.factor === 1 ? gain : times(gain, term('factor', method.factor)));
      }
      case 'range': {
        if (terms.distance === 0) return hundred;
        const span = 'span' in terms ? 'span' : value !== null && value < method.low ? 'below' : 'above';
        return minus(hundred, percentOf(over(stored('distance'), stored('span', span))));
      }
      case 'banded': {
        if (!('upper' in terms)) return stored('lowerShare');
        const [from, to] = [stored('lowerShare'), stored('upperShare')];
        const [lower, upper] = [stored('lower'), stored('upper')];
        return plus(from, over(times(minus(x, lower), folded(minus(to, from))), minus(upper, lower)));
      }
      case 'deductions':
        return percentOf(over(minus(term('weight', given.weight), stored('deducted')), term('weight', given.weight)));
      case 'bonus': {
        const weight = term('weight', given.weight);
        if (method.from === 'ledger') return percentOf(over(stored('granted'), weight));
        return percentOf(over(times(stored('counted'), term('pointsEach', method.pointsEach)), weight));
      }
      case 'expert':
        return percentOf(over(stored('average', 'mean'), term('outOf', method.outOf)));
    }
  })();
  return expression;
}

/** The steps by which a ratio to a best of zero or less falls back to the places. */
function fallenBack(rank: Expression): Expression {
  return minus(hundred, times(constant(5), folded(minus(rank, constant(1)))));
}

function reaches(value: number, line: number, isLess: boolean): boolean {
  return isLess ? value <= line : value >= line;
}
