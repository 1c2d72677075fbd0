import { expect, test } from 'vitest';
import { printable, printableLines } from '@/lib/printable';

test('a text has no code that a file of XML cannot hold', () => {
  for (const code of [0, 0xb, 0x85, 0xd800, 0xfdd0, 0xfffe, 0xffff, 0x1fffe])
    expect(
      [printable, printableLines].map((kept) => kept.test(`甲${String.fromCodePoint(code)}`)),
      `${code}`,
    ).toEqual([false, false]);
  for (const text of ['甲区 & <b>“𠮷”', '😀', '\u200b']) expect(printable.test(text), text).toBe(true);
});
