import { expect, test } from 'vitest';
import { messagesByKey } from '@/lib/i18n/messages-by-key';
import { locales } from '@/lib/i18n/words';
import { writtenStaged } from '@/lib/reporting/import/written-finding';
import { mappingFaults, mappingKey } from '@/lib/reporting/mapping/words';
import { mapped } from '@/lib/testing/mapped-sheets';
import { sheetNumbers, sheetOf } from '@/lib/testing/ten-sheets';

const noFigure = { indicatorCode: null, periodCode: null };

test('every fault that a mapping finds has a sentence in both languages', () => {
  for (const locale of locales) {
    const messages = messagesByKey(locale);
    const missing = mappingFaults.filter((fault) => !messages.has(`imports.findings.${mappingKey}${fault}`));
    expect(missing, locale).toEqual([]);
  }
});

test.each(sheetNumbers)('what is not read of sheet %i is told in whole sentences', async (number) => {
  const { figures, refused } = mapped(await sheetOf(number));
  const told = [...refused, ...figures.flatMap(({ findings }) => findings)];
  for (const locale of locales) {
    for (const finding of told) {
      const sentence = writtenStaged(finding, noFigure, locale);
      expect(sentence).not.toMatch(/findings\.|\{|undefined/);
      expect(sentence.length).toBeGreaterThan(5);
    }
  }
});
