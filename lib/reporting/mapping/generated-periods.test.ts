import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import { many } from '@/lib/testing/many';
import { faultsIn, inLines, mapped } from '@/lib/testing/mapped-sheets';
import { plainSheet } from '@/lib/testing/sheets';

type Row = readonly (string | number | null)[];

const indicators = [
  ['OUT', '规上工业总产值'],
  ['INV', '固定资产投资'],
  ['TAX', '税收收入'],
] as const;
const units = [
  ['JIA', '甲区'],
  ['YI', '乙县'],
  ['BING', '丙市'],
] as const;

/** Times as rows write them, each with its code; months are of 2031, the year of the title. */
const years = fc
  .tuple(fc.integer({ min: 2001, max: 2020 }), fc.integer({ min: 2, max: 6 }), fc.constantFrom('', '年', '年*'))
  .map(([first, count, behind]) =>
    Array.from({ length: count }, (_, at) => ({ text: `${first + at}${behind}`, code: `${first + at}` })),
  );
const months = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2, max: 12 })).map(([first, count]) =>
  Array.from({ length: Math.min(count, 13 - first) }, (_, at) => ({
    text: `${first + at}月`,
    code: `2031-M${`${first + at}`.padStart(2, '0')}`,
  })),
);

const sheets = fc.record({
  times: fc.oneof(years, months),
  isByUnit: fc.boolean(),
  blocks: fc.integer({ min: 1, max: 3 }),
  isHeadRepeated: fc.boolean(),
  hasTotals: fc.boolean(),
  hasNotes: fc.boolean(),
  figures: fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 120, maxLength: 120 }),
});

// What each cell is about is known from how the sheet was made, and from nothing that reads it.
test('sheets with periods in rows give the figures that they were made of, and no other', () => {
  fc.assert(
    fc.property(sheets, ({ times, isByUnit, blocks, isHeadRepeated, hasTotals, hasNotes, figures }) => {
      const [across, down] = isByUnit ? [units, indicators] : [indicators, units];
      const rows: Row[] = [['2031年主要指标'], ['单位：亿元']];
      const wanted: string[] = [];
      const heads: Row = [times[0]?.text.includes('月') ? '月份' : '年份', ...across.map(([, name]) => name)];
      let used = 0;
      for (const [block, [own, name]] of down.slice(0, blocks).entries()) {
        const line: Row = [`${'一二三'[block]}、${name}`];
        // The first line stands above the heads or below them, and the others like it.
        if (isHeadRepeated) rows.push(line, heads);
        else rows.push(...(block === 0 ? [heads] : []), line);
        for (const { text, code } of times) {
          const cells = across.map(([other], at) => {
            const figure = (figures[used % figures.length] ?? 1) / 100;
            used += 1;
            const [indicator, unit] = isByUnit ? [own, other] : [other, own];
            wanted.push(`${indicator} ${unit} ${code} ${figure} ${cellAddress(rows.length + 1, at + 2)}`);
            return figure;
          });
          rows.push([text, ...cells]);
        }
        if (hasTotals) rows.push(['合 计', ...across.map(() => 1)]);
        if (hasNotes) rows.push(['注：演示数据，未经核定。']);
      }
      const found = mapped(plainSheet(rows));
      expect({ figures: inLines(found), faults: faultsIn(found) }).toEqual({ figures: wanted.sort(), faults: [] });
    }),
    { numRuns: many(1000, 60) },
  );
});
