import { plainName } from '@/lib/catalogue/plain-name';

/** A number as somebody types it: without its signs of thousands, its decimals, and the unit of measure behind it or ''. */
export type Digits = { readonly number: string; readonly decimals: number; readonly unit: string };

const [fewest, most] = [2, 20];
/** Thousands are grouped in threes or not at all; what follows at once begins with no sign of a number. */
const shape = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?( .*|[^\d,.\s-].*)?$/u;

/** The number that a query is, such as 1843.7, 3,919 or 1843.7亿元; null for any other. One digit alone asks for no figure. */
export function digitsIn(query: string): Digits | null {
  const found = shape.exec(plainName(query));
  if (!found) return null;
  const [, sign = '', grouped = '', fraction = '', unit = ''] = found;
  const whole = grouped.replaceAll(',', '');
  const digits = whole.length + fraction.length;
  if (digits < fewest || digits > most) return null;
  const number = `${sign}${whole}${fraction && `.${fraction}`}`;
  return { number, decimals: fraction.length, unit: unit.replaceAll(' ', '') };
}
