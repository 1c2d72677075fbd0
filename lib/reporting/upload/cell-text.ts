/** The value of a cell as parsed. Dates are moments in UTC whose wall clock is the one in the sheet. */
export type CellValue = string | number | boolean | Date | null;

/** From this size on a spreadsheet has already lost the last digits of a number. */
export const lostDigitsFrom = 1e15;

/** A cell as text: a number in plain decimals without an exponent, a date as 2026-09-30, with a time if it has one. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? decimalText(value) : dateText(value);
}

function decimalText(value: number): string {
  const [mantissa = '0', exponent] = String(value === 0 ? 0 : value).split('e');
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = mantissa.replace('-', '').split('.');
  const shift = Number(exponent);
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - whole.length)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(shift, '0')}`;
}

/** The first days of a spreadsheet's calendar stand for a time without a date. */
const firstDay = Date.UTC(1900, 0, 1);

/** A date as text; an impossible date is `#NUM!`, as in the sheet. */
function dateText(date: Date): string {
  const seconds = Math.round(date.getTime() / 1000);
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(seconds) || moment.getUTCFullYear() < 1899 || moment.getUTCFullYear() > 9999) return '#NUM!';
  const [day = '', time = ''] = moment.toISOString().slice(0, 19).split('T');
  if (moment.getTime() < firstDay) return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** The number of a column: `columnNumber('AB')` is 28; letters of either case. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The address of a cell, counted from 1: `cellAddress(3, 28)` is `AB3`. */
export function cellAddress(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

/** The row of an address, counted from 1: `rowOf('AB3')` is 3. */
export const rowOf = (address: string): number => Number(/\d+$/.exec(address)?.[0] ?? 0);
