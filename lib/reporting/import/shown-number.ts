import { movedPoint, normalText } from '@/lib/reporting/reading/read-figure';
import { scalePower } from '@/lib/reporting/reading/unit-scale';
import { compareDecimals, roundHalfUp } from '@/lib/statistics/numbers';

/** How a cell displays its number: as it is, rounded, as a percentage, or with words and signs of its format. */
export type ShownAs = 'stored' | 'rounded' | 'percentFormat' | 'shown';
/** The text to be read from a cell with a number format; null where it displays another number than it stores. */
export type Shown = { readonly text: string; readonly as: ShownAs } | null;

const parts = /^(\D*?)([+-]?) ?((?:\d[\d, ]*)?(?:\.\d+)?)([^\d.]*)$/;
const fall = /下降|减少|降低|降|减|负增长/;
/** Signs of a format for negative and for positive numbers, whose meaning the stored number tells. */
const drawn = { negative: /^[↓⬇▼▲△▴▵▽🔺] ?/u, positive: /^[↑⬆] ?/u };
const currency = /^(?:[¥￥]|CN¥|RMB|CNY) ?/;

const exponent = /^([+-]?)(\d)(?:\.(\d+))?e([+-]?\d{1,3})$/i;
/** Whether a display with an exponent is of the very number that is stored: 6.00E+01 is 60, 6.15E+01 is not 61.54. */
function isExponentOf(stored: string, shown: string): boolean {
  const [, sign = '', whole, fraction = '0', power] = exponent.exec(shown) ?? [];
  if (whole === undefined) return false;
  return compareDecimals(movedPoint(`${sign === '-' ? '-' : ''}${whole}.${fraction}`, Number(power)), stored) === 0;
}

/** Whether a number rounded as far as displayed is the displayed one, without their signs. */
function isRounded(stored: string, shown: string): boolean {
  const decimals = shown.split('.')[1]?.length ?? 0;
  return compareDecimals(roundHalfUp(stored, decimals), shown) === 0;
}

/**
 * Compares the number that a cell stores with the text that its format displays, and gives the text to be read: the
 * displayed one, with its scale, percent sign and qualifying words. Null where both are different numbers, by another
 * sign or by a scale that neither the format nor the stated `unit` names.
 */
export function shownNumber(
  stored: string,
  displayed: string,
  { unit, isYuan }: { unit: string; isYuan: boolean },
): Shown {
  const shown = isYuan ? normalText(displayed).replace(currency, '') : normalText(displayed);
  if (isExponentOf(stored, shown)) return { text: stored, as: 'shown' };
  const isBelowZero = stored.startsWith('-');
  const [, words = '', mark = '', grouped = '', behind = ''] = parts.exec(shown) ?? [];
  const ahead = words.replace(isBelowZero ? drawn.negative : drawn.positive, '');
  const isDrawn = ahead !== words;
  const digits = grouped.replace(/[, ]/g, '').replace(/^(?=\.)/, '0');
  if (!/\d/.test(digits)) return null;
  const inBrackets = ahead.endsWith('(') && behind.startsWith(')');
  const isNegative = mark === '-' || inBrackets || fall.test(ahead) || (isDrawn && isBelowZero);
  const size = stored.replace(/^-/, '');
  if (/[1-9]/.test(digits) && isBelowZero !== isNegative) return null;
  const isPercent = behind.includes('%');
  const scales = [0, ...(isPercent ? [2] : []), -scalePower(behind), -scalePower(unit)];
  const places = scales.find((one) => isRounded(movedPoint(size, one), digits));
  if (places === undefined) return null;
  const around = inBrackets ? [ahead.slice(0, -1), behind.slice(1)] : [ahead, behind];
  const exact = movedPoint(stored, places);
  const isExact = compareDecimals(exact.replace(/^-/, ''), digits) === 0;
  const sign = isNegative && !fall.test(ahead) ? '-' : '';
  const number = isExact ? exact.replace(/^-/, '') : digits;
  const [before = '', after = ''] = around;
  const as =
    before || after || inBrackets || isDrawn || places !== 0
      ? isPercent
        ? 'percentFormat'
        : 'shown'
      : isExact
        ? 'stored'
        : 'rounded';
  return { text: `${before}${sign}${number}${after}`.trim(), as };
}
