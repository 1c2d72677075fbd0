// A workbook's cell as a spreadsheet displays it: its number format applied, and without the raised and struck-out parts
// of a text, which are notes and corrections.
import { format } from 'numfmt';

/** The longest format that a spreadsheet accepts. */
const longestFormat = 255;
/** From this number of decimals on, a cell without a format displays fewer than it stores. */
const generalDecimals = 10;
const general = /^(General|G\/通用格式)?$/i;

/** Escapes as every program reads them: an exclamation mark is one too, as in 0!.0, and so is a doubled quotation mark. */
const canonical = (numFmt) =>
  numFmt
    .replace(/"[^"]*"|\\.|!(.)/g, (part, escaped) => (escaped === undefined ? part : `\\${escaped}`))
    .replaceAll('G/通用格式', 'General');

/** Days since the beginning of a spreadsheet's calendar, for a moment whose wall clock is the sheet's. */
const serial = (date) => date.getTime() / 86_400_000 + 25_569;

/** Formats that display every number as it is, up to their decimals; sheets mostly have these. */
const plain = /^(?:#,##)?0(?:\.(0+))?(?:_.)?$/;
const decimalsOf = (value) => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;

/** A cache: a sheet has few formats and uses each in thousands of cells. */
const known = new Map();
function formatOf(numFmt) {
  const before = known.get(numFmt);
  if (before) return before;
  const made = { text: canonical(numFmt), decimals: plain.test(numFmt) ? (plain.exec(numFmt)[1]?.length ?? 0) : -1 };
  known.set(numFmt, made);
  return made;
}

/** The text of a value under a number format; null for the value itself, undefined for a format that cannot be read. */
export function shownText(value, numFmt = '') {
  const isNumber = typeof value === 'number';
  if (!isNumber && !(value instanceof Date) && !(typeof value === 'string' && /@./.test(numFmt))) return null;
  if (general.test(numFmt)) return isNumber && decimalsOf(value) > generalDecimals ? format('General', value) : null;
  if (numFmt.length > longestFormat) return undefined;
  const { text, decimals } = formatOf(numFmt);
  if (isNumber && decimalsOf(value) <= decimals && !String(value).includes('e')) {
    const missing = decimals - decimalsOf(value);
    return missing === 0 ? null : `${value}${missing === decimals ? '.' : ''}${'0'.repeat(missing)}`;
  }
  try {
    return format(text, value instanceof Date ? serial(value) : value, { nbsp: false });
  } catch {
    return undefined;
  }
}

const isRaised = (font) => font?.vertAlign === 'superscript' || font?.vertAlign === 'subscript';

/** The text of a cell without its raised and struck-out parts, and which of both it has; null for a plain cell. */
export function plainPart(value, cell) {
  const isStruck = cell?.style?.font?.strikethrough === true;
  if (isStruck && value !== null) return { text: '', mark: 'struck' };
  const runs = cell?.richText ?? [];
  const isLeftOut = ({ font }) => isRaised(font) || font?.strikethrough === true;
  if (typeof value !== 'string' || !runs.some(isLeftOut)) return null;
  const text = runs.flatMap((run) => (isLeftOut(run) ? [] : run.text)).join('');
  return { text, mark: runs.some(({ font }) => font?.strikethrough === true) ? 'struck' : 'raised' };
}
