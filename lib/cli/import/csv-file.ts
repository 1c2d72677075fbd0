import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import Papa from 'papaparse';
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
  for await (const cells of parseRows(path, encoding)) {
    return columns
      .filter((column) => !(column in cells))
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
  let row = 1;
  for await (const cells of parseRows(path, encoding)) {
    row += 1;
    const named: Record<string, string | number> = { row };
    let isEmpty = true;
    for (const column of columns) {
      const value = (cells[column] ?? '').trim();
      named[column] = value;
      isEmpty &&= value === '';
    }
    if (!isEmpty) yield named as CsvRow<Column>;
  }
}

function parseRows(path: string, encoding: Encoding): AsyncIterable<Record<string, string>> {
  const decoder = new TextDecoder(encoding);
  const letters = new Transform({
    transform: (chunk, _encoding, done) => done(null, decoder.decode(chunk, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, skipEmptyLines: false });
  return createReadStream(path).pipe(letters).pipe(parser) as AsyncIterable<Record<string, string>>;
}
