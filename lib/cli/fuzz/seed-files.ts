import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { listText } from '@/lib/publishing/csv/csv-text';
import { formWorkbook } from '@/lib/publishing/xlsx/form-workbook';
import { templateList, templateSheet } from '@/lib/reporting/import/template/template-sheet';
import type { TemplateReturn } from '@/lib/reporting/import/words';

export type SeedFile = { readonly name: string; readonly bytes: Uint8Array };

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The bytes of a text in GB 18030, which the platform can only decode. */
function gb18030(text: string): Uint8Array {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((one) => (one < '\x80' ? [one.charCodeAt(0)] : (codes.get(one) ?? [63]))));
}

/**
 * Twenty valid files for a return, of every kind that people send: its template and lists in several encodings, and
 * workbooks with merged cells, formulas, dates, percentages, errors, hidden sheets and more.
 */
export async function seedFiles(one: TemplateReturn): Promise<SeedFile[]> {
  const form = templateSheet(one, 'zh-CN', new Date(0));
  const filled = { ...form, rows: form.rows.map((row, at) => row.with(7, { number: `${at + 1}.25`, decimals: 2 })) };
  const keys = one.figures.map(({ indicatorCode, periodCode }) => [indicatorCode, periodCode] as const);
  const head = ['指标代码', '报告期代码', '本期数', '备注'];
  const list = listText(templateList(one, 'zh-CN'));
  const plain = `${head}\r\n${keys.map(([code, period], at) => `${code},${period},${at}.5,"第${at}项，\n换行"`).join('\r\n')}\r\n`;
  const rows = (value: (at: number) => CellValue, note: CellValue = '备注'): CellValue[][] => [
    head,
    ...keys.map(([code, period], at) => [code, period, value(at), note]),
  ];
  const workbook = (sheet: Partial<WriteSheet>, inline = false) =>
    writeXlsx({ sheets: [{ name: '表', ...sheet }], ...(inline ? { stringMode: 'inline' as const } : {}) });
  const styledNumber = (numFmt: string) =>
    new Map<string, Partial<Cell>>(keys.map((_, at) => [`${at + 1},2`, { style: { numFmt } }]));
  const formulas = new Map<string, Partial<Cell>>(
    keys.map((_, at) => [`${at + 1},2`, { value: at + 2, formula: `1+${at}+1`, formulaResult: at + 2 }]),
  );
  const errors = new Map<string, Partial<Cell>>([['1,2', { value: '#DIV/0!', type: 'error' }]]);
  const many = Array.from({ length: 500 }, (_, at): CellValue[] => [`X${at}`, '2026-M10', at, `第${at}行`]);
  const made: [string, Uint8Array | Promise<Uint8Array>][] = [
    ['template.xlsx', formWorkbook(form)],
    ['filled.xlsx', formWorkbook(filled)],
    ['list.csv', utf8(list)],
    ['plain.csv', utf8(plain)],
    ['gbk.csv', gb18030(plain)],
    ['utf16.csv', Buffer.from(`\ufeff${plain}`, 'utf16le')],
    ['tabs.csv', utf8(plain.replaceAll(',', '\t'))],
    ['semicolons.csv', utf8(plain.replaceAll(',', ';'))],
    ['quotes.csv', utf8(plain.replaceAll('项', '""'))],
    ['long.csv', utf8(`${head}\n${many.map((row) => row.join()).join('\n')}`)],
    ['numbers.xlsx', workbook({ rows: rows((at) => at + 0.5) })],
    ['texts.xlsx', workbook({ rows: rows((at) => `１，２３${at}．５`) }, true)],
    ['formulas.xlsx', workbook({ rows: rows((at) => at + 2), cells: formulas })],
    ['dates.xlsx', workbook({ rows: rows(() => new Date('2026-09-30T00:00:00Z')), cells: styledNumber('yyyy-mm-dd') })],
    ['percent.xlsx', workbook({ rows: rows((at) => at / 100), cells: styledNumber('0.0%') })],
    ['errors.xlsx', workbook({ rows: rows((at) => (at === 0 ? '#DIV/0!' : at % 2 === 0)), cells: errors })],
    [
      'merged.xlsx',
      workbook({
        rows: [['合并'], ...rows((at) => at)],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
          { startRow: 2, startCol: 1, endRow: 3, endCol: 1 },
        ],
      }),
    ],
    ['right-to-left.xlsx', workbook({ rows: rows((at) => at, '\u202Eמספר\u202C 😀'), view: { rightToLeft: true } })],
    [
      'hidden.xlsx',
      writeXlsx({
        sheets: [
          { name: '字典', hidden: true, rows: [['不看']] },
          { name: '表', rows: rows((at) => at) },
        ],
        activeSheet: 1,
      }),
    ],
    ['long.xlsx', workbook({ rows: [head, ...many] })],
  ];
  return Promise.all(made.map(async ([name, bytes]) => ({ name, bytes: await bytes })));
}
