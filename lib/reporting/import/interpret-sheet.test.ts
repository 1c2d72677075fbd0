import type { CellValue } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { Refusal } from '@/lib/errors';
import { translator } from '@/lib/i18n/translator';
import { formWorkbook } from '@/lib/publishing/xlsx/form-workbook';
import { templateSheet } from '@/lib/reporting/import/template/template-sheet';
import { asked, head, period, read, rowsFound, template, workbook } from '@/lib/testing/sheets';

/** The words of a refusal for the sender of the file. */
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

describe('a template of another kind is refused with the expected and the found value', () => {
  const form = templateSheet(template, 'zh-CN', new Date(0));
  const forgedSheet = (change: Readonly<Record<string, string>>) =>
    formWorkbook({
      ...form,
      identity: form.identity.map(([label = '', value = '', ...more]) => [label, change[label] ?? value, ...more]),
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
  ])('another %s', async (_what, change, words) => {
    expect(await refusedWords(read(await forgedSheet(change)))).toBe(words);
  });

  test('an unknown collection', async () => {
    const against = { ...asked, collectionId: null, returns: [] };
    expect(await refusedWords(read(await forgedSheet({}), '表.xlsx', against))).toBe(
      '模板对应的任务（2026年10月）不存在，或不由本单位填报。请重新下载模板。',
    );
  });

  test('the right one is recognised by its content, not its name', async () => {
    const {
      template: version,
      collectionId,
      rows,
    } = await read(await forgedSheet({}), '改名.xlsx', { ...asked, collectionId: null });
    expect({ version, collectionId, rows: rows.length }).toEqual({ version: 1, collectionId: 'c1', rows: 3 });
    expect(rows[0]?.address).toBe('H7');
  });
});

describe('columns are found', () => {
  test('in any order, in English, followed by a unit, below a title', async () => {
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

  test('a value hidden under a merged cell is ignored with a finding', async () => {
    const rows = await rowsFound(
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

describe('another kind of file is refused in words', () => {
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const encrypted = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
  test.each<[string, Uint8Array, string, string]>([
    [
      'an empty file',
      new Uint8Array(),
      '表.xlsx',
      '文件里没有内容。请确认要上传的工作表已填写，并在打开它时保存，再上传。',
    ],
    ['a password', encrypted, '表.xlsx', '文件设有密码，无法读取。请在表格软件中取消密码，保存后再上传。'],
    ['an .xls renamed', old, '表.xlsx', '这是旧格式的表格（.xls 或 .et）。请在 Excel 或 WPS 中另存为 .xlsx，再上传。'],
    ['an .et', old, '表.et', '这是旧格式的表格（.xls 或 .et）。请在 Excel 或 WPS 中另存为 .xlsx，再上传。'],
    [
      'a text renamed',
      new TextEncoder().encode('指标代码'),
      '表.xlsx',
      '这个文件的内容不是 Excel 工作簿，可能只是改了扩展名。请在表格软件中打开，另存为 .xlsx，再上传。',
    ],
    [
      'headings and nothing else',
      new TextEncoder().encode('指标代码,报告期代码,本期数'),
      '表.csv',
      '文件里没有可以导入的行。请确认已填写并保存，再上传。',
    ],
  ])('%s', async (_what, bytes, name, words) => {
    expect(await refusedWords(read(bytes, name))).toBe(words);
  });
});

test('20 001 rows are too many for a workbook and for a list', async () => {
  const rows = Array.from({ length: 20_001 }, (_, at) => `X${at},2026-M10,1`).join('\n');
  const csv = new TextEncoder().encode(`指标代码,报告期代码,本期数\n${rows}`);
  expect(await refusedWords(read(csv, '表.csv'))).toBe('行数过多，最多 20,000 行。请分成几个文件上传。');
  const far = await workbook([head, ...Array.from({ length: 20_001 }, () => ['A', period, 1])]);
  expect(await refusedWords(read(far))).toContain('超出范围：每张表最多 20,000 行');
});

test('a word or note that is merged over rows applies to each, a merged 同比 to none', async () => {
  const rows = (yoy: CellValue) => [
    ['A', period, 12, '约', 8.3, '快报'],
    ['B', period, 13, null, yoy, null],
  ];
  const over = (column: number) => ({ startRow: 1, startCol: column, endRow: 2, endCol: column });
  const found = await rowsFound(rows(5.1), { merges: [over(3), over(5)] });
  expect(found.map(({ kind, qualifier, note, reportedYoy }) => [kind, qualifier, note, reportedYoy])).toEqual([
    ['added', 'about', '快报', '8.3'],
    ['added', 'about', '快报', '5.1'],
  ]);
  const [, second] = await rowsFound(rows(null), { merges: [over(4)] });
  expect(second).toMatchObject({ kind: 'faulty', findings: [{ key: 'merged', address: 'E3' }] });
  const wide = { startRow: 1, startCol: 2, endRow: 1, endCol: 4 };
  const [merged] = await rowsFound([['A', period, 12, null, null, '快报']], { merges: [wide] });
  expect(merged).toMatchObject({ kind: 'added', value: '12', qualifier: 'exact', reportedYoy: null });
});

test.each(['同比增幅（%）', '同比增长率', '比上年同期增长（%）', '较上年增长%'])(
  '%s is a column of 同比',
  async (heading) => {
    const found = await read(
      await workbook([
        ['指标代码', '报告期', '本期数', heading],
        ['A', period, 12, 8.3],
      ]),
    );
    expect(found.rows.map(({ reportedYoy }) => reportedYoy)).toEqual(['8.3']);
  },
);
