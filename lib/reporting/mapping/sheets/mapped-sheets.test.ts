import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { confirmCited } from '@/lib/observations/cited/confirm-cited';
import { keptMappings } from '@/lib/reporting/mapping/kept/queries';
import { renameKept } from '@/lib/reporting/mapping/kept/rename-kept';
import { retireKept } from '@/lib/reporting/mapping/kept/retire-kept';
import { abandonSheet } from '@/lib/reporting/mapping/sheets/abandon-sheet';
import { keepMapping } from '@/lib/reporting/mapping/sheets/keep-mapping';
import { mappedFile, mappedSheet, mappedSheets } from '@/lib/reporting/mapping/sheets/queries';
import { saveMapping } from '@/lib/reporting/mapping/sheets/save-mapping';
import { uploadSheet } from '@/lib/reporting/mapping/sheets/upload-sheet';
import { sheetIn } from '@/lib/reporting/mapping/stored-sheet';
import { crc32 } from '@/lib/reporting/upload/crc32';
import { type FigureSheet, readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { archiveOf } from '@/lib/reporting/upload/write-archive';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { mappedCatalogue, mappedDepartment, mappedSource, otherDepartment } from '@/lib/testing/mapped-catalogue';
import { citedFrom, monthly } from '@/lib/testing/mapped-commands';
import { book } from '@/lib/testing/mapped-sheets';
import { person } from '@/lib/testing/returns';
import { sheetOf } from '@/lib/testing/ten-sheets';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-11-12T09:00:00+08:00');
const office = person('assessmentOffice', { userId: 'office-1' });
const colleague = person('assessmentOffice', { userId: 'office-2' });
const department = person('departmentReviewer', { department: mappedDepartment });
const taxes = person('departmentReviewer', { userId: 'taxes', department: otherDepartment });
const reporter = person('reporter', { unitCode: 'JIA' });

beforeAll(() => mappedCatalogue(database));

// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, input: unknown, who: Principal = office) =>
  perform(command, who, input, { now, database });
let files = 0;
const upload = (sheet: FigureSheet, who = office, fileName = '月报.xlsx'): Promise<string> => {
  files += 1;
  return give(uploadSheet, { fileName, content: new TextEncoder().encode(`file ${files}`), sheet }, who);
};
const view = async (id: string, who = office) => {
  const found = await mappedSheet(who, id);
  if (!found) throw new Error('no sheet');
  return found;
};
const save = async (id: string, change: unknown, who = office) =>
  give(saveMapping, { id, version: (await view(id, who)).version, change }, who);
const cite = (id: string, more: object = {}, who = office) => citedFrom({ id, who, now, database }, more);
const lastEvent = async () =>
  (await sql`select command, changes::jsonb as changes from audit_event order by seq desc limit 1`)[0];
const column = (at: number, use: string, more: object = {}) => ({
  ...{ at, use, indicator: '', unit: '', period: '', measure: '' },
  ...more,
});

describe('the work on a sheet', () => {
  test('begins with what is proposed, keeps the file, and is there again for a colleague', async () => {
    const id = await upload(await sheetOf(1));
    expect(await lastEvent()).toMatchObject({
      command: 'mapping.upload',
      changes: [{ subject: `mappedSheet/${id}`, after: { fileName: '月报.xlsx', sheetName: '表' } }],
    });
    await save(id, { kind: 'columns', columns: [column(2, 'ignore'), column(3, 'value', { period: '2026年4月' })] });
    expect(await lastEvent()).toMatchObject({ command: 'mapping.save', changes: [{ after: { columns: ['C', 'D'] } }] });
    await save(id, { kind: 'names', names: [{ kind: 'unit', key: '丙市', name: '丁开发区' }] });
    const seen = await view(id, colleague);
    expect(seen.mapping.columns[3]).toMatchObject({ use: 'value', period: '2026-M04' });
    expect(seen.mapping.names.unit).toEqual({ 丙市: 'DING' });
    expect(sheetIn(seen.sheet)).toEqual(await sheetOf(1));
    expect((await mappedSheets(colleague, 'open')).map((one) => one.id)).toContain(id);
    expect(new TextDecoder().decode((await mappedFile(office, id))?.content)).toBe(`file ${files}`);
  });

  test('the same file that is still open is opened again with all that was done to it', async () => {
    const sheet = await sheetOf(5);
    const content = new TextEncoder().encode('twice');
    const first = await give(uploadSheet, { fileName: 'a.xlsx', content, sheet });
    await save(first, {
      kind: 'whole',
      indicator: '',
      unit: '',
      period: '2026年9月',
      months: '',
      measure: 'own',
      lines: [],
      below: 'read',
    });
    expect(await give(uploadSheet, { fileName: 'b.xlsx', content, sheet }, colleague)).toBe(first);
    expect((await view(first)).mapping).toMatchObject({ measure: 'own', period: { from: 'fixed', code: '2026-M09' } });
    await give(abandonSheet, { id: first, version: (await view(first)).version });
    expect(await give(uploadSheet, { fileName: 'a.xlsx', content, sheet })).not.toBe(first);
  });

  test('tells every name and period that it does not understand at its field, and saves none', async () => {
    const id = await upload(await sheetOf(5));
    const before = (await view(id)).mapping;
    const columns = [column(2, 'value', { indicator: '投资额' }), column(3, 'value', { unit: '戊区', period: '今年' })];
    const refused = await save(id, { kind: 'columns', columns }).catch((error) => error);
    expect(refused.faults.map(({ field, key }: { field: string; key: string }) => `${field} ${key}`)).toEqual([
      'indicator-2 mapping.refused.unknownName',
      'unit-3 mapping.refused.unknownName',
      'period-3 mapping.refused.unknownPeriod',
    ]);
    expect(refused.faults[0].details.names).toContain('固定资产投资');
    expect((await view(id)).mapping).toEqual(before);
  });

  test('other head rows are proposed anew, and rows that are none are refused', async () => {
    const id = await upload(await sheetOf(7));
    await save(id, { kind: 'heads', headFrom: 8, headTo: 8 });
    expect((await view(id)).mapping).toMatchObject({ headFrom: 8, headTo: 8 });
    expect(await refusalOf(save(id, { kind: 'heads', headFrom: 3, headTo: 2 }))).toBe(
      'invalid mapping.refused.headRows',
    );
    expect(await refusalOf(save(id, { kind: 'heads', headFrom: 3, headTo: 900 }))).toBe(
      'invalid mapping.refused.headRows',
    );
  });

  test('a colleague’s change is not overwritten, and one’s own from another window is said', async () => {
    const id = await upload(await sheetOf(1));
    const change = { kind: 'heads', headFrom: 3, headTo: 3 };
    await give(saveMapping, { id, version: 1, change }, colleague);
    expect(await refusalOf(give(saveMapping, { id, version: 1, change }))).toBe('conflict mapping.refused.moved');
    expect(await refusalOf(give(saveMapping, { id, version: 1, change }, colleague))).toBe('conflict movedByYou');
    expect(await refusalOf(give(abandonSheet, { id, version: 1 }))).toBe('conflict mapping.refused.moved');
    expect(await refusalOf(give(keepMapping, { id, version: 1, name: '月报甲' }))).toBe(
      'conflict mapping.refused.moved',
    );
  });

  test('is not found for another desk, and refused for a role that reads no sheets', async () => {
    const id = await upload(await sheetOf(1));
    for (const who of [department, reporter, person('reporter', { unitCode: 'YI' })]) {
      expect(await mappedSheet(who, id)).toBeNull();
      expect(await mappedFile(who, id)).toBeNull();
      expect((await mappedSheets(who, 'open')).map((one) => one.id)).not.toContain(id);
      expect(await refusalOf(give(abandonSheet, { id, version: 1 }, who))).toBe('notFound mapping.refused.noSheet');
    }
    const own = await upload(await sheetOf(1), reporter);
    expect(await mappedSheet(office, own)).toBeNull();
    expect(await refusalOf(upload(await sheetOf(1), person('leader')))).toBe('forbidden command');
    expect(await refusalOf(upload(await sheetOf(1), person('departmentReviewer', { department: '' })))).toBe(
      'notFound mapping.refused.noDesk',
    );
  });

  test('ends when it is given up', async () => {
    const id = await upload(await sheetOf(1));
    await give(abandonSheet, { id, version: 1 });
    expect(await lastEvent()).toMatchObject({
      command: 'mapping.abandon',
      changes: [{ after: { state: 'abandoned' } }],
    });
    expect(await refusalOf(save(id, { kind: 'heads', headFrom: 3, headTo: 3 }))).toBe('conflict mapping.refused.done');
    expect((await mappedSheets(office, 'done')).map((one) => one.id)).toContain(id);
  });

  test('takes another sheet of the workbook by its name', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    const rows = [
      ['地区', '税收收入（亿元）'],
      ['甲区', 1.5],
    ];
    const bytes = await writeXlsx({
      sheets: [
        { name: '封面', rows: [['月报']] },
        { name: '税收', rows },
      ],
    });
    const first = await readFigureSheet(bytes, '月报.xlsx');
    expect(first.sheet).toEqual({ name: '封面', others: ['税收'] });
    const id = await upload(first);
    await save(id, { kind: 'sheet', sheet: await readFigureSheet(bytes, '月报.xlsx', '税收') });
    expect(await view(id)).toMatchObject({ sheetName: '税收', otherSheets: ['封面'], mapping: { headFrom: 1 } });
    expect((await readFigureSheet(bytes, '月报.xlsx', '没有')).sheet.name).toBe('封面');
  });

  test('keeps hostile texts as texts, and the reader refuses hostile files', async () => {
    const evil = '<script>alert(1)</script>';
    const rows = [
      ['地区', '税收收入（亿元）', evil],
      [`=cmd|' /C calc'!A0`, 1, 2],
      ['甲区', 3, 4],
    ];
    const id = await upload(await book(rows), office, `${evil}.xlsx`);
    const seen = await view(id);
    expect(seen.fileName).toBe(`${evil}.xlsx`);
    expect(sheetIn(seen.sheet).rows[0]?.[2]).toBe(evil);
    expect(await refusalOf(save(id, { kind: 'columns', columns: [column(1, 'value', { indicator: evil })] }))).toBe(
      'invalid mapping.refused.unknownName',
    );
    // Ten megabytes of blanks in a file of a few thousand bytes.
    const blanks = new Uint8Array(10 * 1024 * 1024).fill(32);
    const stored = deflateRawSync(blanks);
    const part = { name: 'xl/worksheets/sheet1.xml', method: 8, stored, size: blanks.length, crc32: crc32(blanks) };
    expect(stored.length).toBeLessThan(20_000);
    expect(await refusalOf(readFigureSheet(archiveOf([part]), '月报.xlsx'))).toMatch(/^(limit|invalid) upload\./);
  });
});

describe('kept mappings', () => {
  test('are offered for the sheet of the next month and not for one of another shape', async () => {
    const id = await upload(await book(monthly(9)));
    await save(id, { kind: 'names', names: [{ kind: 'unit', key: '示范区', name: '丁开发区' }] });
    await give(keepMapping, { id, version: (await view(id)).version, name: '演示月报' });
    expect(await lastEvent()).toMatchObject({ command: 'mapping.keep', changes: [{ after: { name: '演示月报' } }] });
    const next = await view(await upload(await book(monthly(10)), colleague));
    expect(next).toMatchObject({ keptName: '演示月报', mapping: { names: { unit: { 示范区: 'DING' } } } });
    expect((await view(await upload(await sheetOf(5)))).keptName).toBeNull();
    // A department may use what the office keeps, and not change it.
    const theirs = await upload(await book(monthly(10)), department);
    expect((await view(theirs, department)).keptName).toBe('演示月报');
    const [kept] = await keptMappings(office);
    expect(await keptMappings(department)).toEqual([]);
    const version = { id: kept?.id, version: kept?.version };
    expect(await refusalOf(give(renameKept, { ...version, name: '别名' }, department))).toBe(
      'notFound mapping.refused.noKept',
    );
    expect(await refusalOf(give(retireKept, version, department))).toBe('notFound mapping.refused.noKept');
    // Its use may be taken back for the proposal, and given again.
    await save(next.id, { kind: 'heads', headFrom: 2, headTo: 2 });
    expect((await view(next.id)).keptName).toBeNull();
    await save(next.id, { kind: 'kept', keptId: kept?.id });
    expect((await view(next.id)).keptName).toBe('演示月报');
    expect(await refusalOf(save(await upload(await sheetOf(5)), { kind: 'kept', keptId: kept?.id }))).toBe(
      'conflict mapping.refused.otherShape',
    );
  });

  test('have one name each, are renamed, replaced under their own name, and deleted while unused', async () => {
    const one = await upload(await sheetOf(4));
    const other = await upload(await sheetOf(6));
    await give(keepMapping, { id: one, version: 1, name: '甲表' });
    expect(await refusalOf(give(keepMapping, { id: other, version: 1, name: '甲表' }))).toBe(
      'conflict mapping.refused.nameTaken',
    );
    await give(keepMapping, { id: other, version: 1, name: '乙表' });
    await give(keepMapping, { id: one, version: 2, name: '甲表' });
    const of = async (name: string) => (await keptMappings(office)).find((line) => line.name === name);
    const kept = await of('甲表');
    expect(kept?.version).toBe(2);
    const shown = { id: kept?.id, version: 2 };
    expect(await refusalOf(give(renameKept, { ...shown, name: '乙表' }))).toBe('conflict mapping.refused.nameTaken');
    await give(renameKept, { ...shown, name: '丙表' }, colleague);
    expect(await lastEvent()).toMatchObject({
      command: 'mapping.rename',
      changes: [{ before: { name: '甲表' }, after: { name: '丙表' } }],
    });
    expect(await refusalOf(give(renameKept, { ...shown, name: '丁表' }))).toBe('conflict mapping.refused.keptMoved');
    expect(await refusalOf(give(retireKept, shown))).toBe('conflict mapping.refused.keptMoved');
    await give(retireKept, { id: kept?.id, version: 3 });
    expect(await lastEvent()).toMatchObject({ command: 'mapping.retire', changes: [{ after: null }] });
    expect(await sql`select 1 from kept_mapping where id = ${kept?.id ?? ''}`).toHaveLength(0);
    expect((await view(one)).keptName).toBeNull();
  });

  test('that were used are retired, stay with what they read, and are offered no more', async () => {
    const id = await upload(await sheetOf(6));
    const line = (await keptMappings(office)).find(({ name }) => name === '乙表');
    expect((await view(id)).keptName).toBe('乙表');
    await cite(id, { rankScope: '全市' });
    await give(retireKept, { id: line?.id, version: line?.version });
    expect(await lastEvent()).toMatchObject({ changes: [{ after: { state: 'retired' } }] });
    expect((await view(id)).keptName).toBe('乙表');
    expect((await view(await upload(await sheetOf(6)))).keptName).toBeNull();
  });
});

describe('recording', () => {
  test('waits for a second person, with the cell of each figure, and is told in the trail', async () => {
    const id = await upload(await book(monthly(11)));
    const batchId = await cite(id);
    expect(await lastEvent()).toMatchObject({
      command: 'mapping.cite',
      changes: [{ subject: `mappedSheet/${id}`, after: { batchId, added: 6, unread: 0, state: 'recorded' } }],
    });
    const rows = await sql`select indicator_code, locator, printed, value::text as value, state from cited_figure
      where batch_id = ${batchId} order by locator`;
    expect(rows.map((row) => [row.indicator_code, row.locator, row.value, row.state].join(' '))).toEqual([
      'INV 表!B3 3.11 waiting',
      'INV 表!B4 4.11 waiting',
      'INV 表!B5 5 waiting',
      'TAX 表!C3 1.11 waiting',
      'TAX 表!C4 2.11 waiting',
      'TAX 表!C5 3 waiting',
    ]);
    expect(await view(id)).toMatchObject({ state: 'recorded', batchId, counts: { added: 6, unread: 0 } });
    expect(await refusalOf(save(id, { kind: 'heads', headFrom: 2, headTo: 2 }))).toBe('conflict mapping.refused.done');
    const chosen = { figures: [], batchId, count: 6 };
    expect(await refusalOf(give(confirmCited, chosen))).toBe('forbidden cited.refused.own');
    await give(confirmCited, chosen, colleague);
    // The same sheet again changes nothing; another value is a correction with a reason.
    expect(await refusalOf(cite(await upload(await book(monthly(11)))))).toBe('conflict mapping.refused.nothing');
    const mended = monthly(11).map((cells) => (cells[0] === '甲区' ? ['甲区', 3.2, 1.11] : cells));
    const again = await upload(await book(mended));
    expect(await refusalOf(cite(again))).toBe('invalid mapping.refused.reason');
    await cite(again, { reason: '统计局更正' });
    expect((await view(again)).counts).toMatchObject({ added: 0, changed: 1, unchanged: 5 });
  });

  test('is what was previewed, out of a document that is there', async () => {
    const id = await upload(await book(monthly(8)));
    expect(await refusalOf(cite(id, { follows: 'something else' }))).toBe('conflict mapping.refused.previewMoved');
    expect(await refusalOf(cite(id, { sourceCode: 'NONE' }))).toBe('invalid mapping.refused.noSource');
    await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
      values ('DERIVED', '按公式由其他指标计算', '本系统', '', '', 'reported', 999999) on conflict do nothing`;
    expect(await refusalOf(cite(id, { sourceCode: 'DERIVED' }))).toBe('invalid mapping.refused.noSource');
    await sql`update source set withdrawn_reason = '演示' where code = ${mappedSource}`;
    expect(await refusalOf(cite(id))).toBe('invalid mapping.refused.withdrawnSource');
    await sql`update source set withdrawn_reason = null where code = ${mappedSource}`;
    await cite(id, {}, colleague);
    const ranked = [['2026年三季度情况'], ['地区', '规模以上工业总产值（亿元）', '位次'], ['甲区', 350.5, 1]];
    expect(await refusalOf(cite(await upload(await book(ranked))))).toBe('invalid mapping.refused.noScope');
  });

  test('of a department is of its own indicators, and of a reporter of none', async () => {
    const id = await upload(await book(monthly(7)), taxes);
    const batchId = await cite(id, {}, taxes);
    const rows = await sql`select distinct indicator_code from cited_figure where batch_id = ${batchId}`;
    expect(rows.map((row) => row.indicator_code)).toEqual(['TAX']);
    expect((await view(id, taxes)).counts).toMatchObject({ added: 3, unread: 3 });
    const own = await upload(await book(monthly(7)), reporter);
    expect(await refusalOf(cite(own, {}, reporter))).toBe('forbidden command');
  });
});
