import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { may } from '@/lib/access/permissions';
import { accountRoles } from '@/lib/access/words';
import { catalogueNames } from '@/lib/catalogue/names/queries';
import { entryLines } from '@/lib/monitoring/registers/list/queries';
import type { EntryChoice } from '@/lib/monitoring/registers/list/words';
import { registerOf } from '@/lib/monitoring/registers/queries';
import { saveRegister } from '@/lib/monitoring/registers/save-register';
import { importEntries } from '@/lib/monitoring/registers/sheet/import-entries';
import { registerSheet } from '@/lib/monitoring/registers/sheet/register-sheet';
import type { ImportOutcome } from '@/lib/monitoring/registers/sheet/words';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';
import { type FigureSheet, readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const office = person('assessmentOffice', { userId: 'office' });
const any: EntryChoice = {
  ...{ day: '2026-06-10', field: '', grade: '', bureau: '', street: '', group: '', blind: '', text: '' },
};

beforeAll(async () => {
  await fictionalIndicators(database);
  // Two units of one name: neither is guessed.
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order)
    values ('TWIN1', 'street', '同名街道', 'Twin one', '', 9101), ('TWIN2', 'street', '同名街道', 'Twin two', '', 9102)`;
});

let made = 0;
const register = async () => {
  made += 1;
  const about = {
    code: `SHEET-${made}`,
    version: 0,
    kind: 'entities',
    nameZh: `演示导入${made}`,
    nameEn: `Imported ${made}`,
  };
  const lists = {
    fields: 'F1 | 冶金 | Metals\nF2 | 机械 | Machines',
    grades: 'RED | 红 | Red',
    groups: 'G1 | 一组 | First',
  };
  await perform(saveRegister, office, { ...about, ...lists, visitDays: 30 }, { now, database });
  return about.code;
};
const sheetOf = (rows: readonly (readonly string[])[], more: Partial<FigureSheet> = {}): FigureSheet => ({
  ...{ rows, format: 'xlsx', sheet: { name: '名册', others: [] }, hidden: { rows: [], columns: [] } },
  ...{ shown: new Map(), plain: new Map(), marks: new Map(), merges: [], identity: [], ...more },
});
const send = (code: string, sheet: FigureSheet, more: object = {}, who = office) =>
  perform(
    importEntries as Command<never, ImportOutcome>,
    who,
    {
      ...{
        register: code,
        from: '2026-06-01',
        fileName: '名册.xlsx',
        sheet,
        reason: '按名册导入',
        isPreview: true,
        follows: '',
      },
      ...more,
    } as never,
    { now, database },
  );
const preview = async (code: string, sheet: FigureSheet, more: object = {}) => {
  const told = await send(code, sheet, more);
  if (told.kind === 'faults') throw new Error(JSON.stringify(told.faults));
  return told;
};
const write = async (code: string, sheet: FigureSheet, more: object = {}) => {
  const { follows } = await preview(code, sheet, more);
  return send(code, sheet, { ...more, isPreview: false, follows });
};
const head = ['统一社会信用代码', '名称', '行业领域', '风险等级', '监管部门', '属地', '协作组', '最近走访'];
const first = ['DEMO0001', '演示一厂', '冶金', '红', 'JIA', '甲区', '一组', '2026/5/20'];
const second = ['demo 0002', '演示二厂', 'F2', '', '', 'YI', '', ''];
const entries = async (code: string) => {
  const of = await registerOf(office, code);
  if (!of) throw new Error('no register');
  return entryLines(office, of, any, { most: 9000 });
};

test('a sheet is previewed, written as previewed and only so, and changes nothing when it is sent again', async () => {
  const code = await register();
  const sheet = sheetOf([['名册'], [], head, first, second]);
  const told = await preview(code, sheet);
  expect(told).toMatchObject({ created: 2, changed: 0, unchanged: 0, absent: 0 });
  expect(told.lines.find(({ field }) => field === 'grade')).toEqual({
    ...{ address: 'D4', identifier: 'DEMO0001', name: '演示一厂', field: 'grade', before: '', after: 'RED' },
  });
  expect(await entries(code)).toEqual([]);
  expect(await refusalOf(send(code, sheet, { isPreview: false, follows: 'other' }))).toBe(
    'conflict registers.refused.previewMoved',
  );
  await send(code, sheet, { isPreview: false, follows: told.follows });
  expect(await entries(code)).toMatchObject([
    {
      identifier: 'DEMO0001',
      field: 'F1',
      grade: 'RED',
      bureau: { code: 'JIA' },
      street: { code: 'JIA' },
      visit: '2026-05-20',
    },
    {
      identifier: 'DEMO0002',
      field: 'F2',
      grade: '',
      bureau: null,
      street: { code: 'YI' },
      visit: '',
      since: '2026-06-01',
    },
  ]);
  expect(await preview(code, sheet)).toMatchObject({ created: 0, changed: 0, unchanged: 2, follows: '', lines: [] });
  expect(await refusalOf(send(code, sheet, { isPreview: false }))).toBe('conflict registers.refused.nothingChanged');
  const [event] =
    await sql`select changes::jsonb as changes from audit_event where command = 'register.import' order by seq desc limit 1`;
  expect(event?.changes).toMatchObject([
    { subject: `register/${code}`, after: { fileName: '名册.xlsx', created: 2, changed: 0, holdsFrom: '2026-06-01' } },
  ]);
});

test('an empty cell takes away, a missing column and a missing entry say nothing, and one that left joins again', async () => {
  const code = await register();
  await write(code, sheetOf([head, first, second]));
  const less = sheetOf([
    ['名称', '统一社会信用代码', '风险等级', '最近走访', '备注'],
    ['演示一厂', 'DEMO0001', '', '', '随便'],
  ]);
  const told = await preview(code, less, { from: '2026-06-05' });
  expect(told).toMatchObject({
    created: 0,
    changed: 1,
    absent: 1,
    notices: [{ kind: 'unknownColumns', what: '备注' }],
  });
  expect(told.lines).toEqual([
    { address: 'C2', identifier: 'DEMO0001', name: '演示一厂', field: 'grade', before: 'RED', after: '' },
  ]);
  await write(code, less, { from: '2026-06-05' });
  expect((await entries(code))[0]).toMatchObject({ grade: '', field: 'F1', visit: '2026-05-20' });
});

test('every fault is told at its cell, and nothing is written', async () => {
  const code = await register();
  await write(code, sheetOf([head, first]));
  const rows = [
    head,
    ['DEMO0001', '演示一厂', '冶金', '红', 'JIA', '甲区', '一组', '2026-05-19'],
    ['demo0001', '演示一厂', '', '', '', '', '', ''],
    ['X', 'Y', '冶炼', '黑', '没有的局', '同名街道', '九组', '六月'],
    ['913206000000000000', '演示长号', '', '', '', '', '', '2026-06-11'],
    ['', '演示无号', '', '#N/A', '', '', '', '2026-02-30'],
  ];
  const told = await send(code, sheetOf(rows, { marks: new Map([['D6', ['error']]]) }));
  if (told.kind !== 'faults') throw new Error('not refused');
  expect(told.faults.map(({ address, fault }) => `${address} ${fault}`)).toEqual([
    ...['A3 twice', 'A4 identifier', 'B4 nameMissing', 'C4 notListed', 'D4 notListed', 'E4 noUnit', 'F4 severalUnits'],
    ...['G4 notListed', 'H4 notADay', 'A5 lostDigits', 'H5 dayToCome', 'A6 identifier', 'D6 error', 'H6 notADay'],
    'H2 visitEarlier',
  ]);
  expect(told.faults.find(({ address }) => address === 'F4')?.names.map(({ code: of }) => of)).toEqual([
    'TWIN1',
    'TWIN2',
  ]);
  expect(told.total).toBe(15);
  expect(await entries(code)).toHaveLength(1);
});

test('hidden rows and columns are read and told; merged cells, heads twice and sheets without heads are refused', async () => {
  const code = await register();
  const told = await preview(code, sheetOf([head, first, second], { hidden: { rows: [2], columns: [3, 20] } }));
  expect([told.created, told.notices]).toEqual([
    2,
    [
      { kind: 'hiddenRows', what: '3' },
      { kind: 'hiddenColumns', what: 'D' },
    ],
  ]);
  const merged = { merges: [{ startRow: 1, endRow: 2, startCol: 2, endCol: 2 }] };
  expect(await send(code, sheetOf([head, first, second], merged))).toMatchObject({
    faults: [{ address: 'C2', fault: 'merged' }],
  });
  expect(
    await send(
      code,
      sheetOf([
        [...head, '名称'],
        [...first, '又一名'],
      ]),
    ),
  ).toMatchObject({
    faults: [{ address: 'I1', fault: 'headTwice' }],
  });
  expect(await refusalOf(send(code, sheetOf([['代码', '名字'], first])))).toBe('invalid registers.refused.noHeads');
  expect(await refusalOf(send(code, sheetOf([head])))).toBe('invalid registers.refused.noEntries');
  expect(await refusalOf(send(code, sheetOf([head, first]), { from: '2026-06-11' }))).toBe(
    'invalid registers.refused.dayToCome',
  );
  for (const role of accountRoles)
    if (!may(role, 'register.import'))
      expect(await refusalOf(send(code, sheetOf([head, first]), {}, person(role)))).toBe('forbidden command');
});

test.each(['zh-CN', 'en'] as const)('downloaded entries are imported back unchanged (%s)', async (locale) => {
  const code = await register();
  const twin = ['91320600MA1X5X5X5X', '=演示"三,厂"', 'F1', 'RED', 'TWIN1', 'TWIN2', 'G1', '2026-05-01'];
  const digits = ['913206000000000001', '演示四厂', '', '', '', '', '', ''];
  await write(code, sheetOf([head, first, second, twin, digits], { marks: new Map([['A5', ['text']]]) }));
  const of = await registerOf(office, code);
  if (!of) throw new Error('no register');
  const { units } = await catalogueNames(database);
  const file = registerSheet(of, await entries(code), { day: any.day, units }, locale);
  const csv = await readFigureSheet(new TextEncoder().encode(csvText(file)), '名册.csv');
  const xlsx = await readFigureSheet(await workbookOf(file), '名册.xlsx');
  for (const sheet of [csv, xlsx])
    expect(await preview(code, sheet, { from: any.day })).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 4,
      absent: 0,
    });
});

test('five thousand entries are taken at once, and one more is refused', async () => {
  const code = await register();
  const rows = Array.from({ length: 5000 }, (_, at) => [
    `DEMO${String(at).padStart(6, '0')}`,
    `演示第${at}厂`,
    'F1',
    '红',
  ]);
  expect(await write(code, sheetOf([head.slice(0, 4), ...rows]))).toMatchObject({ kind: 'written', created: 5000 });
  expect(await entries(code)).toHaveLength(5000);
  const more = sheetOf([head.slice(0, 4), ...rows, ['DEMO999999', '演示又一厂', '', '']]);
  expect(await send(code, more)).toMatchObject({ kind: 'faults', faults: [{ address: 'A5002', fault: 'tooMany' }] });
}, 60_000);

/** A workbook as it is uploaded. */
const uploaded = async (rows: CellValue[][], cells: WriteSheet['cells'] = new Map()) =>
  readFigureSheet(await writeXlsx({ sheets: [{ name: '名册', rows, cells }] }), '名册.xlsx');

test('an identifier is read with the zeros that its cell shows, and what is struck out is refused', async () => {
  const code = await register();
  const some = ['统一社会信用代码', '名称', '风险等级'];
  const padded = await uploaded(
    [some, [1234, '演示一厂', '红']],
    new Map([['1,0', { style: { numFmt: '00000000' } }]]),
  );
  expect((await preview(code, padded)).lines[0]?.identifier).toBe('00001234');
  const struck = new Map([['2,0', { style: { font: { strikethrough: true } } }]]);
  const told = await send(
    code,
    await uploaded([some, ['DEMO0001', '演示一厂', '红'], ['DEMO0002', '演示二厂', '红']], struck),
  );
  expect(told).toMatchObject({ kind: 'faults', faults: [{ address: 'A3', fault: 'struck' }] });
});

test('a name keeps its full-width brackets, and a plate is the same with its dot and without', async () => {
  const code = await register();
  const some = ['车牌号', '名称'];
  await write(code, sheetOf([some, ['京A·12345', '演示（集团）　有限公司']]));
  expect(await entries(code)).toMatchObject([{ identifier: '京A12345', name: '演示（集团） 有限公司' }]);
  for (const plate of ['京A12345', '京a・12345', '京A•12345', '京Ａ １２３４５'])
    expect(await preview(code, sheetOf([some, [plate, '演示（集团） 有限公司']]))).toMatchObject({
      unchanged: 1,
      created: 0,
    });
});

test('a sheet knows of no visit after its day', async () => {
  const code = await register();
  const some = ['统一社会信用代码', '名称', '最近走访'];
  const told = await send(code, sheetOf([some, ['DEMO0001', '演示一厂', '2026-06-02']]), { from: '2026-06-01' });
  expect(told).toMatchObject({ kind: 'faults', faults: [{ address: 'C2', fault: 'dayToCome' }] });
});

test('an entry that was found to have joined earlier is in the register since then', async () => {
  const code = await register();
  const sheet = sheetOf([
    ['统一社会信用代码', '名称'],
    ['DEMO0001', '演示一厂'],
  ]);
  await write(code, sheet, { from: '2026-03-01' });
  await write(code, sheet, { from: '2026-01-01' });
  expect((await entries(code)).map(({ since }) => since)).toEqual(['2026-01-01']);
});
