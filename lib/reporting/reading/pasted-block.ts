/** The most rows of a pasted block; others are dropped. */
export const mostPastedRows = 2000;
export const mostPastedColumns = 50;

const quoted = /"((?:[^"]|"")*)"(?=\t|\r\n|\n|\r|$)/y;
const bare = /[^\t\r\n]*/y;
const newline = /\r\n|\n|\r/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * The cells of a block that a spreadsheet put on the clipboard: tabs between cells, a line per row. A quoted cell may
 * contain both, and doubled quotation marks; one that only begins with a mark is literal. The last, empty line is
 * ignored.
 */
export function pastedBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (rows.length < mostPastedRows && (at < text.length || row.length > 0)) {
    const marked = matchAt(quoted, text, at);
    const cell = marked ?? matchAt(bare, text, at);
    if (row.length < mostPastedColumns) row.push(marked ? (marked[1] ?? '').replaceAll('""', '"') : (cell?.[0] ?? ''));
    at += cell?.[0].length ?? 0;
    if (text[at] === '\t') {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    at += matchAt(newline, text, at)?.[0].length ?? 0;
    rows.push(row);
    row = [];
  }
  return rows;
}
