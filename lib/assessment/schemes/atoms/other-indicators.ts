import { figuresNamed, ownValue } from './amount';
import type { Transform } from './transforms';

/** The other indicators that a transform reads: a divisor, or those of a formula. */
export function otherIndicators(transform: Transform): string[] {
  if (transform.kind === 'ratio') return [transform.indicator];
  if (transform.kind !== 'expression') return [];
  return [...new Set(figuresNamed(transform.text).map(({ code }) => code))].filter((code) => code !== ownValue);
}
