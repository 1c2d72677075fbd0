import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalText, readFigure } from '@/lib/reporting/reading/read-figure';
import { plainText } from '@/lib/reporting/upload/plain-text';
import { mapped, mappedNames } from '@/lib/testing/mapped-sheets';
import { plainSheet } from '@/lib/testing/sheets';

const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...' 0123456789.,-+%aZ~!') }),
  fc.string({ unit: 'binary-ascii' }),
  fc.string(),
);

// A sign without a width is removed from every text, and keeps it from the short way.
test('the short way of plain texts ends where the long one does', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(normalText(text)).toBe(normalText(`${text}\u200b`));
      expect(plainText(text)).toBe(plainText(`${text}\u200b`));
    }),
  );
});

test('the short way of plain numbers reads them as every other text is read', () => {
  const [indicator] = mappedNames.indicators;
  if (!indicator) throw new Error('no indicator');
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^-?\d{1,14}(\.\d{0,11})?$/), { minLength: 1, maxLength: 20 }),
      (numbers) => {
        const rows = numbers.map((text, at) => [`2026年${(at % 12) + 1}月`, text]);
        const sheet = plainSheet([['甲区'], ['时间', '规上工业总产值（亿元）'], ...rows.slice(0, 12)]);
        const { figures } = mapped(sheet, () => ({ unit: { from: 'fixed', code: 'JIA' } }));
        for (const figure of figures) {
          const text = rows[Number(figure.address.slice(1)) - 3]?.[1] ?? '';
          const reading = readFigure(text, indicator);
          const { value, decimals, qualifier, qualifierPrinted } = figure;
          expect(reading).toMatchObject({ kind: 'number', value, decimals, qualifier, qualifierPrinted });
        }
      },
    ),
  );
});
