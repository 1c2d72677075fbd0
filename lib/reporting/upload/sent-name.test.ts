import { expect, test } from 'vitest';
import { sentName } from '@/lib/reporting/upload/sent-name';

test.each([
  ['月报.pdf', '月报.pdf'],
  ['x\u202efdp.exe.pdf', 'xfdp.exe.pdf'],
  ['\u2066a\u2069\u200e\u200f\u061cb\u202a\u202c.xlsx', 'ab.xlsx'],
  ['a\u0000\nb\ud800.csv', 'ab.csv'],
  ['\u202e', '?'],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(196)}.pdf`],
])('%j is kept as %s', (sent, kept) => {
  expect(sentName(sent)).toBe(kept);
});
