import { checkedArchive } from '@/lib/reporting/upload/check-archive';
import { decodedText, type Encoding } from '@/lib/reporting/upload/decode-text';
import { type Format, inMegabytes, limits } from '@/lib/reporting/upload/limits';
import { type Asked, parsedSheet, parsedSheets } from '@/lib/reporting/upload/parse-apart';
import { refusedUpload } from '@/lib/reporting/upload/refuse-upload';
import { workedApart } from '@/lib/reporting/upload/run-apart';
import type { Marking, SheetParts, WorkbookSheet } from '@/lib/reporting/upload/words';
import { takeTurns } from '@/lib/turns/take-turns';

/**
 * The sheet of an uploaded file that its sender looked at last, as text. Row `n` of the sheet is `rows[n - 1]`; a row
 * ends at its last filled cell and is empty where the sheet is. `encoding` is the guessed one of a CSV file.
 */
export type UploadedSheet = {
  readonly rows: readonly (readonly string[])[];
  readonly format: Format;
  readonly encoding?: Encoding;
};

/** A file of figures: its sheet, with the marks of its cells, and its identity as a template. */
export type FigureSheet = UploadedSheet & SheetParts;

const { atOnce, waiting } = limits.parser;
const inTurn = takeTurns(atOnce, waiting, () => refusedUpload('unavailable', 'busy'));

/**
 * Reads an uploaded .xlsx or .csv file, trusting neither its name nor its declared sizes. Refuses with an `upload.…`
 * key another kind of file, one larger than allowed and one that could do harm.
 */
export async function readUpload(bytes: Uint8Array, name: string): Promise<UploadedSheet> {
  const { rows, format, encoding } = await readFile(bytes, name, { cells: limits.cells, figures: false });
  return { rows, format, ...(encoding && { encoding }) };
}

/**
 * Reads an uploaded file of figures as `readUpload` does, with the marks that tell whether a cell is a figure; of a
 * workbook the sheet of this name, where it has one that can be seen.
 */
export function readFigureSheet(bytes: Uint8Array, name: string, sheet?: string): Promise<FigureSheet> {
  return readFile(bytes, name, { cells: limits.figureCells, figures: true, ...(sheet !== undefined && { sheet }) });
}

/** Reads every sheet of an uploaded workbook, as `readFigureSheet` reads one; another kind of file is refused. */
export async function readWholeWorkbook(bytes: Uint8Array, name: string): Promise<readonly WorkbookSheet[]> {
  if (formatOf(name) !== 'xlsx') throw refusedUpload('invalid', 'notXlsx');
  refuseUnfit(bytes, 'xlsx');
  const sheets = await inTurn(async () => parsedSheets(await checkedArchive(bytes), limits.figureCells));
  if (sheets.every(({ rows }) => rows.length === 0)) throw refusedUpload('invalid', 'empty');
  return sheets;
}

/** The uploaded workbook with a column of words and marked cells, written in a thread like the reading. */
export async function markedWorkbook(bytes: Uint8Array, marking: Marking): Promise<Uint8Array> {
  return inTurn(async () =>
    workedApart('mark-worker.mjs', { content: await checkedArchive(bytes), ...marking }, markedBytes),
  );
}

function markedBytes(told: { readonly marked: Uint8Array } | { readonly broken: string }): Uint8Array {
  if ('broken' in told) throw refusedUpload('invalid', 'damaged');
  return told.marked;
}

async function readFile(bytes: Uint8Array, name: string, asked: Asked): Promise<FigureSheet> {
  const format = formatOf(name);
  refuseUnfit(bytes, format);
  const sheet = await inTurn(() => (format === 'xlsx' ? readWorkbook(bytes, asked) : readCsv(bytes, asked)));
  if (sheet.rows.length === 0) throw refusedUpload('invalid', 'empty');
  return sheet;
}

async function readWorkbook(bytes: Uint8Array, asked: Asked): Promise<FigureSheet> {
  const content = await checkedArchive(bytes);
  return { format: 'xlsx', ...(await parsedSheet({ format: 'xlsx', content }, asked)) };
}

async function readCsv(bytes: Uint8Array, asked: Asked): Promise<FigureSheet> {
  const { text, encoding } = decodedText(bytes);
  return { format: 'csv', encoding, ...(await parsedSheet({ format: 'csv', content: text }, asked)) };
}

function formatOf(name: string): Format {
  const [, ending = ''] = /\.([^.]+)$/.exec(name.trim().toLowerCase()) ?? [];
  if (ending === 'xlsx' || ending === 'csv') return ending;
  if (/^(xlsm|xltm|xlsb|xlam)$/.test(ending)) throw refusedUpload('invalid', 'macro', { part: name });
  if (/^(xls|et|ett|xlt)$/.test(ending)) throw refusedUpload('invalid', 'oldFormat');
  throw refusedUpload('invalid', 'otherFile');
}

/** Refuses an empty file, one that is too large, and one whose first bytes contradict its name. */
function refuseUnfit(bytes: Uint8Array, format: Format): void {
  if (bytes.length === 0) throw refusedUpload('invalid', 'empty');
  if (bytes.length > limits[format].bytes) {
    throw refusedUpload('limit', 'tooLarge', { megabytes: inMegabytes(limits[format].bytes) });
  }
  refuseOtherContent(bytes, format);
}

const zipHead = '504b0304';
const oldOfficeHead = 'd0cf11e0a1b11ae1';

/** Refuses a file whose first bytes contradict its name. */
function refuseOtherContent(bytes: Uint8Array, format: Format): void {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = content.toString('hex', 0, 8);
  if (head === oldOfficeHead) {
    // A workbook with a password is wrapped into the old container, under this name.
    const isEncrypted = content.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw refusedUpload('invalid', isEncrypted ? 'encrypted' : 'oldFormat');
  }
  const isZip = head.startsWith(zipHead);
  if (format === 'xlsx' && !isZip) throw refusedUpload('invalid', 'notXlsx');
  if (format === 'csv' && isZip) throw refusedUpload('invalid', 'notCsv');
}
