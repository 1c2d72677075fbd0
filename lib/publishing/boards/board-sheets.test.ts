import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { CardView } from '@/lib/dashboards/boards/cards/card-view';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';
import { boardSheets, cellOf } from './board-sheets';

test.each([
  ['1,843.7', { number: '1843.7', decimals: 1 }],
  ['-0.50', { number: '-0.50', decimals: 2 }],
  ['12', { number: '12', decimals: 0 }],
  ['3,919 家', { text: '3,919 家' }],
  ['约 2,600', { text: '约 2,600' }],
  ['1,2', { text: '1,2' }],
  ['第 21 位', { text: '第 21 位' }],
  ['—', null],
  ['', null],
])('%s is written as %j', (text, cell) => {
  expect(cellOf(text)).toEqual(cell);
});

const card = { key: 'c1', width: 6, title: '' };
const views: CardView[] = [
  {
    card: { ...card, kind: 'bars', indicator: 'GDP', group: 'G' },
    title: '地区生产总值，2022年/演示[1]',
    subtitle: '亿元 · 演示序列',
    body: {
      kind: 'chart',
      spec: { kind: 'bars', items: [{ key: 'A', label: '甲区', point: { value: 1843.7, text: '1,843.7' } }] },
      table: {
        columns: [{ label: '单位' }, { label: '亿元', numeric: true }],
        rows: [
          ['甲区', '1,843.7'],
          ['=乙县', '—'],
        ],
      },
      ...{ note: '未报：乙县。', fileName: 'x' },
    },
    cited: [],
    href: '',
  },
  {
    card: { ...card, kind: 'text', text: '说明' },
    ...{ title: '', subtitle: '', cited: [], href: '' },
    body: { kind: 'text', paragraphs: ['说明', '第二行'] },
  },
  {
    card: { ...card, kind: 'lamps', unit: 'A' },
    ...{ title: '甲区 · 红黄绿灯', subtitle: '', cited: [], href: '' },
    body: { kind: 'absent', absence: 'noLamps' },
  },
];

test('a workbook has a sheet for each card, in their order, with what the card shows', async () => {
  const [first, ...more] = boardSheets(views, { board: '演示看板', madeAt: '2026-11-20 09:00', locale: 'zh-CN' });
  if (!first) throw new Error('no sheet');
  const book = await readXlsx(await workbookOf(first, ...more));
  expect(book.sheets.map(({ name }) => name)).toEqual(['1 地区生产总值，2022年 演示 1', '2 文字', '3 甲区 · 红黄绿灯']);
  const rows = book.sheets.map((sheet) => sheet.rows.map((row) => row.filter((cell) => cell !== null)));
  expect(rows[0]).toEqual([
    ['地区生产总值，2022年/演示[1]'],
    ['看板', '演示看板'],
    ['范围', '亿元 · 演示序列'],
    ['生成于', '2026-11-20 09:00'],
    ['单位', '亿元'],
    ['甲区', 1843.7],
    ['=乙县'],
    ['未报：乙县。'],
  ]);
  expect(rows[1]?.slice(3)).toEqual([['文字'], ['说明'], ['第二行']]);
  expect(rows[2]?.at(-1)).toEqual(['还没有灯。']);
});
