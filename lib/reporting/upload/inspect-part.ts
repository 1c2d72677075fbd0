import { cellAddress, columnNumber } from '@/lib/reporting/upload/cell-text';
import { limits } from '@/lib/reporting/upload/limits';
import { refusedCell, refusedUpload } from '@/lib/reporting/upload/refuse-upload';

/** Inspects a part of a workbook piece by piece, while it is inflated, and throws at the first forbidden content. */
export type Inspection = (piece: Buffer) => void;

const forbiddenNames = [
  [/vbaProject|\/macrosheets\//i, 'macro'],
  [/\/externalLinks\//i, 'externalLink'],
  [/\/(embeddings|activeX)\//i, 'embedded'],
  [/\.(zip|xlsx?|xlsm|xlsb|docx?|pptx?|et|wps|jar|7z|rar)$/i, 'archiveInside'],
] as const;

/** Refuses a part by its name: macros, links to other workbooks, embedded objects, archives. */
export function refuseByName(name: string): void {
  const found = forbiddenNames.find(([pattern]) => pattern.test(`/${name}`));
  if (found) throw refusedUpload('invalid', found[1], { part: name });
}

export const isMarkup = (name: string) => /\.(xml|rels|vml)$/i.test(name);
const isSheet = (name: string) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name);

/** The inspections for a part of this name. */
export function inspectionsOf(name: string): Inspection[] {
  const due = [noArchive(name)];
  if (isMarkup(name)) due.push(inText(16, noDeclaration));
  if (isSheet(name)) due.push(inText(2048, noFarCell));
  if (name === '[Content_Types].xml') due.push(noMacroType());
  return due;
}

const archiveHeads = ['504b0304', 'd0cf11e0', '377abcaf', '52617221'];

function noArchive(name: string): Inspection {
  let isFirst = true;
  return (piece) => {
    if (isFirst && archiveHeads.includes(piece.toString('hex', 0, 4))) {
      throw refusedUpload('invalid', 'archiveInside', { part: name });
    }
    isFirst = false;
  };
}

/**
 * Calls `look` with each piece, preceded by the beginning of a tag that the last piece cut off; `longest` is the
 * greatest length of a tag.
 */
function inText(longest: number, look: (text: string) => void): Inspection {
  let cut = '';
  return (piece) => {
    const text = cut + piece.toString('latin1');
    look(text);
    const open = text.lastIndexOf('<');
    cut = open > text.lastIndexOf('>') && text.length - open <= longest ? text.slice(open) : '';
  };
}

function noDeclaration(text: string): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw refusedUpload('invalid', 'dtd');
}

/**
 * Refuses filled cells outside the limits. A cell that is only formatted is an empty tag and does not count: sheets are
 * often formatted far below their content.
 */
function noFarCell(text: string): void {
  const { rows, columns } = limits.xlsx;
  for (const [, attributes = ''] of text.matchAll(/<(?:\w{1,20}:)?c\s([^<>]*)>/g)) {
    if (attributes.endsWith('/')) continue;
    const [, letters = '', digits = ''] = /(?:^|\s)r\s*=\s*["']([A-Za-z]{1,8})(\d{1,9})["']/.exec(attributes) ?? [];
    const row = Number(digits);
    const column = columnNumber(letters);
    if (row > rows || column > columns) throw refusedCell(cellAddress(row, column), 'xlsx');
  }
}

/** Refuses a workbook with macros by its declared type, even when the macros themselves were removed. */
function noMacroType(): Inspection {
  let text = '';
  return (piece) => {
    text += piece.toString('latin1');
    if (/macroEnabled/i.test(text)) throw refusedUpload('invalid', 'macro', { part: '[Content_Types].xml' });
  };
}
