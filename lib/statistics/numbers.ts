/**
 * Decimal strings, as the database returns them. They are compared, rounded and written without conversion to floating
 * point, so that shown values equal stored ones.
 */
const shape = /^(-?)(\d+)(?:\.(\d+))?$/;

type Parts = { negative: boolean; whole: string; fraction: string };

function partsOf(decimal: string): Parts {
  const found = shape.exec(decimal);
  if (!found) throw new Error(`not a decimal string: ${decimal}`);
  return { negative: found[1] === '-', whole: (found[2] ?? '0').replace(/^0+(?=\d)/, ''), fraction: found[3] ?? '' };
}

function scaleDigits({ negative, whole, fraction }: Parts, digits: number): bigint {
  const units = BigInt(whole + fraction.padEnd(digits, '0'));
  return negative ? -units : units;
}

/** The most characters of a decimal whose digits a double keeps apart, which has fifteen. */
const exactLength = 15;

/** Compares two decimals exactly: −1, 0 or 1. */
export function compareDecimals(a: string, b: string): number {
  if (a.length <= exactLength && b.length <= exactLength && shape.test(a) && shape.test(b)) {
    return Math.sign(Number(a) - Number(b));
  }
  const [left, right] = [partsOf(a), partsOf(b)];
  const digits = Math.max(left.fraction.length, right.fraction.length);
  const difference = scaleDigits(left, digits) - scaleDigits(right, digits);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounds half up (away from zero) to `digits` decimals: `1.005` to two is `1.01`. Never gives `-0`. */
export function roundHalfUp(decimal: string, digits: number): string {
  const parts = partsOf(decimal);
  const padded = parts.fraction.padEnd(digits, '0');
  let units = BigInt(parts.whole + padded.slice(0, digits));
  if (padded.charCodeAt(digits) >= 53) units += 1n;
  const text = units.toString().padStart(digits + 1, '0');
  const whole = digits === 0 ? text : text.slice(0, -digits);
  const sign = parts.negative && units !== 0n ? '-' : '';
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`;
}

/** Groups thousands: `11379.60` → `11,379.60`, with the typographic minus sign. */
export function groupedDecimal(decimal: string): string {
  const { negative, whole, fraction } = partsOf(decimal);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? '−' : ''}${grouped}${fraction && `.${fraction}`}`;
}

/** Groups thousands, with a plus sign before positive numbers, for a change. */
export function signedDecimal(decimal: string): string {
  return compareDecimals(decimal, '0') > 0 ? `+${groupedDecimal(decimal)}` : groupedDecimal(decimal);
}

/** A computed double as a decimal string of `digits` decimals, half up on its shortest decimal form. */
export function decimalOf(value: number, digits: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a finite number: ${value}`);
  const plain = value.toString();
  return roundHalfUp(/e/.test(plain) ? expandExponent(value) : plain, digits);
}

function expandExponent(value: number): string {
  const [mantissa = '0', exponent = '0'] = value.toString().split('e');
  const shift = Number(exponent);
  const { negative, whole, fraction } = partsOf(mantissa);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const body =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : `${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point)}`;
  return `${negative ? '-' : ''}${body.replace(/\.$/, '')}`;
}

/** The exact sum; `0` for an empty list. */
export function sumOfDecimals(decimals: readonly string[]): string {
  const parts = decimals.map(partsOf);
  const digits = Math.max(0, ...parts.map(({ fraction }) => fraction.length));
  const units = parts.reduce((sum, one) => sum + scaleDigits(one, digits), 0n);
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${units < 0n ? '-' : ''}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ''}`;
}

/** The exact difference: the first minus the second. */
export function differenceOf(a: string, b: string): string {
  return sumOfDecimals([a, b.startsWith('-') ? b.slice(1) : `-${b}`]);
}
