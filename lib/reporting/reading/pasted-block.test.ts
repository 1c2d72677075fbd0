import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostPastedColumns, mostPastedRows, pastedBlock } from './pasted-block';

test.each<[string, string, string[][]]>([
  ['nothing is no row', '', []],
  ['one cell', '5', [['5']]],
  [
    'tabs and lines',
    '1\t2\r\n3\t4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['a line of another system', '1\n2\r3', [['1'], ['2'], ['3']]],
  ['empty cells stay, the last empty line goes', '\t\t\n\na\n', [['', '', ''], [''], ['a']]],
  ['a tab at the end is an empty cell', 'a\t', [['a', '']]],
  ['a cell with a line break', '"a\nb"\t2\n', [['a\nb', '2']]],
  ['doubled marks', '"say ""yes"""\t"x\ty"', [['say "yes"', 'x\ty']]],
  ['a mark that opens nothing', '"5 inch\t6', [['"5 inch', '6']]],
  ['a mark inside', 'a"b"\tc', [['a"b"', 'c']]],
])('%s', (_name, text, rows) => {
  expect(pastedBlock(text)).toEqual(rows);
});

test('cells beyond the most rows and columns are dropped', () => {
  const block = pastedBlock(`${'1\t'.repeat(60)}\n`.repeat(mostPastedRows + 5));
  expect(block).toHaveLength(mostPastedRows);
  expect(new Set(block.map((row) => row.length))).toEqual(new Set([mostPastedColumns]));
});

test('a block in a spreadsheet’s format is read back', () => {
  const cell = fc.stringMatching(/^[a\t\n" 1]{0,6}$/);
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
  fc.assert(
    fc.property(block, (rows) => {
      const written = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join('\t')).join('\r\n');
      expect(pastedBlock(`${written}\r\n`)).toEqual(rows);
    }),
  );
});
