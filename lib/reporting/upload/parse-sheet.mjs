// Reads an uploaded file. Input `{ format, content, cells, characters, figures }`: the bytes of a workbook or the text of
// a CSV file, the limits of cells and of their length, whether it is a sheet of figures, and the name of the `sheet` of a
// workbook where one is asked for. Posts the filled rows in
// batches, each with its index, then the end or the fault of the file. Of a sheet of figures also the marks of its cells
// and their texts as displayed, the merged areas, what is hidden, the names of the sheets, and the rows of the one that
// identifies a template. With `sheets` all sheets of the workbook are read as sheets of figures, each announced before its rows.
import { chosenSheet, identityName } from './sheet-choice.mjs';
import { plainPart, shownText } from './shown-cell.mjs';

const batch = 500;
const mostMerges = 50_000;
/** The rows of the identity of a template: what it is, and a row for each of at most 2,000 figures. */
const mostIdentity = 5100;

class TooManyCells extends Error {}

class LongCell extends Error {
  constructor(row, column) {
    super();
    this.longCell = { row, column };
  }
}

/** The rows of a file on their way to who asked. */
class Rows {
  #rows = [];
  #told = 0;
  #given;
  #post;

  constructor(given, post) {
    this.#given = given;
    this.#post = post;
  }

  /** Sends a row up to its last filled cell; an empty one is not sent. */
  tell(at, values, about = {}) {
    const last = values.findLastIndex((value) => value !== null && value !== '');
    if (last < 0 && !about.marks?.length) return;
    // Empty cells before the last one count as well, since they take memory in the receiver.
    this.#told += last + 1;
    const { cells, characters } = this.#given;
    if (this.#told > cells) throw new TooManyCells();
    const long = values.findIndex((value) => typeof value === 'string' && value.length > characters);
    if (long >= 0) throw new LongCell(at + 1, long + 1);
    this.#rows.push({ at, values: values.slice(0, last + 1), marks: [], shown: [], plain: [], ...about });
    if (this.#rows.length >= batch) this.flush();
  }

  flush() {
    if (this.#rows.length > 0) this.#post({ rows: this.#rows });
    this.#rows = [];
  }
}

/** The sheet to be read, by the names and states of all. */
async function sheetIn(readXlsx, bytes, asked) {
  const all = [];
  const { activeSheet } = await readXlsx(bytes, {
    sheets: (sheet) => {
      all[sheet.index] = sheet;
      return false;
    },
  });
  return chosenSheet(all, activeSheet, asked);
}

async function readWorkbook(bytes, rows) {
  const { readXlsx, streamXlsxRows } = await import('hucre/xlsx');
  const { index: sheet } = await sheetIn(readXlsx, bytes);
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) rows.tell(index, values);
}

const looksNumeric = /^[\s'+\-−＋－(（]*[\d０-９.．]/;

/** The marks of a cell, by the words of `CellMark`. */
function marksOf(value, cell) {
  const marks = [];
  if (cell?.formula !== undefined) marks.push('formula');
  if (cell?.type === 'error') marks.push('error');
  else if (value instanceof Date) marks.push('date');
  else if (typeof value === 'boolean') marks.push('boolean');
  else if (typeof value === 'string' && looksNumeric.test(value)) marks.push('text');
  if (typeof value === 'string' && value !== '' && cell?.style?.alignment?.indent > 0) marks.push('indented');
  return marks;
}

/** A number with the fifteen digits that a spreadsheet keeps, so that 0.1 + 0.2 is 0.3. */
const shownNumber = (value) => (typeof value === 'number' ? Number(value.toPrecision(15)) : value);

const isHidden = ({ hidden, height, width } = {}) => hidden === true || height === 0 || width === 0;

/** The cells of a row that are not simply their value: their marks, displayed texts, and texts without notes. */
function aboutRow(values, at, cells) {
  const about = { marks: [], shown: [], plain: [] };
  values.forEach((value, column) => {
    const cell = cells?.get(`${at},${column}`);
    const found = marksOf(value, cell);
    const part = plainPart(value, cell);
    const shown = shownText(value, cell?.style?.numFmt);
    if (part) about.plain.push([column, part.text]);
    if (typeof shown === 'string') about.shown.push([column, shown]);
    if (part) found.push(part.mark);
    if (shown === undefined) found.push('oddFormat');
    if (found.length > 0) about.marks.push([column, found]);
  });
  return about;
}

async function readFigures(bytes, rows, post, asked) {
  const { readXlsx } = await import('hucre/xlsx');
  const sheet = await sheetIn(readXlsx, bytes, asked);
  const { sheets } = await readXlsx(bytes, {
    readStyles: true,
    sheets: ({ index, name }) => index === sheet.index || name === identityName,
  });
  const identity = sheets.find(({ name }) => name === identityName)?.rows ?? [];
  const figures = sheets.find(({ name }) => name !== identityName);
  if (figures) tellFigures(figures, rows);
  post({
    identity: identity
      .slice(0, mostIdentity)
      .map((row) => row.slice(0, 5).map((value) => `${value ?? ''}`.slice(0, 200))),
    merges: (figures?.merges ?? []).slice(0, mostMerges),
    sheet: { name: sheet.name, others: sheet.others.slice(0, 20) },
    hidden: hiddenIn(figures),
  });
}

/** The rows of a sheet of figures, with what is known of each cell. */
function tellFigures({ rows: found, cells }, rows) {
  found.forEach((row, at) => {
    const values = row.map(shownNumber);
    rows.tell(at, values, aboutRow(values, at, cells));
  });
  rows.flush();
}

const hiddenIn = ({ rowDefs, columns } = {}) => ({
  rows: [...(rowDefs ?? [])].flatMap(([row, def]) => (isHidden(def) ? row : [])).slice(0, mostMerges),
  columns: (columns ?? []).flatMap((def, column) => (isHidden(def) ? column : [])),
});

async function readSheets(bytes, rows, post) {
  const { readXlsx } = await import('hucre/xlsx');
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  for (const sheet of sheets) {
    const isUnseen = Boolean(sheet.hidden || sheet.veryHidden);
    const merges = (sheet.merges ?? []).slice(0, mostMerges);
    post({ begins: sheet.name, isHidden: isUnseen, parts: hiddenIn(sheet), merges });
    tellFigures(sheet, rows);
  }
}

/** Whether lines are told apart by tabs: most of those that have several cells. A title ahead has neither sign. */
function isTabbed(text) {
  const lines = text.slice(0, 20_000).split(/\r?\n/);
  const tabbed = lines.filter((line) => line.includes('\t')).length;
  const others = lines.filter((line) => !line.includes('\t') && line.includes(',')).length;
  return tabbed > 1 && tabbed > others;
}

async function readCsv(text, rows) {
  const { default: Papa } = await import('papaparse');
  let at = 0;
  let badRow = 0;
  Papa.parse(text, {
    ...(isTabbed(text) ? { delimiter: '\t' } : { delimitersToGuess: [',', '\t', ';'] }),
    step: ({ data, errors }, parser) => {
      rows.tell(at, data);
      at += 1;
      if (!errors.some(({ type }) => type === 'Quotes')) return;
      badRow = at;
      parser.abort();
    },
  });
  return badRow;
}

async function readContent({ format, content, figures, sheets, sheet }, rows, post) {
  if (format === 'csv') return readCsv(content, rows);
  if (sheets) return readSheets(content, rows, post);
  return figures ? readFigures(content, rows, post, sheet) : readWorkbook(content, rows);
}

export async function parseSheet(given, post) {
  const rows = new Rows(given, post);
  try {
    const badRow = await readContent(given, rows, post);
    rows.flush();
    post(badRow ? { badRow } : { done: true });
  } catch (error) {
    const { longCell } = error;
    // The library has no error class for a sheet whose formatted cells are too far apart.
    const tooMany = error instanceof TooManyCells || /over the \d+ limit/.test(String(error));
    const fault = tooMany ? { tooManyCells: true } : { broken: String(error) };
    post(longCell ? { longCell } : fault);
  }
}
