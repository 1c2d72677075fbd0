import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { faces, millimetres, points, sizes } from './docx-layout';
import { plainWidth } from './plain-width';
import type { AnnexTable } from './words';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const border = { top: line, bottom: line, left: line, right: line };

/** An annex on a page of its own: its name, the title, the table with a head on each page, and the notes. */
export function annexParts(annex: AnnexTable, name: string, isWide: boolean): (Paragraph | Table)[] {
  const text = (words: string, run: object) => new TextRun({ font: faces.body, size: sizes.body, ...run, text: words });
  return [
    new Paragraph({ children: [text(name, { font: faces.head })] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: points(8), after: points(10) },
      children: [text(annex.title, { font: faces.title, size: sizes.title - 8 })],
    }),
    tableOf(annex, millimetres(isWide ? 225 : 156)),
    ...annex.notes.map(
      (note, at) =>
        new Paragraph({
          ...(at === 0 && { spacing: { before: points(6) } }),
          children: [text(note, { size: sizes.note })],
        }),
    ),
  ];
}

function tableOf({ columns, isNumber, rows }: AnnexTable, width: number): Table {
  const widths = columnWidths({ columns, rows }, width);
  const cell = (words: string, at: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 60, right: 60 },
      children: [
        new Paragraph({
          alignment: isHead ? AlignmentType.CENTER : isNumber[at] ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ font: isHead ? faces.head : faces.body, size: sizes.table, text: words })],
        }),
      ],
    });
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      height: { value: points(20), rule: HeightRule.ATLEAST },
      children: cells.map((words, at) => cell(words, at, isHead)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...border, insideHorizontal: line, insideVertical: line },
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** Widths that add up to the whole: each by its longest word, within bounds, so that a long remark does not take all. */
function columnWidths({ columns, rows }: Pick<AnnexTable, 'columns' | 'rows'>, whole: number): number[] {
  const wanted = columns.map((head, at) => {
    const cells = rows.map((row) => plainWidth(row[at] ?? ''));
    return Math.min(Math.max(4, Math.ceil(plainWidth(head) / 2), ...cells) + 1, 24);
  });
  const sum = wanted.reduce((total, one) => total + one, 0);
  return wanted.map((one) => Math.floor((one / sum) * whole));
}
