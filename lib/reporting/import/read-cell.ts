import type { Qualifier } from '@/lib/observations/words';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { readFigure, readGrowth } from '@/lib/reporting/reading/read-figure';
import { plainText } from '@/lib/reporting/upload/plain-text';
import type { CellMark } from '@/lib/reporting/upload/words';
import { type CheckedIndicator, longestEntry } from '@/lib/reporting/words';

/** A cell as it was read: its text, its marks, its address. */
export type ReadCell = { readonly text: string; readonly marks: readonly CellMark[]; readonly address: string };

/** The text of a figure in a cell, and its findings; no text when it is no figure. */
export type Understood = { readonly typed: string; readonly findings: readonly StagedFinding[] };

export const finding = (
  severity: StagedFinding['severity'],
  key: string,
  address: string,
  details: StagedFinding['details'] = {},
): StagedFinding => ({ severity, key, address, details, message: null });

/** Words that follow a number; all others precede it. */
const behind = new Set(['多', '余', '左右', '上下', '以上', '以内', '以下', '+']);
const wordOf: Readonly<Record<Qualifier, string>> = {
  exact: '',
  at_least: '超',
  about: '约',
  at_most: '不超过',
  expected: '预计',
};

/** A number with its qualifying word, as a field of the form takes it: 2600多, 约2600. */
export function qualifiedText(text: string, word: string): string {
  const printed = word in wordOf ? wordOf[word as Qualifier] : word;
  return behind.has(printed) ? `${text}${printed}` : `${printed}${text}`;
}

/** Moves the point of a plain decimal two places to the right: 0.053 is 5.3. */
export function asPercent(decimal: string): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const digits = whole + fraction.padEnd(2, '0');
  const point = whole.length + 2;
  const rest = digits.slice(point).replace(/0+$/, '');
  return `${sign}${digits.slice(0, point).replace(/^0+(?=\d)/, '')}${rest && `.${rest}`}`;
}

/**
 * Findings from the marks of a cell: those that keep it from being a number, and those about the origin of its number.
 */
function ofMarks(cell: ReadCell): { findings: StagedFinding[]; isFault: boolean } {
  const { marks, address, text } = cell;
  for (const mark of ['error', 'date', 'boolean'] as const) {
    if (marks.includes(mark)) return { findings: [finding('mandatory', mark, address, { text })], isFault: true };
  }
  if (!marks.includes('formula')) return { findings: [], isFault: false };
  if (text === '') return { findings: [finding('mandatory', 'formulaEmpty', address)], isFault: true };
  return { findings: [finding('notice', 'formula', address, { text })], isFault: false };
}

/**
 * The text of a figure in a cell, with its qualifying word. Faults: an error, a date, a yes or no, a percentage where
 * the indicator has none, and any text that is no figure. Mended with a notice: a percentage, a number stored as text
 * or in full-width digits, a scale; a formula counts as its stored result.
 */
export function readValueCell(cell: ReadCell, word: string, indicator: CheckedIndicator): Understood {
  const { findings, isFault } = ofMarks(cell);
  const { address } = cell;
  if (isFault) return { typed: '', findings };
  if (cell.marks.includes('percentFormat') && indicator.unitZh !== '%') {
    return { typed: '', findings: [...findings, finding('mandatory', 'percentNotHere', address, { text: cell.text })] };
  }
  const isPercent = cell.marks.includes('percentFormat');
  const bare = isPercent ? asPercent(cell.text) : cell.text.trim();
  if (isPercent) findings.push(finding('notice', 'percentFormat', address, { read: bare }));
  const typed = bare === '' ? '' : qualifiedText(bare, plainText(word));
  if (typed.length > longestEntry.typed) {
    return {
      typed: '',
      findings: [...findings, finding('mandatory', 'tooLong', address, { most: `${longestEntry.typed}` })],
    };
  }
  const reading = readFigure(typed, indicator);
  if (reading.kind === 'fault') {
    return {
      typed,
      findings: [...findings, finding('mandatory', 'unreadable', address, { text: typed, fault: reading.fault })],
    };
  }
  if (reading.kind === 'number') findings.push(...mendedFindings(cell, typed, reading));
  return { typed, findings };
}

function mendedFindings(
  { marks, address }: ReadCell,
  typed: string,
  reading: { readonly value: string; readonly isConverted: boolean },
): StagedFinding[] {
  const details = { text: typed, read: reading.value };
  if (reading.isConverted) return [finding('notice', 'converted', address, details)];
  if (marks.includes('text')) return [finding('notice', 'numberAsText', address, details)];
  return /[\uff00-\uffef\u3000]/.test(typed) ? [finding('notice', 'fullWidth', address, details)] : [];
}

/** The text of a cell of 同比; a percentage is converted to percent. */
export function readGrowthCell(cell: ReadCell): Understood {
  const { findings, isFault } = ofMarks(cell);
  if (isFault) return { typed: '', findings };
  const typed = cell.marks.includes('percentFormat') ? asPercent(cell.text) : cell.text.trim();
  if (typed.length > longestEntry.typedYoy) {
    return {
      typed: '',
      findings: [...findings, finding('mandatory', 'tooLong', cell.address, { most: `${longestEntry.typedYoy}` })],
    };
  }
  const reading = readGrowth(typed);
  if (reading.kind !== 'fault') return { typed, findings };
  const fault = finding('mandatory', 'growthUnreadable', cell.address, { text: typed, fault: reading.fault });
  return { typed, findings: [...findings, fault] };
}
