import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { db } from '@/db/client';
import { perform } from '@/lib/access/command';
import { type Principal, systemPrincipal } from '@/lib/access/principal';
import { importCatalogue } from '@/lib/catalogue/workbook/import-catalogue';
import type { ImportOutcome } from '@/lib/catalogue/workbook/outcome';
import { fileMark } from '@/lib/catalogue/workbook/reading/file-mark';
import { catalogueTables } from '@/lib/catalogue/workbook/tables/catalogue-tables';
import { catalogueWorkbook } from '@/lib/catalogue/workbook/tables/catalogue-workbook';
import { catalogueState } from '@/lib/catalogue/workbook/tables/queries';
import type { SheetKey, Tables, Values } from '@/lib/catalogue/workbook/words';
import { translator } from '@/lib/i18n/translator';
import { readWholeWorkbook } from '@/lib/reporting/upload/read-upload';
import { firstOffice } from '@/lib/testing/invented-run';

export const now = new Date('2026-11-25T04:00:00Z');

/** The rows of all sheets of the catalogue as it is. */
export async function tablesNow(): Promise<Tables> {
  return catalogueTables(await catalogueState(systemPrincipal('check')));
}

/** The workbook of the catalogue as it is. */
export async function exported(locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<Uint8Array> {
  return catalogueWorkbook(await tablesNow(), locale);
}

const sheetName = (sheet: SheetKey) => translator('zh-CN', 'workbook')(`sheets.${sheet}`);

/** A workbook of some sheets, the heads of each in its first row. */
export function fileOf(sheets: Partial<Record<SheetKey, CellValue[][]>>): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([sheet, rows]) => ({ name: sheetName(sheet as SheetKey), rows })),
  });
}

const today = '2026-11-25';

/** The heads of a sheet of indicators, and a row under them. */
export const indicatorHeads = [
  '代码',
  '名称',
  '领域',
  '计量单位',
  '小数位数',
  '量的种类',
  '方向',
  '口径',
  '频度',
  '责任单位',
];
export const indicatorRow = (code: string, name: string, unit = '亿元'): CellValue[] => [
  ...[code, name, '经济', unit, 2, '数量', '正向（越高越好）', '当期', '年度', '演示部门'],
];
/** An invented zone of three streets, three indicators and their targets. */
const inventedSheets: Partial<Record<SheetKey, CellValue[][]>> = {
  units: [
    ['代码', '名称', '类别', '上级', '别名', '起始日期'],
    ['ZONE', '演示新区', '开发区、园区', '', '新区', ''],
    ['', '甲街道', '街道', '演示新区', '', ''],
    ['YI', '乙街道', 'street', 'ZONE', '乙、乙镇', new Date('2020-01-01T00:00:00Z')],
    ['', '丙街道', '街道', '新区', '', '2020年1月1日'],
  ],
  groups: [
    ['代码', '名称', '说明'],
    ['JD', '演示街道', '三个街道'],
  ],
  members: [
    ['序列', '单位', '起始日期', '次序'],
    ['演示街道', '丙街道', today, 1],
    ['JD', '甲街道', today, '2'],
    ['JD', 'YI', today, '３'],
  ],
  topics: [['名称'], ['经济']],
  indicators: [
    [...indicatorHeads, '计算公式'],
    [...indicatorRow('OUT', '演示产值'), ''],
    [...indicatorRow('POP', '演示人口', '万人'), ''],
    [...indicatorRow('PER', '演示人均', '万元'), 'OUT / POP'],
  ],
  definitions: [
    ['指标', '起始日期', '定义'],
    ['演示产值', '2020-01-01', '一年的产值'],
    ['POP', '2020-01-01', '年末人口'],
    ['PER', '2020-01-01', '产值除以人口'],
  ],
  sources: [
    ['代码', '文件名称', '发布单位', '可靠程度', '网址'],
    ['YB', '演示年鉴', '演示统计局', '官方发布', 'https://example.org/1'],
  ],
  targets: [
    ['指标', '单位', '年份', '基本目标', '奋斗目标'],
    ['演示产值', '甲街道', 2026, 100, '110'],
    ['OUT', 'YI', '2026', '１２０', 130],
  ],
};

/** The workbook of an invented zone. */
export const inventedCatalogue = () => fileOf(inventedSheets);

/** The tables as they are with the rows of a sheet changed, as a file. */
export async function changed(sheet: SheetKey, change: (row: Values) => Values | null, more: readonly Values[] = []) {
  const tables = await tablesNow();
  const rows = tables[sheet].flatMap((row) => change(row) ?? []);
  return catalogueWorkbook({ ...tables, [sheet]: [...rows, ...more] } as Tables, 'zh-CN');
}
/** A row with other values, where it is of a code. */
export const change = (code: string, values: Values) => (row: Values) =>
  row.code === code ? { ...row, ...values } : row;

type Asked = { readonly reason?: string; readonly follows?: string; readonly isPreview?: boolean; readonly at?: Date };

/** Gives a workbook to the import: its preview unless another step is asked for. */
export async function given(
  bytes: Uint8Array,
  { reason = '', follows = '', isPreview = true, at = now }: Asked = {},
  principal: Principal = firstOffice,
): Promise<ImportOutcome> {
  const sheets = await readWholeWorkbook(bytes.slice(), '目录.xlsx');
  const sha256 = fileMark(bytes);
  const asked = { fileName: '目录.xlsx', sha256, sheets, reason, isPreview, follows };
  return perform(importCatalogue, principal, asked, { now: at, database: db() });
}

/** Previews a workbook and writes it. Fails where it has faults or changes nothing. */
export async function written(bytes: Uint8Array, reason = '整本导入目录', principal = firstOffice, at = now) {
  const preview = await given(bytes, { reason, at }, principal);
  if (preview.kind === 'faults') throw new Error(JSON.stringify(preview.faults.slice(0, 5)));
  const done = await given(bytes, { reason, follows: preview.follows, isPreview: false, at }, principal);
  if (done.kind !== 'written') throw new Error(`nothing was written: ${done.kind}`);
  return done;
}

/** The faults of a workbook, each as sheet, address and key. */
export async function faultsOf(bytes: Uint8Array, principal = firstOffice): Promise<string[]> {
  const outcome = await given(bytes, {}, principal);
  if (outcome.kind !== 'faults') return [];
  return outcome.faults.map(({ sheet, address, key }) => `${sheet}!${address} ${key.split('.').at(-1)}`);
}
