import { expect, test } from 'vitest';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { checkedFigure } from '@/lib/testing/checked-figures';
import { cellsOf } from './cells';
import { entriesOf, type PasteField, pasteOf } from './pasting';

const figure = (code: string, nameZh: string, more: Partial<FormFigure> = {}) =>
  ({
    ...checkedFigure('', { of: { code, nameZh, nameEn: code, unitZh: '亿元', unitEn: '100 m yuan' } }),
    ...{ version: 0, evidence: null, state: null, canWrite: true, aliases: [], ...more },
  }) as unknown as FormFigure;
const form = [
  figure('OUT', '规上工业总产值', { aliases: ['工业总产值'] }),
  figure('TAX', '税收收入'),
  figure('INV', '固定资产投资', { canWrite: false }),
  figure('TRADE', '外贸进出口总额'),
];
const pasted = (text: string, at = 0, field: PasteField = 'typed', figures = form) => {
  const from = figures[at];
  const paste = from && pasteOf(text, { key: keyOf(from), field }, figures, cellsOf(figures));
  if (!paste) throw new Error('no block');
  return { ...paste, entries: Object.fromEntries(entriesOf(paste)) };
};
const key = (code: string, period = '2026-M10') => `${code} ${period}`;

test('a row that begins with a name goes to its figure, in the unit beside', () => {
  const filled = { [key('OUT')]: { typed: '145', typedYoy: '5.4' } };
  expect(pasted('规上工业总产值\t亿元\t145\t5.4')).toMatchObject({ isByName: true, spare: [], unnamed: [] });
  for (const text of [
    '规上工业总产值\t亿元\t145\t5.4',
    '规上工业总产值（亿元）\t145\t5.4',
    '一、工业总产值\t145\t5.4',
    'OUT\t145\t5.4',
  ]) {
    expect(pasted(text, 3).entries, text).toEqual(filled);
  }
  expect(pasted('规上工业总产值\t万元\t1450000').entries).toEqual({ [key('OUT')]: { typed: '1450000 万元' } });
});

test('names in any order, with rows between, put no number at another indicator', () => {
  const paste = pasted(
    '指标\t单位\t本期数\n外贸进出口总额\t亿元\t88\n利润总额\t亿元\t12\n规上工业总产值\t亿元\t145\n固定资产投资\t亿元\t7',
  );
  expect(paste.entries).toEqual({ [key('TRADE')]: { typed: '88' }, [key('OUT')]: { typed: '145' } });
  expect(paste).toMatchObject({ unnamed: ['指标 单位 本期数', '利润总额 亿元 12'], locked: 1, over: 0 });
  const pairs = pasted('税收收入\t9\n规上工业总产值\t145').entries;
  expect(pairs).toEqual({ [key('TAX')]: { typed: '9' }, [key('OUT')]: { typed: '145' } });
});

test('cells for which there is no column are told with their texts', () => {
  expect(pasted('1\t2\t3\t4\t\t6')).toMatchObject({
    ...{ isByName: false, spare: ['3', '4', '6'] },
    entries: { [key('OUT')]: { typed: '1', typedYoy: '2' } },
  });
  expect(pasted('1\t2', 0, 'typedYoy').spare).toEqual(['2']);
  expect(pasted('规上工业总产值\t145\t5.4\t139')).toMatchObject({ spare: ['139'] });
});

test('of an indicator in two periods the rows go in order, a single one to the period it is pasted at', () => {
  const periods = [figure('OUT', '规上工业总产值'), figure('OUT', '规上工业总产值', { periodCode: '2026-YTD10' })];
  const two = '规上工业总产值\t145\n规上工业总产值\t1300';
  expect(pasted(two, 0, 'typed', periods).entries).toEqual({
    [key('OUT')]: { typed: '145' },
    [key('OUT', '2026-YTD10')]: { typed: '1300' },
  });
  expect(pasted('规上工业总产值\t1300', 1, 'typed', periods).entries).toEqual({
    [key('OUT', '2026-YTD10')]: { typed: '1300' },
  });
  expect(pasted(`${two}\n规上工业总产值\t9`, 0, 'typed', periods).unnamed).toEqual(['规上工业总产值 9']);
});

test('numbers alone go downwards, rows beyond the table are counted', () => {
  const paste = pasted('1\n未报\n3', 2);
  expect(paste).toMatchObject({ isByName: false, over: 1, locked: 1, entries: { [key('TRADE')]: { typed: '未报' } } });
});
