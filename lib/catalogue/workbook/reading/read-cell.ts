import { plainName } from '@/lib/catalogue/plain-name';
import type { CellFault } from '@/lib/catalogue/workbook/outcome';
import { linesText, listedIn, listText } from '@/lib/catalogue/workbook/tables/catalogue-tables';
import { type ColumnKind, labelOf } from '@/lib/catalogue/workbook/tables/columns';
import type { ColumnKey } from '@/lib/catalogue/workbook/words';
import { locales } from '@/lib/i18n/words';
import { Day } from '@/lib/reporting/collections/terms';
import { shownNumber } from '@/lib/reporting/import/shown-number';
import { plainText } from '@/lib/reporting/upload/plain-text';
import type { CellMark } from '@/lib/reporting/upload/words';

/** A cell as it was read from a workbook. */
export type SheetCellRead = {
  readonly text: string;
  /** The text that it displays under its number format; null for its own. */
  readonly shown: string | null;
  readonly marks: readonly CellMark[];
};

type Read = { readonly value: string } | Pick<CellFault, 'key' | 'details'>;

const fault = (key: CellFault['key'], details: CellFault['details'] = {}): Read => ({ key, details });
const refused = ['formula', 'error', 'struck', 'raised', 'oddFormat'] as const;
const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 00:00(?::00)?)?$/;

/**
 * The value of a cell in the form of the tables: an ISO day, a word of the product, plain decimals, a list of names. A
 * formula, an error, struck-out text and what is none of its kind are faults; nothing is guessed.
 */
export function readCell(column: ColumnKey, kind: ColumnKind, cell: SheetCellRead): Read {
  const mark = refused.find((one) => cell.marks.includes(one));
  if (mark) return fault(`workbook.faults.${mark}`);
  const isDate = cell.marks.includes('date');
  if (isDate && kind.kind !== 'day') return fault('workbook.faults.isDate');
  const plain = plainText(cell.text);
  switch (kind.kind) {
    case 'day':
      return readDay(plain);
    case 'yes':
      return readYes(plain);
    case 'whole':
      return readWhole(cell);
    case 'word':
      return readWord(column, kind.words, plain);
    case 'amount':
      return readAmount(cell);
    case 'list':
      return { value: listText(listedIn(linesOf(cell))) };
    case 'refers':
      return { value: plainText(cell.shown ?? cell.text) };
    case 'lines':
      return { value: linesText(linesOf(cell)) };
    default:
      return { value: linesOf(cell).trim() };
  }
}

/** The text of a cell as it looks, its lines in one form. */
const linesOf = ({ text, shown }: SheetCellRead) => (shown ?? text).replace(/\r\n?/g, '\n');

function readDay(text: string): Read {
  if (text === '') return { value: '' };
  const [, year = '', month = '', date = ''] = day.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  const value = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return Day.safeParse(value).success ? { value } : fault('workbook.faults.day');
}

function readYes(text: string): Read {
  const word = text.toLowerCase();
  if (/^(是|√|yes|true|1)$/.test(word)) return { value: 'true' };
  return /^(否|no|false|0|)$/.test(word) ? { value: 'false' } : fault('workbook.faults.yes');
}

function readWord(column: ColumnKey, words: readonly string[], text: string): Read {
  if (text === '') return { value: '' };
  const named = (word: string) => [word, ...locales.map((locale) => labelOf(column, word, locale))].map(plainName);
  const found = words.find((word) => named(word).includes(plainName(text)));
  const labels = words.map((word) => labelOf(column, word, 'zh-CN')).join('、');
  return found ? { value: found } : fault('workbook.faults.word', { words: labels });
}

/**
 * The number of a cell as it looks, with the words and signs of its format, which is read with the unit of its
 * indicator. One that is displayed as another number is a fault.
 */
function readAmount({ text, shown }: SheetCellRead): Read {
  if (shown === null || !/^-?\d+(\.\d+)?$/.test(text)) return { value: (shown ?? text).trim() };
  const seen = shownNumber(text, shown, { unit: '', isYuan: true });
  if (!seen) return fault('workbook.faults.shownDiffers', { shown: shown.trim(), stored: text });
  return { value: seen.text };
}

/** A whole number, also one displayed as 2026年. */
function readWhole(cell: SheetCellRead): Read {
  const read = readAmount(cell);
  if (!('value' in read)) return read;
  const plain = plainText(read.value).replace(/^(\d{4})年$/, '$1');
  return plain === '' || /^\d{1,9}$/.test(plain)
    ? { value: `${plain && Number(plain)}` }
    : fault('workbook.faults.whole');
}
