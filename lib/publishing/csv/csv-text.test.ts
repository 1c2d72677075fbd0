import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvText, listText } from '@/lib/publishing/csv/csv-text';
import type { Sheet } from '@/lib/publishing/words';

const sheet: Sheet = {
  name: '位次',
  title: '地区生产总值，2022年',
  about: [['口径', '累计，"年初至今"']],
  columns: ['单位', '数值（亿元）', '原文'],
  rows: [
    [{ text: '南通市' }, { number: '11379.60', decimals: 2 }, { text: '=HYPERLINK("http://x")' }],
    [{ text: '某市' }, { number: '-0.3', decimals: 1 }, null],
  ],
  notes: ['@note'],
};

const read = (text: string) => Papa.parse<string[]>(text.slice(1)).data;

test('the file opens with the byte order mark and its title', () => {
  const text = csvText(sheet);
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(read(text).slice(0, 2)).toEqual([['地区生产总值，2022年'], ['口径', '累计，"年初至今"']]);
});

test('numbers keep their decimals and their sign, without thousands separators', () => {
  expect(read(csvText(sheet))[4]?.[1]).toBe('11379.60');
  expect(read(csvText(sheet))[5]?.[1]).toBe('-0.3');
});

test('no text is taken for a formula', () => {
  const rows = read(csvText(sheet));
  expect(rows[4]?.[2]).toBe(`'=HYPERLINK("http://x")`);
  expect(rows.flat()).toContain("'@note");
});

test('in a list to be read back a negative number stays one, and a formula becomes text', () => {
  const list = listText([[{ text: '-5.2' }, { text: '+3' }, { text: '-1+1' }, { text: '＝A1' }]]);
  expect(read(list)[0]).toEqual(['-5.2', '+3', "'-1+1", "'＝A1"]);
});
