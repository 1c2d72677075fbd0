import { describe, expect, test } from 'vitest';
import { faultsIn, inLines, leftIn, mapped } from '@/lib/testing/mapped-sheets';
import { figuresOf, sheetOf } from '@/lib/testing/ten-sheets';

// The figures behind each sheet were read from it by a person, cell by cell.
describe('ten sheets of ten shapes', () => {
  test('8: full-width digits and letters, the period in a column', async () => {
    const sheet = await sheetOf(8);
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(figuresOf(8));
    // 2026.1 may be January or October.
    expect(faultsIn(found)).toEqual(['periodEither C4', 'periodEither D4', 'periodEither E4', 'unreadable D5']);
  });

  test('9: a list in GB 18030 whose merged heads are lost', async () => {
    const sheet = await sheetOf(9);
    expect(sheet.encoding).toBe('gb18030');
    const found = mapped(sheet, () => ({ period: { from: 'head', code: '2026-M10', months: null } }));
    expect(inLines(found)).toEqual(figuresOf(9));
    // 1,020 without quotation marks makes the row longer.
    expect(faultsIn(found)).toEqual(['longerRow F5']);
    expect(leftIn(found)).toEqual(['total A6']);
  });

  test('10: a workbook of another program, with inline texts, no shared ones and prefixes of its own', async () => {
    const sheet = await sheetOf(10);
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(figuresOf(10));
    expect(faultsIn(found)).toEqual(['error C5']);
  });
});
