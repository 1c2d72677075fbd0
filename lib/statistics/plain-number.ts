import { decimalOf } from './numbers';

/** A computed number with at most `digits` decimals and no trailing zeros: `12.5`, `100`. */
export function plainNumber(value: number, digits = 4): string {
  return decimalOf(value, digits)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
