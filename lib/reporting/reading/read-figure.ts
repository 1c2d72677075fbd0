import type { Qualifier } from '@/lib/observations/words';
import { unitPower } from '@/lib/reporting/reading/unit-scale';
import { isPlain } from '@/lib/reporting/upload/plain-text';
import type { CheckedIndicator, FigureReading, ReadingFault } from '@/lib/reporting/words';

const before: Readonly<Record<string, Qualifier>> = {
  大约: 'about',
  约: 'about',
  将近: 'about',
  近: 'about',
  '≈': 'about',
  超过: 'at_least',
  超: 'at_least',
  突破: 'at_least',
  逾: 'at_least',
  不低于: 'at_least',
  不少于: 'at_least',
  '≥': 'at_least',
  '>': 'at_least',
  不超过: 'at_most',
  不高于: 'at_most',
  不足: 'at_most',
  低于: 'at_most',
  '≤': 'at_most',
  '<': 'at_most',
};
const behind: Readonly<Record<string, Qualifier>> = {
  左右: 'about',
  上下: 'about',
  以上: 'at_least',
  以内: 'at_most',
  以下: 'at_most',
  多: 'at_least',
  余: 'at_least',
  '+': 'at_least',
};
const oneOf = (words: object) =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace('+', '\\+'))
    .join('|');

const leading = new RegExp(`^(预计)?(${oneOf(before)})?`);
const trailing = new RegExp(`(${oneOf(behind)})$`);
/** A number, 多 or 余 in the middle (10多亿), a scale or a unit. */
const measured = /^(.*\d)\s*(多|余)?\s*(\D*?)\s*(多|余)?$/;

const spreadsheetError = /^#(N\/A|REF!|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|#+$)/i;
const onlyDashes = /^(?:[-—―─\s]+|\/)$/;
const range = /^\D*\d[\d.,]*[^\d.,~—–至到-]{0,8}[-~—–至到]+\s*\d[\d.,]*\D*$/;
const exponent = /^[+-]?[\d.,]+e[+-]?\d+$/i;
/** A mark behind a number, which stands for a note or for a figure that is not final: 4.62*, 4.62①, 4.62p. */
const markBehind = /\d ?(?:[*#†‡§^]+|\p{No}+|[pr])$/iu;
/** Marks of statistics without a number: too small to show, kept secret, not known. */
const notShown = /^(?:…+|\.{2,}|[×xX*]+|#|空|无|缺|暂无|暂缺|没有|不详|待定|无数据|暂无数据|none|nil|null|nan)$/i;
/** A dash before a number, which may be its sign. */
const longDash = /^[—―─]+ ?\d[\d.,]*%?$/;
/** The greatest length of a typed figure. */
const longest = 200;

/** A remark in brackets behind a number: 150.1(快报). */
const remark = /\d[^()]*\([^()]*\p{L}[^()]*\)$/u;
/** Triangles that point up: a growth on a display, a negative number in accounts. */
const triangle = /[▲△▴▵▽🔺]/u;
/** A number in brackets, which accountants write for a negative one: (5.3). */
const bracketed = /^\([\d., ]+%?\)%?$/;

/**
 * Normalises a text: full-width letters, digits and signs to ordinary ones, every kind of minus to one, single spaces.
 * Raised and circled digits are kept: 12① is not 121.
 */
export function normalText(text: string): string {
  if (isPlain.test(text) && !text.includes('  ')) return text;
  return text
    .replace(/\P{No}+/gu, (run) => run.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/[‐‑‒–−]/g, '-')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

type Digits = { readonly sign: '' | '-'; readonly whole: string; readonly fraction: string };

function digitsIn(text: string): Digits | ReadingFault {
  const found = /^([+-]?) ?([\d, ]*)(?:\.(\d+))?$/.exec(text);
  if (!found) return /^[+-]?[\d., ]*,[\d., ]*$/.test(text) ? 'badGrouping' : 'notANumber';
  const [, sign, whole = '', fraction = ''] = found;
  if (whole === '' && fraction === '') return 'notANumber';
  if (/[, ]/.test(whole) && !/^[1-9]\d{0,2}([, ])\d{3}(\1\d{3})*$/.test(whole)) return 'badGrouping';
  return { sign: sign === '-' ? '-' : '', whole: whole.replace(/[, ]/g, ''), fraction };
}

/** Moves the decimal point to the right by a number of places, without needless zeros. */
function movePoint({ sign, whole, fraction }: Digits, places: number): Digits {
  if (places === 0) return { sign, whole, fraction };
  const digits = places > 0 ? whole + fraction.padEnd(places, '0') : whole.padStart(-places, '0') + fraction;
  const point = places > 0 ? whole.length + places : Math.max(0, whole.length + places);
  return { sign, whole: digits.slice(0, point), fraction: digits.slice(point).replace(/0+$/, '') };
}

/** A plain decimal with its point moved to the right, or to the left by negative places, exactly: 0.053 by 2 is 5.3. */
export function movedPoint(decimal: string, places: number): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const moved = movePoint({ sign: sign === '-' ? '-' : '', whole, fraction }, places);
  const digits = moved.fraction.replace(/0+$/, '');
  return `${moved.sign}${moved.whole.replace(/^0+(?=\d)/, '') || '0'}${digits && `.${digits}`}`;
}

function decimalIn({ sign, whole, fraction }: Digits): string | null {
  const plainWhole = whole.replace(/^0+(?=\d)/, '') || '0';
  if (plainWhole.length > 15 || fraction.length > 10) return null;
  const isZero = /^0*$/.test(plainWhole + fraction);
  return `${isZero ? '' : sign}${plainWhole}${fraction && `.${fraction}`}`;
}

type Indicator = Pick<CheckedIndicator, 'unitZh' | 'unitEn' | 'measure'>;
type Measured = { readonly number: string; readonly words: readonly string[]; readonly power: number | null };

/**
 * A number and the power of ten from its unit to the indicator's; no power without a unit. Null for a text with a unit
 * that is not convertible.
 */
function measuredIn(text: string, unit: string, unitEn: string): Measured | null {
  // The own unit comes first, since it may have digits: 100 m yuan.
  const own = [unit, unitEn].find((one) => one !== '' && endsInUnit(text.toLowerCase(), one.toLowerCase()));
  const rest = own ? text.slice(0, -own.length).trim() : text;
  const [, number = rest, middle = '', stated = '', late = ''] = measured.exec(rest) ?? [];
  const words = [middle, late].filter(Boolean);
  if (stated === '') return { number, words, power: own ? 0 : null };
  const power = unitPower(own ? `${stated}${own}` : stated, { unitZh: unit, unitEn });
  return power === null ? null : { number, words, power };
}

/** Whether a text ends in a unit, no digits of which belong to the number: 12100 million yuan is not in 100 million yuan. */
const endsInUnit = (text: string, unit: string) =>
  text.endsWith(unit) && !(/^\d/.test(unit) && /[\d.,]$/.test(text.slice(0, -unit.length)));

function faultOf(rest: string, text: string, unit: string): ReadingFault | null {
  if (/%$/.test(rest) && unit !== '%') return 'percentNotHere';
  if (/\d/.test(text) && triangle.test(text)) return 'triangle';
  if (exponent.test(text)) return 'exponent';
  if (markBehind.test(text)) return 'markBehind';
  if (notShown.test(text)) return 'notShown';
  if (longDash.test(text)) return 'longDash';
  if (remark.test(text)) return 'remark';
  if (bracketed.test(text)) return 'bracketed';
  if (range.test(text)) return 'range';
  return /^[+-]?\d[\d., ]*[^\p{N}.,\s+-]\P{N}*$/u.test(rest) ? 'otherUnit' : null;
}

function absenceOf(text: string): FigureReading | null {
  if (text === '' || onlyDashes.test(text)) return { kind: 'absent', absence: 'blank' };
  if (/^未(报|填报|报送)$/.test(text)) return { kind: 'absent', absence: 'notReported' };
  if (/^(不适用|n\/a)$/i.test(text)) return { kind: 'absent', absence: 'notApplicable' };
  return null;
}

/** A cache: a sheet asks for the units of measure of few indicators in very many cells. */
const normalUnits = new WeakMap<object, readonly [unit: string, unitEn: string]>();

/** The units of measure of an indicator in normal form. */
export function unitsOf(indicator: Pick<CheckedIndicator, 'unitZh' | 'unitEn'>): readonly [string, string] {
  const known = normalUnits.get(indicator);
  if (known) return known;
  const units = [normalText(indicator.unitZh), normalText(indicator.unitEn)] as const;
  normalUnits.set(indicator, units);
  return units;
}

const fault = (why: ReadingFault): FigureReading => ({ kind: 'fault', fault: why });

/**
 * Parses a typed text for an indicator: a decimal string in its own unit of measure, an absence, or a fault. A typed
 * scale is absolute: `12000万` in 亿元 is 1.2. An empty text never becomes zero, and nothing is rounded.
 */
export function readFigure(typed: string, indicator: Indicator): FigureReading {
  const text = normalText(typed.slice(0, longest + 1));
  const absent = absenceOf(text);
  if (absent) return absent;
  if (spreadsheetError.test(text)) return fault('spreadsheetError');
  if (text.length > longest) return fault('tooLong');
  const [unit, unitEn] = unitsOf(indicator);

  const [ahead = '', expected = '', word = ''] = leading.exec(text) ?? [];
  let rest = text.slice(ahead.length).trim();
  if (indicator.measure === 'rank' || indicator.measure === 'grade') rest = rest.replace(/^第/, '');
  const after = trailing.exec(rest)?.[1] ?? '';
  rest = rest.slice(0, rest.length - after.length).trim();
  const found = measuredIn(rest, unit, unitEn);
  const number = found?.number ?? rest;
  const digits = digitsIn(number);
  if (!found || typeof digits === 'string') {
    return fault(faultOf(number, text, unit) ?? (typeof digits === 'string' ? digits : 'otherUnit'));
  }
  const result = movePoint(digits, found.power ?? 0);
  const value = decimalIn(digits) === null ? null : decimalIn(result);
  if (value === null) return fault('tooLong');

  const qualifying = [word, ...found.words, after].filter(Boolean);
  if (qualifying.length > 1) return fault('notANumber');
  const printed = qualifying[0] ?? '';
  const bound = before[printed] ?? behind[printed] ?? 'exact';
  const isExpected = expected !== '' && (bound === 'exact' || bound === 'about');
  return {
    kind: 'number',
    value,
    decimals: result.fraction.length,
    qualifier: isExpected ? 'expected' : bound,
    qualifierPrinted: `${expected}${printed}`,
    isConverted: found.power !== null,
  };
}

/** Words and signs of a change before its number: 同比增长8.3%, ↓5.3. 回落 or 加快 is of the rate itself and no 同比. */
const change =
  /^((?:同比)?(?:正增长|负增长|增长|增加|上升|提高|增|升|下降|减少|降低|降|减)|同比(?=[+-]?\d)|(?:同比)? ?[↑↓⬆⬇▼])/;
const fall = /(?:负增长|下降|减少|降低|降|减|↓|⬇|▼)$/;
/** An arrow behind the number: 5.3%↓. */
const arrowBehind = /^(.*[\d%]) ?([↑↓⬆⬇▼])$/;
const unchanged = /^(?:同比|与(?:上年|去年)(?:同期)?)?持平$/;
/**
 * Parses a typed 同比: a decimal string in percent, of a rate in percentage points; empty, or a fault. A sign or word of
 * the other of the two is a fault: 2% of a rate may be a growth of the rate itself.
 */
export function readGrowth(
  typed: string,
  { measure }: Pick<CheckedIndicator, 'measure'>,
):
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'fault'; readonly fault: ReadingFault } {
  const text = normalText(typed.slice(0, longest + 1)).replace(/\ufe0f/g, '');
  if (absenceOf(text)) return { kind: 'empty' };
  if (spreadsheetError.test(text)) return { kind: 'fault', fault: 'spreadsheetError' };
  if (unchanged.test(text)) return { kind: 'number', value: '0' };
  const [, number = text, arrow = ''] = arrowBehind.exec(text) ?? [];
  const [, ahead = ''] = change.exec(number) ?? [];
  const bare = number.slice(ahead.length).trim();
  const isFall = fall.test(ahead) || fall.test(arrow);
  // 下降-5.3 and ↑-5.3 may be meant either way, and of two signs one is too many.
  const isSigned = /^[+-]/.test(bare);
  if ((isFall || arrow || /[↑⬆]$/.test(ahead)) && isSigned) return { kind: 'fault', fault: 'twoSigns' };
  if (arrow && ahead) return { kind: 'fault', fault: 'twoSigns' };
  const [last = '', unit] = / ?(%|个?百分点)$/.exec(bare) ?? [];
  const rest = `${isFall ? '-' : ''}${bare.slice(0, bare.length - last.length)}`;
  const digits = digitsIn(rest);
  if (typeof digits === 'string') return { kind: 'fault', fault: faultOf(rest, text, '%') ?? digits };
  if (unit !== undefined && (unit === '%') === (measure === 'rate'))
    return { kind: 'fault', fault: measure === 'rate' ? 'growthPercent' : 'growthPoints' };
  const value = decimalIn(digits);
  return value === null ? { kind: 'fault', fault: 'tooLong' } : { kind: 'number', value };
}
