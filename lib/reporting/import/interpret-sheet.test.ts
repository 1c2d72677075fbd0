import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { Refusal } from '@/lib/errors';
import { translator } from '@/lib/i18n/translator';
import { imports } from '@/lib/i18n/zh-CN/imports';
import { formWorkbook } from '@/lib/publishing/xlsx/form-workbook';
import { interpretedSheet } from '@/lib/reporting/import/interpret-sheet';
import { templateSheet } from '@/lib/reporting/import/template/template-sheet';
import type { OpenFigure, OpenReturn, TemplateReturn } from '@/lib/reporting/import/words';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';

const period = '2026-M10';
const unit = { code: 'JIA', nameZh: '甲区', nameEn: 'District A' };

function figure(code: string, unitZh = '亿元'): OpenFigure {
  return {
    indicatorCode: code,
    periodCode: period,
    isRequired: true,
    indicator: {
      code,
      nameZh: `演示指标${code}`,
      nameEn: `Demonstration ${code}`,
      unitZh,
      unitEn: unitZh,
      decimals: 2,
      measure: unitZh === '%' ? 'rate' : 'amount',
      direction: 'higher',
      basis: 'current',
    },
    old: null,
    version: 0,
    isWritable: true,
    isLocked: false,
  };
}

const open: OpenReturn = {
  collectionId: 'c1',
  title: '十月任务',
  periodCode: period,
  figures: [figure('A'), figure('B'), figure('R', '%')],
};
const asked: Parameters<typeof interpretedSheet>[1] = { unit, collectionId: 'c1', returns: [open] };
const template: TemplateReturn = {
  ...open,
  dueAt: new Date('2026-11-18T09:00:00Z'),
  isDemonstration: true,
  unit,
  figures: open.figures.map((one) => ({ ...one, previous: null, yearEarlier: null })),
};

type Shape = Omit<WriteSheet, 'name' | 'rows'>;
const workbook = (rows: CellValue[][], more: Shape = {}) => writeXlsx({ sheets: [{ name: '表', rows, ...more }] });

async function read(bytes: Uint8Array, name = '表.xlsx', against = asked) {
  return interpretedSheet(await readFigureSheet(bytes, name), against);
}

/** The words that the person who sent the file is shown. */
async function refusedWords(work: Promise<unknown>): Promise<string> {
  const refusal = await work.then(
    () => null,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(Refusal);
  const { key, details } = refusal as Refusal;
  const [room = '', ...rest] = key.split('.');
  return translator('zh-CN', room as 'imports')(rest.join('.') as 'title', details as never);
}

const head = ['指标代码', '报告期代码', '本期数', '限定', '同比（%）', '备注'];
const found = async (rows: CellValue[][], more?: Shape) => (await read(await workbook([head, ...rows], more))).rows;

describe('a template of another kind is refused with what was expected and what was found', () => {
  const form = templateSheet(template, 'zh-CN');
  const forged = (change: Readonly<Record<string, string>>) =>
    formWorkbook({
      ...form,
      identity: form.identity.map(([label = '', value = '']) => [label, change[label] ?? value]),
    });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['version', { template: '9' }, '模板版本不对：现用第 1 版，文件是第 9 版。请重新下载模板填写。'],
    ['unit', { unit: 'YI' }, '模板不是本单位的：应为 甲区（JIA），文件是 YI。请重新下载本单位的模板。'],
    ['period', { period: '2026-M09' }, '模板的报告期不对：应为 2026年10月，文件是 2026年9月。请重新下载模板填写。'],
    [
      'collection',
      { collection: 'c2' },
      '模板属于另一个任务，所选任务是“十月任务”。请选择对应的任务，或重新下载模板。',
    ],
    [
      'list of figures',
      { items: '0000000000000000' },
      '“十月任务”的指标已有调整，模板与现在的不一致。请重新下载模板填写。',
    ],
  ])('another %s', async (_what, change, words) => {
    expect(await refusedWords(read(await forged(change)))).toBe(words);
  });

  test('a collection that is not there', async () => {
    const against = { ...asked, collectionId: null, returns: [] };
    expect(await refusedWords(read(await forged({}), '表.xlsx', against))).toBe(
      '模板对应的任务（2026年10月）不存在，或不由本单位填报。请重新下载模板。',
    );
  });

  test('the right one is recognised, whatever it is named', async () => {
    const {
      template: version,
      collectionId,
      rows,
    } = await read(await forged({}), '改名.xlsx', { ...asked, collectionId: null });
    expect({ version, collectionId, rows: rows.length }).toEqual({ version: 1, collectionId: 'c1', rows: 3 });
    expect(rows[0]?.address).toBe('H7');
  });
});

describe('columns are found', () => {
  test('in any order, in English, with a unit behind, below a title', async () => {
    const rows = [
      ['十月数据'],
      [],
      ['Value (100 million yuan)', 'note', 'period', 'indicator'],
      [12, '注', '2026-M10', 'A'],
    ];
    const [row] = (await read(await workbook(rows))).rows;
    expect(row).toMatchObject({ address: 'A4', typed: '12', note: '注', kind: 'added' });
  });

  test('through merged headings and merged codes', async () => {
    const rows = [
      ['十月数据', null, null],
      ['指标代码', '报告期代码', '本期数'],
      [null, null, '（亿元）'],
      ['A', '2026-M10', 12],
      ['B', null, 13],
    ];
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
      { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
      { startRow: 1, startCol: 1, endRow: 2, endCol: 1 },
      { startRow: 3, startCol: 1, endRow: 4, endCol: 1 },
    ];
    const read5 = (await read(await workbook(rows, { merges }))).rows;
    expect(read5.map(({ address, typed, kind }) => [address, typed, kind])).toEqual([
      ['C4', '12', 'added'],
      ['C5', '13', 'added'],
    ]);
  });

  test('and a missing one is named', async () => {
    expect(
      await refusedWords(
        read(
          await workbook([
            ['指标代码', '数额'],
            ['A', 1],
          ]),
        ),
      ),
    ).toBe('前 10 行里没有找到这些列：报告期代码（Period code）、本期数（Value）。请使用模板，或补上列名。');
  });

  test('a value hidden under a merged cell is nobody’s', async () => {
    const rows = await found(
      [
        ['A', period, 12],
        ['B', period, null],
      ],
      { merges: [{ startRow: 1, startCol: 2, endRow: 2, endCol: 2 }] },
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['added', 'faulty']);
    expect(rows[1]?.findings).toMatchObject([{ key: 'merged', address: 'C3' }]);
  });
});

describe('cells', () => {
  const style = (numFmt: string) => ({ style: { numFmt } });
  const cases: [
    what: string,
    cell: CellValue,
    more: object,
    code: string,
    typed: string,
    finding: string | null,
    kind: string,
  ][] = [
    ['a number', 12.5, {}, 'A', '12.5', null, 'added'],
    ['a sum of tenths', 0.1 + 0.2, {}, 'A', '0.3', null, 'added'],
    ['a number as text', '12.5', {}, 'A', '12.5', 'numberAsText', 'added'],
    ['full-width digits', '１２．５', {}, 'A', '１２．５', 'numberAsText', 'added'],
    ['a scale', '1.2万亿', {}, 'A', '1.2万亿', 'converted', 'added'],
    ['a formula', 7, { formula: '3+4' }, 'A', '7', 'formula', 'added'],
    ['a formula without a result', null, { formula: '3+4' }, 'A', '', 'formulaEmpty', 'faulty'],
    ['a percentage where the unit is %', 0.053, style('0.0%'), 'R', '5.3', 'percentFormat', 'added'],
    ['a percentage elsewhere', 0.053, style('0.0%'), 'A', '0.053', 'percentNotHere', 'faulty'],
    ['a date', new Date('2026-09-30T00:00:00Z'), style('yyyy-mm-dd'), 'A', '2026-09-30', 'date', 'faulty'],
    ['a yes or no', true, {}, 'A', 'TRUE', 'boolean', 'faulty'],
    ['another unit', '12吨', {}, 'A', '12吨', 'unreadable', 'faulty'],
    ['an absence', '未报', {}, 'A', '未报', null, 'added'],
    ['nothing', null, {}, 'A', '', null, 'unchanged'],
    ['zero', 0, {}, 'A', '0', null, 'added'],
  ];
  test.each(cases)('%s', async (_what, cell, more, code, typed, key, kind) => {
    const cells = new Map([['1,2', { ...more, value: cell, ...('formula' in more ? { formulaResult: cell } : {}) }]]);
    const [row] = await found([[code, period, cell, '', '']], { cells });
    expect([row?.typed, row?.kind, row?.findings[0]?.key ?? null]).toEqual([typed, kind, key]);
    if (key) {
      expect(row?.findings[0]?.address).toBe('C2');
      expect(Object.keys(imports.findings)).toContain(key);
    }
  });

  test('an error of the sheet is named with its cell', async () => {
    const cells = new Map([['1,2', { value: '#DIV/0!', type: 'error' as const }]]);
    const [row] = await found([['A', period, '#DIV/0!']], { cells });
    expect(row).toMatchObject({
      kind: 'faulty',
      findings: [{ key: 'error', address: 'C2', details: { text: '#DIV/0!' } }],
    });
  });

  test('a qualifying word has a column of its own', async () => {
    const [about, over] = await found([
      ['A', period, 2600, '约'],
      ['B', period, 2600, '多'],
    ]);
    expect(about).toMatchObject({ typed: '约2600', value: '2600', qualifier: 'about' });
    expect(over).toMatchObject({ typed: '2600多', value: '2600', qualifier: 'at_least' });
  });

  test('rows that are nobody’s, unknown or written twice are named by their cells', async () => {
    const rows = await found([
      ['A', period, 1],
      ['A', period, 2],
      ['X', period, 3],
      ['B', '2026-M09', 4],
      ['填表人：', '', ''],
    ]);
    expect(rows.map(({ findings }) => findings.map(({ key, address }) => `${key} ${address}`))).toEqual([
      [],
      ['twice C3'],
      ['unknownIndicator A4'],
      ['unknownPeriod B5'],
    ]);
  });

  test('what is in review or approved is refused only where it would change', async () => {
    const old = {
      typed: '12.50',
      typedYoy: '',
      note: '',
      sourceText: '',
      explanation: '',
      value: '12.50',
      decimals: 2,
      qualifier: 'exact',
      qualifierPrinted: '',
      absence: 'none',
      reportedYoy: null,
    } as const;
    const locked = { ...figure('A'), old, version: 3, isWritable: false, isLocked: true };
    const against = { ...asked, returns: [{ ...open, figures: [locked] }] };
    const kinds = async (value: number) =>
      (await read(await workbook([head, ['A', period, value]]), '表.xlsx', against)).rows.map(({ kind, findings }) => [
        kind,
        findings[0]?.key,
      ]);
    expect(await kinds(12.5)).toEqual([['unchanged', undefined]]);
    expect(await kinds(13)).toEqual([['faulty', 'locked']]);
  });

  test('control characters and halves of characters never reach the database', async () => {
    const [row] = await found([['A', period, 1, '', '', 'a_x0000_b\u0001c']]);
    expect(row?.note).toBe('a b c');
  });
});

test('20 001 rows are too many for a workbook and for a list', async () => {
  const rows = Array.from({ length: 20_001 }, (_, at) => `X${at},2026-M10,1`).join('\n');
  const csv = new TextEncoder().encode(`指标代码,报告期代码,本期数\n${rows}`);
  expect(await refusedWords(read(csv, '表.csv'))).toBe('行数过多，最多 20,000 行。请分成几个文件上传。');
  const far = await workbook([head, ...Array.from({ length: 20_001 }, () => ['A', period, 1])]);
  expect(await refusedWords(read(far))).toContain('超出范围：每张表最多 20,000 行');
});
