import type { Qualifier } from '@/lib/observations/words';
import { isGrowthUnit, type Stated } from '@/lib/reporting/import/sheet-heads';
import { shownNumber } from '@/lib/reporting/import/shown-number';
import { finding, shortText } from '@/lib/reporting/import/staged-finding';
import { type OtherUnit, ownUnits } from '@/lib/reporting/import/stated-unit';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { normalText, readFigure, readGrowth } from '@/lib/reporting/reading/read-figure';
import { withUnit } from '@/lib/reporting/reading/unit-scale';
import { plainText } from '@/lib/reporting/upload/plain-text';
import type { CellMark } from '@/lib/reporting/upload/words';
import { type CheckedIndicator, longestEntry } from '@/lib/reporting/words';

/** A cell as it was read: its text, the text displayed under its format, its marks, its address. */
export type ReadCell = {
  readonly text: string;
  readonly shown: string | null;
  /** The text with its raised and struck-out parts, where it has some. */
  readonly full?: string;
  readonly marks: readonly CellMark[];
  readonly address: string;
};

/** The text of a figure in a cell, and its findings; no text when it is no figure. */
export type Understood = { readonly typed: string; readonly findings: readonly StagedFinding[] };

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

/** The qualifying word of a cell; a dash stands for none. Null for a number or a sign, which would change the figure. */
function wordIn(text: string): string | null {
  const word = plainText(text);
  if (/^(?:[-‐‑‒–—―−─]+|\/)$/.test(word)) return '';
  return !behind.has(word) && /[\p{N}.,+-]/u.test(normalText(word)) ? null : word;
}

/** Lines, or parts with a tab between them, that have digits each. */
const severalLines = /\d[^\n\t]*[\n\t][\s\S]*\d/;

/** Whether a text is a number as a workbook stores it. */
const isStored = (text: string) => /^-?\d+(\.\d+)?$/.test(text);

/**
 * The text of a cell as it looks, with findings from its marks and from its number format: those that keep it from
 * being a number, and those about the origin of its number.
 */
function seenIn(cell: ReadCell, unit: string, indicator: CheckedIndicator): Understood & { readonly isFault: boolean } {
  const { marks, address, text, shown } = cell;
  const refused = (key: string, details: StagedFinding['details'] = {}) => ({
    typed: '',
    findings: [finding('mandatory', key, address, details)],
    isFault: true,
  });
  for (const mark of ['error', 'date', 'boolean'] as const) {
    if (marks.includes(mark)) return refused(mark, { text: mark === 'date' ? (shown ?? text) : text });
  }
  if (marks.includes('oddFormat')) return refused('oddFormat', { text });
  // Numbers of two lines are two numbers, and none with the digits of both.
  if (severalLines.test(text)) return refused('severalLines', { text: shortText(text.replace(/\s+/g, ' ')) });
  const isFormula = marks.includes('formula');
  if (isFormula && text === '' && !marks.includes('struck')) return refused('formulaEmpty');
  const findings: StagedFinding[] = [];
  for (const mark of ['raised', 'struck'] as const) {
    if (marks.includes(mark)) findings.push(finding('notice', mark, address, { text: cell.full ?? text, read: text }));
  }
  if (isFormula) findings.push(finding('notice', 'formula', address, { text }));
  if (shown === null || marks.includes('struck')) return { typed: text.trim(), findings, isFault: false };
  if (!isStored(text)) return { typed: shown.trim(), findings, isFault: false };
  const seen = shownNumber(text, shown, { unit, isYuan: /元$/.test(indicator.unitZh) });
  if (!seen) return refused('shownDiffers', { shown: shown.trim(), text });
  if (seen.as !== 'stored')
    findings.push(finding('notice', seen.as, address, { shown: shown.trim(), text, read: seen.text }));
  return { typed: seen.text, findings, isFault: false };
}

/**
 * The text of a figure in a cell, with its qualifying word and the unit that the sheet states. Faults: an error, a date,
 * a yes or no, a number displayed as another, a percentage where the indicator has none, a unit that does not convert,
 * and any text that is no figure. Mended with a notice: a rounded or scaled number, a percentage, a number stored as
 * text or in full-width digits, another unit; a formula counts as its stored result.
 */
export function readValueCell(
  cell: ReadCell,
  { text: word, address: wordAddress }: { readonly text: string; readonly address: string },
  indicator: CheckedIndicator,
  stated: OtherUnit | StagedFinding | null = null,
): Understood {
  const { address } = cell;
  const unit = stated && 'unit' in stated ? stated.unit : '';
  const seen = seenIn(cell, unit, indicator);
  if (seen.isFault) return seen;
  const refused = (typed: string, key: string, details: StagedFinding['details']) => ({
    typed,
    findings: [...seen.findings, finding('mandatory', key, address, details)],
  });
  const isPercent = seen.findings.some(({ key }) => key === 'percentFormat');
  if (isPercent && indicator.unitZh !== '%') {
    const about = finding('mandatory', 'percentNotHere', address, { text: cell.shown?.trim() ?? cell.text });
    return { typed: '', findings: [about, ...seen.findings.filter(({ key }) => key !== 'percentFormat')] };
  }
  const bare = isPercent ? seen.typed.replace(/ ?%$/, '') : seen.typed;
  const qualifier = wordIn(word);
  if (qualifier === null && bare !== '') {
    const other = finding('mandatory', 'qualifierOther', wordAddress, { text: shortText(plainText(word)) });
    return { typed: bare, findings: [...seen.findings, other] };
  }
  const typed = bare === '' ? '' : qualifiedText(bare, qualifier ?? '');
  if (typed.length > longestEntry.typed) return refused('', 'tooLong', { most: `${longestEntry.typed}` });
  const reading = readFigure(typed, indicator);
  if (reading.kind === 'fault') return refused(typed, 'unreadable', { text: typed, fault: reading.fault });
  if (reading.kind === 'absent' || !stated) {
    const more = reading.kind === 'number' ? mendedFindings(cell, typed, reading) : [];
    return { typed, findings: [...seen.findings, ...more] };
  }
  if ('severity' in stated) return { typed, findings: [...seen.findings, stated] };
  // A unit in the cell counts before one stated elsewhere.
  if (reading.isConverted || isPercent) {
    return { typed, findings: [...seen.findings, ...mendedFindings(cell, typed, reading)] };
  }
  return inStatedUnit({ typed, findings: seen.findings }, stated, { address, indicator });
}

/** A figure with the unit that the sheet states for it, behind its number: 88多 in 吨 is 88吨多. */
function inStatedUnit(
  { typed: bare, findings }: Understood,
  { unit, cell }: OtherUnit,
  { address, indicator }: { address: string; indicator: CheckedIndicator },
): Understood {
  const typed = withUnit(normalText(bare), unit);
  const reading = readFigure(typed, indicator);
  const details = { text: bare, cell, unit, ...ownUnits(indicator) };
  if (reading.kind !== 'number')
    return { typed: bare, findings: [...findings, finding('mandatory', 'measureOther', address, details)] };
  return {
    typed,
    findings: [...findings, finding('notice', 'statedUnit', address, { ...details, read: reading.value })],
  };
}

function mendedFindings(
  { marks, address }: ReadCell,
  typed: string,
  reading: { readonly value: string; readonly isConverted: boolean },
): StagedFinding[] {
  const details = { text: typed, read: reading.value };
  if (reading.isConverted) return [finding('notice', 'converted', address, details)];
  if (marks.includes('text') && !marks.includes('raised')) return [finding('notice', 'numberAsText', address, details)];
  return /[\uff00-\uffef\u3000]/.test(typed) ? [finding('notice', 'fullWidth', address, details)] : [];
}

const points = /百分点|points/i;

/**
 * The text of a cell of 同比 under a heading that may state its unit. Faults: those of a figure, another unit than % and
 * percentage points, points where the indicator is no rate, and a percent sign where it is one.
 */
export function readGrowthCell(cell: ReadCell, indicator: CheckedIndicator, head: Stated | null): Understood {
  const { address } = cell;
  const seen = seenIn(cell, '', indicator);
  const { typed } = seen;
  if (seen.isFault || typed === '') return seen;
  const refused = (key: string, details: StagedFinding['details']) => ({
    typed: '',
    findings: [...seen.findings, finding('mandatory', key, address, details)],
  });
  if (typed.length > longestEntry.typedYoy) return refused('tooLong', { most: `${longestEntry.typedYoy}` });
  const reading = readGrowth(typed, indicator);
  if (reading.kind === 'fault') {
    const { fault } = reading;
    if (fault === 'growthPercent' || fault === 'growthPoints') return refused(fault, { text: typed });
    return { ...refused('growthUnreadable', { text: typed, fault: reading.fault }), typed };
  }
  if (reading.kind === 'empty') return seen;
  const units = head?.units.flatMap((one) => one.split(/[、,或]/)) ?? [];
  const other = units.find((one) => !isGrowthUnit(one));
  if (head && other) return refused('growthUnit', { cell: head.address, unit: other });
  const isPoints = units.length > 0 && units.every((one) => points.test(one));
  if (isPoints && indicator.measure !== 'rate') return refused('growthPoints', { text: typed });
  const isWorded = /[^\d.,%+\s-]/.test(normalText(typed).replace(/个?百分点$/, ''));
  const said = isWorded ? [finding('notice', 'growthRead', address, { text: typed, read: reading.value })] : [];
  return { typed, findings: [...seen.findings, ...said] };
}
