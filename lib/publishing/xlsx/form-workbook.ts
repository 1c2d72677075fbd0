import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import type { FormSheet, GuideLine, SheetCell } from '@/lib/publishing/words';
import { writeWorkbook } from '@/lib/publishing/xlsx/write-workbook';

const rule = { style: 'thin', color: { rgb: 'C9CEC8' } } as const;
const boxed = { top: rule, bottom: rule, left: rule, right: rule };
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const titleStyle: CellStyle = { font: { bold: true, size: 14 } };
const cornerStyle: CellStyle = { alignment: { horizontal: 'right', vertical: 'center' } };
/** The columns of the corner. */
const cornerWidth = 3;
const labelStyle: CellStyle = { font: { bold: true } };
const headStyle: CellStyle = {
  font: { bold: true },
  alignment: { vertical: 'center', wrapText: true },
  fill: fill('EEF1EE'),
  border: boxed,
};
const locked: CellStyle = { border: boxed, font: { color: { rgb: '55626E' } }, alignment: { vertical: 'top' } };
const open: CellStyle = {
  border: boxed,
  fill: fill('FFFDF3'),
  protection: { locked: false },
  alignment: { vertical: 'top' },
};
const openText: CellStyle = { ...open, alignment: { vertical: 'top', wrapText: true } };

/** The name of the hidden sheet; lib/reporting/upload/parse-sheet.mjs looks for it. */
export const identitySheet = '_baton';

/** A form as an Excel workbook. It contains no formula, and its protection has no password. */
export function formWorkbook(form: FormSheet): Promise<Uint8Array> {
  return writeWorkbook({
    sheets: [
      mainSheet(form),
      guideSheet(form),
      { name: identitySheet, veryHidden: true, rows: form.identity.map((row) => [...row]) },
    ],
    properties: { title: form.title },
  });
}

function mainSheet(form: FormSheet): WriteSheet {
  const width = form.columns.length;
  const headAt = 1 + form.about.length;
  const first = headAt + 1;
  const last = headAt + form.rows.length;
  const cells = new Map<string, Partial<Cell>>([['0,0', { style: titleStyle }]]);
  for (const at of form.about.keys()) cells.set(`${at + 1},0`, { style: labelStyle });
  for (const at of form.columns.keys()) cells.set(`${headAt},${at}`, { style: headStyle });
  form.rows.forEach((row, at) => {
    for (const [column, cell] of row.entries()) {
      cells.set(`${first + at},${column}`, { style: styleOf(form, at, column, cell) });
    }
  });
  const across = (row: number, from: number) => ({ startRow: row, startCol: from, endRow: row, endCol: width - 1 });
  const letter = String.fromCharCode(65 + form.choices.column);
  // The corner stands at the right of the title and of the lines below it.
  const cornerAt = width - cornerWidth;
  const withCorner = (row: number, cells: readonly string[]) => {
    const words = form.corner[row];
    return words === undefined ? [...cells] : [...cells, ...Array<null>(cornerAt - cells.length).fill(null), words];
  };
  for (const row of form.corner.keys()) cells.set(`${row},${cornerAt}`, { style: cornerStyle });
  const upToCorner = (row: number, from: number) =>
    form.corner[row] === undefined
      ? [across(row, from)]
      : [{ ...across(row, from), endCol: cornerAt - 1 }, across(row, cornerAt)];
  return {
    name: form.name,
    rows: [
      withCorner(0, [form.title]),
      ...form.about.map(([label, text], at) => withCorner(at + 1, [label, text])),
      form.columns.map(({ label }) => label),
      ...form.rows.map((row) => row.map(cellValue)),
    ],
    cells,
    merges: [...upToCorner(0, 0), ...form.about.flatMap((_, at) => upToCorner(at + 1, 1))],
    columns: form.columns.map((column) => ({ width: column.width })),
    freezePane: { rows: first, columns: 2 },
    dataValidations: [
      {
        type: 'list',
        values: [...form.choices.words],
        range: `${letter}${first + 1}:${letter}${last + 1}`,
        allowBlank: true,
        showErrorMessage: false,
      },
    ],
    protection: { sheet: true },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${first}:$${first}`,
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  };
}

const cellValue = (cell: SheetCell): CellValue =>
  cell === null ? null : 'text' in cell ? cell.text : Number(cell.number);

function styleOf(form: FormSheet, row: number, column: number, cell: SheetCell): CellStyle {
  const format = (decimals: number) => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`);
  const isInput = form.columns[column]?.isInput ?? false;
  const decimals = cell && 'number' in cell ? cell.decimals : null;
  if (!isInput) return decimals === null ? locked : { ...locked, numFmt: format(decimals) };
  if (column === form.valueColumn) return { ...open, numFmt: inputFormat(decimals ?? form.inputFormats[row] ?? 0) };
  if (column === form.growthColumn) return { ...open, numFmt: inputFormat(decimals ?? 1) };
  return openText;
}

/** The most decimals of a figure. */
const mostDecimals = 10;

/** The format of a cell to be filled in. It hides no typed decimal: a sheet is read as it looks. */
const inputFormat = (decimals: number) =>
  decimals === 0 ? 'General' : `#,##0.${'0'.repeat(decimals)}${'#'.repeat(Math.max(0, mostDecimals - decimals))}`;

function guideSheet({ guide }: FormSheet): WriteSheet {
  const styles: Readonly<Record<GuideLine['kind'], CellStyle>> = {
    title: titleStyle,
    text: { alignment: { vertical: 'top', wrapText: true } },
    head: headStyle,
    row: { border: boxed, alignment: { vertical: 'top', wrapText: true } },
  };
  const width = Math.max(...guide.lines.map(({ cells }) => cells.length));
  const cells = new Map<string, Partial<Cell>>();
  guide.lines.forEach((line, row) => {
    for (const column of line.cells.keys()) cells.set(`${row},${column}`, { style: styles[line.kind] });
  });
  return {
    name: guide.name,
    rows: guide.lines.map((line) => [...line.cells]),
    cells,
    merges: guide.lines.flatMap((line, row) =>
      line.cells.length === 1 ? [{ startRow: row, startCol: 0, endRow: row, endCol: width - 1 }] : [],
    ),
    columns: Array.from({ length: width }, () => ({ width: 15 })),
    protection: { sheet: true },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}
