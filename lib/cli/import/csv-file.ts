import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import Papa, { type ParseResult, type Parser } from 'papaparse';
import type { CsvRow, Finding } from '@/lib/reporting/import/csv-rows';

export type Encoding = 'utf-8' | 'gb18030';

/**
 * The sha256 of a file, its encoding (UTF-8 where that is valid to the end, else GB 18030), and the number of its
 * lines.
 */
export async function fileIdentity(path: string): Promise<{ id: string; encoding: Encoding; lines: number }> {
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let encoding: Encoding = 'utf-8';
  let lines = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
    if (encoding === 'utf-8' && !holds(() => strict.decode(chunk, { stream: true }))) encoding = 'gb18030';
  }
  if (encoding === 'utf-8' && !holds(() => strict.decode())) encoding = 'gb18030';
  return { id: hash.digest('hex'), encoding, lines };
}

function holds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

/** The faults of a file that make it unreadable: missing columns, or no row. */
export async function missingColumns(path: string, encoding: Encoding, columns: readonly string[]): Promise<Finding[]> {
  const read: string[][] = [];
  for await (const records of parsedRecords(path, encoding)) {
    read.push(...records);
    if (read.length < 2) continue;
    const present = new Set(read[0]);
    return columns
      .filter((column) => !present.has(column))
      .map((column) => ({ file: path, row: 1, column, key: 'columnMissing' as const, value: '' }));
  }
  return [{ file: path, row: 1, column: '', key: 'notReadable', value: '' }];
}

/**
 * Streams the rows of a file: trimmed strings by column, with their row in the file (the header is 1). Empty rows are
 * skipped.
 */
export async function* fileRows<Column extends string>(
  path: string,
  encoding: Encoding,
  columns: readonly Column[],
): AsyncGenerator<CsvRow<Column>> {
  let row = 0;
  let places: number[] = [];
  for await (const records of parsedRecords(path, encoding)) {
    for (const cells of records) {
      row += 1;
      if (row === 1) {
        places = columns.map((column) => cells.indexOf(column));
        continue;
      }
      const named: Record<string, string | number> = { row };
      let isEmpty = true;
      for (const [at, column] of columns.entries()) {
        const value = (cells[places[at] ?? -1] ?? '').trim();
        named[column] = value;
        isEmpty &&= value === '';
      }
      if (!isEmpty) yield named as CsvRow<Column>;
    }
  }
}

/**
 * The records of a file, header first, as many at a time as a piece of the file completes: the parser's own stream
 * hands over each record singly, which takes thirty times as long. The first piece tells delimiter and line end.
 */
async function* parsedRecords(path: string, encoding: Encoding): AsyncGenerator<readonly string[][]> {
  const decoder = new TextDecoder(encoding);
  let parser: Parser | null = null;
  let rest = '';
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    rest += decoder.decode(bytes, { stream: true });
    parser ??= parserFor(rest);
    const { data, meta } = parser.parse(rest, 0, true) as ParseResult<string[]>;
    rest = rest.slice(meta.cursor);
    yield data;
  }
  rest += decoder.decode();
  const { data } = (parser ?? parserFor(rest)).parse(rest, 0, false) as ParseResult<string[]>;
  yield data;
}

function parserFor(text: string): Parser {
  const { delimiter, linebreak } = Papa.parse(text, { preview: 1 }).meta;
  return new Papa.Parser({ delimiter, newline: linebreak as '\n' });
}
