import type { Words } from '@/lib/i18n/words';
import type { entry as shape } from '@/lib/i18n/zh-CN/entry';

export const entry: Words<typeof shape> = {
  title: 'Entry',
  readingFaults: {
    notANumber: 'it is not a number.',
    badGrouping: 'the thousands are grouped wrongly; groups have three digits, as in 1,234,567.',
    exponent: 'write the number in full, without an exponent.',
    tooLong: 'too many digits: at most 15 before the point and 10 after it.',
    otherUnit: 'the unit of measure is another than the indicator’s; convert it first.',
    percentNotHere: 'the indicator is not measured in %; use its own unit of measure.',
    range: 'it is a range; one number is needed.',
    spreadsheetError: 'this is an error of a spreadsheet; mend it in the original sheet.',
  },
};
