import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileRows, missingColumns } from '@/lib/cli/import/csv-file';

const folder = mkdtempSync(join(tmpdir(), 'baton-csv-'));
const file = join(folder, 'file.csv');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const columns = ['note', 'unit'] as const;

for (const [line, between] of [
  ['\n', ','],
  ['\r\n', ','],
  ['\r', ';'],
  ['\n', '\t'],
] as const) {
  test(`rows are whole where a file is read in pieces: ${JSON.stringify([line, between])}`, async () => {
    // 20,000 rows of growing length put the ends of the pieces into quotes, line ends and letters of three bytes.
    const notes = Array.from({ length: 20_000 }, (_, at) => `甲"${between}${line}乙${'丙'.repeat(at % 17)}${at}`);
    const records = notes.map((note, at) => [`U${at}`, `"${note.replaceAll('"', '""')}"`].join(between));
    writeFileSync(file, [['unit', 'note'].join(between), ...records].join(line));
    const read = [];
    for await (const row of fileRows(file, 'utf-8', columns)) read.push(row);
    expect(read).toEqual(notes.map((note, at) => ({ row: at + 2, note, unit: `U${at}` })));
  });
}

test('a first row with fewer cells than the header hides no column; a missing one is named', async () => {
  writeFileSync(file, 'unit,note\nU1\n');
  expect(await missingColumns(file, 'utf-8', columns)).toEqual([]);
  writeFileSync(file, 'unit,other\nU1,x\n');
  expect(await missingColumns(file, 'utf-8', columns)).toMatchObject([
    { row: 1, column: 'note', key: 'columnMissing' },
  ]);
  writeFileSync(file, 'unit,note\n');
  expect(await missingColumns(file, 'utf-8', columns)).toMatchObject([{ key: 'notReadable' }]);
});
