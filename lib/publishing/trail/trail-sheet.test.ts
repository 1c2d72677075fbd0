import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { TrailAddress } from '@/lib/access/audit/trail/trail-choice';
import type { Trail } from '@/lib/access/audit/trail/words';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { trailSheet } from '@/lib/publishing/trail/trail-sheet';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

const at = new Date('2026-11-24T06:03:22.500Z');
const exported = { by: '演示·审计 demo.auditor', at };

function trailOf(name: string, after: unknown): Trail {
  const event = { at, actor: 'u1', role: 'administrator', address: '10.0.0.1', command: 'user.edit' };
  return {
    events: [{ ...event, seq: 12, changes: [{ subject: name, before: null, after }] }],
    people: new Map([['u1', { username: 'chen.jing', name }]]),
    names: new Map(),
    isMore: false,
  };
}

const sheetOf = (trail: Trail, asked: Record<string, string> = {}, isCut = false) =>
  trailSheet({ trail, address: TrailAddress.parse(asked), exported, isCut, locale: 'zh-CN' });

test('a file states its filters, its author and its time', () => {
  const sheet = sheetOf(
    { ...trailOf('陈静', {}), isMore: true },
    { from: '2026-11-01', who: '陈', command: 'user.edit' },
  );
  expect(Object.fromEntries(sheet.about)).toMatchObject({
    日期范围: '2026-11-01 起',
    人: '陈',
    事项: '更改账号的姓名、角色、单位',
    对象: '不限',
    导出人: '演示·审计 demo.auditor',
    导出时间: '2026-11-24 14:03:22',
  });
  expect(Object.fromEntries(sheet.about).条数).toMatch(/只有最近的/);
});

describe('texts that try to be formulas', () => {
  const payloads = [
    '=1+1',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "=cmd|' /C calc'!A0",
  ];

  test.each(payloads)('%j is text in both files', async (payload) => {
    const trail = trailOf(payload, { name: payload });
    const cells = csvText(sheetOf(trail, { who: payload }))
      .split('\r\n')
      .flatMap((line) => line.split(/,|"/));
    expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
    const { sheets } = await readXlsx(await workbookOf(sheetOf(trail, { who: payload }, true)));
    const [sheet] = sheets;
    expect([...(sheet?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
    expect(sheet?.rows.at(-2)?.[2]).toBe(payload);
  });
});

test('a cell too long for a workbook is cut and marked', () => {
  const long = trailOf('陈静', { name: '长'.repeat(40_000) });
  const cell = (isCut: boolean) => {
    const last = sheetOf(long, {}, isCut).rows[0]?.at(-1);
    return last && 'text' in last ? last.text : '';
  };
  expect(cell(false).length).toBeGreaterThan(40_000);
  expect(cell(true).length).toBeLessThan(32_767);
  expect(cell(true)).toMatch(/此处截断/);
});
