import { decimalOf } from './numbers';

/** A computed number with at most four decimals and no zeros after the last that says something: `12.5`, `100`. */
export function plainNumber(value: number): string {
  return decimalOf(value, 4).replace(/\.?0+$/, '');
}
