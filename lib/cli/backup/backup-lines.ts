import { StartFailure } from '@/db/embedded/failure';
import type { CopiedTable, SequenceState } from './copied-tables';
import { manifestMark } from './manifest';

/** What stands in a backup, in its order; the rows of a table come in pieces, each of whole bytes of its COPY. */
export type BackupPiece =
  | { readonly kind: 'table'; readonly table: CopiedTable }
  | { readonly kind: 'rows'; readonly bytes: Buffer }
  | { readonly kind: 'end of table' }
  | { readonly kind: 'sequence'; readonly state: SequenceState }
  | { readonly kind: 'comment' }
  | { readonly kind: 'manifest'; readonly text: string };

/** A piece, and its own bytes in the file. */
export type ReadPiece = { readonly piece: BackupPiece; readonly bytes: Buffer };

const endOfRows = Buffer.from('\\.\n');
const lineBreak = Buffer.from('\n');

/**
 * Reads the unpacked bytes of a backup. Throws for a line that no backup has. A row never is `\.` alone, since COPY
 * writes a backslash twice.
 */
export async function* readPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<ReadPiece> {
  let rest: Buffer = Buffer.alloc(0);
  let isInTable = false;
  // Whether what is left begins a line; the rows of a table come in pieces that may end within one.
  let beginsLine = true;
  for await (const chunk of bytes) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (;;) {
      if (isInTable) {
        const end = endOfTable(rest, beginsLine);
        if (end < 0) break;
        if (end > 0) yield rowsOf(rest.subarray(0, end));
        yield { piece: { kind: 'end of table' }, bytes: endOfRows };
        rest = rest.subarray(end + endOfRows.length);
        [isInTable, beginsLine] = [false, true];
        continue;
      }
      const end = rest.indexOf(lineBreak);
      if (end < 0) break;
      const line = rest.subarray(0, end + 1);
      const piece = pieceOf(line.toString('utf8', 0, end));
      yield { piece, bytes: line };
      rest = rest.subarray(end + 1);
      isInTable = piece.kind === 'table';
    }
    // All but the last letters, which may begin the end of the table.
    if (isInTable && rest.length > endOfRows.length) {
      const sure = rest.subarray(0, rest.length - endOfRows.length);
      yield rowsOf(sure);
      beginsLine = sure.at(-1) === lineBreak[0];
      rest = rest.subarray(sure.length);
    }
  }
  if (rest.length > 0 || isInTable) throw brokenFailure();
}

const rowsOf = (bytes: Buffer): ReadPiece => ({ piece: { kind: 'rows', bytes }, bytes });

/** Where the line `\.` begins, or -1. */
function endOfTable(bytes: Buffer, beginsLine: boolean): number {
  if (beginsLine && bytes.subarray(0, endOfRows.length).equals(endOfRows)) return 0;
  const at = bytes.indexOf(`\n${endOfRows}`);
  return at < 0 ? -1 : at + 1;
}

const name = '"(?:[^"]|"")+"';
const tableLine = new RegExp(`^COPY public\\.(${name}) \\((${name}(?:, ${name})*)\\) FROM stdin;$`);
const sequenceLine = new RegExp(`^SELECT pg_catalog\\.setval\\('public\\.(${name})', (\\d{1,19}), (true|false)\\);$`);
const unquoted = (text = '') => text.slice(1, -1).replaceAll('""', '"');

function pieceOf(line: string): BackupPiece {
  if (line.startsWith(manifestMark)) return { kind: 'manifest', text: line.slice(manifestMark.length) };
  if (line === '' || line.startsWith('-- ')) return { kind: 'comment' };
  const [, table, columns = ''] = tableLine.exec(line) ?? [];
  if (table) {
    const names = [...columns.matchAll(new RegExp(name, 'g'))].map(([one]) => unquoted(one));
    return { kind: 'table', table: { name: unquoted(table), columns: names } };
  }
  const [, sequence, value = '', isCalled] = sequenceLine.exec(line) ?? [];
  if (sequence) return { kind: 'sequence', state: { name: unquoted(sequence), value, isCalled: isCalled === 'true' } };
  throw brokenFailure();
}

/** The refusal of a file that is damaged, incomplete or no backup at all. */
export const brokenFailure = () =>
  new StartFailure(
    'The file is no whole backup of Baton: it is damaged, cut off, or something else. Nothing was restored; take another backup.',
    '该文件不是完整的指挥棒备份：已损坏、不完整，或并非备份。没有恢复任何内容，请换用另一份备份。',
  );
