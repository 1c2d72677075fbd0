import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { crc32 } from '@/lib/reporting/upload/crc32';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { archiveOf } from '@/lib/reporting/upload/write-archive';
import { book, faultsIn, inLines, leftIn, lines, mapped } from '@/lib/testing/mapped-sheets';

// The figures behind each sheet were read from it by a person, cell by cell.
describe('ten sheets of ten shapes', () => {
  test('8: full-width digits and letters, the period in a column', async () => {
    const sheet = await book([
      ['单位　名称', '时间', '全社会用电量（万千瓦时）', '规上工业总产值（亿元）', '城镇调查失业率（％）'],
      ['甲　区', '２０２６年１月', '１２，３４５．６', '＋１０．５', '５．１％'],
      ['甲　区', '２０２６年１－２月', '２４，０００', '２０．５', '５．０'],
      ['乙县', '2026.1', '９００', '９', '５'],
      ['乙县', '2026年2月', '９００万', '９①', '５'],
    ]);
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(
      lines(`POWER JIA 2026-M01 12345.6 C2
        OUT JIA 2026-M01 10.5 D2
        RATE JIA 2026-M01 5.1 E2
        POWER JIA 2026-YTD02 24000 C3
        OUT JIA 2026-YTD02 20.5 D3
        RATE JIA 2026-YTD02 5.0 E3
        RATE YI 2026-M02 5 E5
        POWER YI 2026-M02 900 C5`),
    );
    // 2026.1 may be January or October.
    expect(faultsIn(found)).toEqual(['periodEither C4', 'periodEither D4', 'periodEither E4', 'unreadable D5']);
  });

  test('9: a list in GB 18030 whose merged heads are lost', async () => {
    // "甲区" … in GB 18030, written by another program.
    const rows = [
      '主要指标,,,,',
      '地区,规模以上工业总产值（亿元）,,税收收入（亿元）,',
      ',2026年10月,1-10月,2026年10月,1-10月',
      '甲区,10.5,"1,050.25",1.1,10',
      '乙县,9,900,2,1,020',
      '合 计,19.5,1950.25,3.1,1030',
    ];
    const sheet = await readFigureSheet(gb18030(rows.join('\r\n')), '快报.csv');
    expect(sheet.encoding).toBe('gb18030');
    const found = mapped(sheet, () => ({ period: { from: 'head', code: '2026-M10', months: null } }));
    expect(inLines(found)).toEqual(
      lines(`OUT JIA 2026-M10 10.5 B4
        OUT JIA 2026-YTD10 1050.25 C4
        TAX JIA 2026-M10 1.1 D4
        TAX JIA 2026-YTD10 10 E4`),
    );
    // 1,020 without quotation marks makes the row longer.
    expect(faultsIn(found)).toEqual(['longerRow F5']);
    expect(leftIn(found)).toEqual(['total A6']);
  });

  test('10: a workbook of another program, with inline texts, no shared ones and prefixes of its own', async () => {
    const sheet = await readFigureSheet(otherProgram(), '月报.xlsx');
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(
      lines(`INV JIA 2026-M08 30.5 B4
        TAX JIA 2026-M08 1.5 C4
        INV YI 2026-M08 40.25 B5`),
    );
    expect(faultsIn(found)).toEqual(['error C5']);
  });
});

/** A text in GB 18030, by the table of the decoder. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  return new Uint8Array(
    [...text].flatMap((sign) => (sign.charCodeAt(0) < 0x80 ? sign.charCodeAt(0) : (codes.get(sign) ?? []))),
  );
}

/** A workbook as other programs save it: inline texts, its own prefix of names, styles of many cells that are empty. */
function otherProgram(): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="R1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:r="${office}"><x:bookViews><x:workbookView activeTab="0"/></x:bookViews><x:sheets><x:sheet name="8月" sheetId="7" r:id="R1"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="R1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="R2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<x:styleSheet xmlns:x="${main}"><x:numFmts count="1"><x:numFmt numFmtId="170" formatCode="#,##0.00"/></x:numFmts><x:fonts count="1"><x:font><x:sz val="11"/></x:font></x:fonts><x:fills count="1"><x:fill><x:patternFill patternType="none"/></x:fill></x:fills><x:borders count="1"><x:border/></x:borders><x:cellStyleXfs count="1"><x:xf/></x:cellStyleXfs><x:cellXfs count="2"><x:xf numFmtId="0"/><x:xf numFmtId="170" applyNumberFormat="1"/></x:cellXfs></x:styleSheet>`,
    'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData>${[
      row(1, text('A1', '2026年8月份各县区投资和税收'), '<x:c r="B1" s="1"/><x:c r="C1" s="1"/>'),
      row(2, text('C2', '计量单位：亿元')),
      row(3, text('A3', '地区'), text('B3', '固定资产投资'), text('C3', '税收收入')),
      row(
        4,
        text('A4', '甲城区'),
        '<x:c r="B4" s="1"><x:v>30.5</x:v></x:c><x:c r="C4" s="1" t="n"><x:f>1+0.5</x:f><x:v>1.5</x:v></x:c>',
      ),
      row(
        5,
        text('A5', '乙县'),
        '<x:c r="B5" s="1"><x:v>40.25</x:v></x:c><x:c r="C5" t="e"><x:f>B9/0</x:f><x:v>#DIV/0!</x:v></x:c>',
      ),
    ].join('')}</x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:C1"/></x:mergeCells></x:worksheet>`,
  };
  return archiveOf(
    Object.entries(parts).map(([name, content]) => {
      const bytes = new TextEncoder().encode(content);
      return { name, method: 8, stored: deflateRawSync(bytes), size: bytes.length, crc32: crc32(bytes) };
    }),
  );
}
function row(at: number, ...cells: string[]): string {
  return `<x:row r="${at}">${cells.join('')}</x:row>`;
}
function text(address: string, words: string): string {
  return `<x:c r="${address}" t="inlineStr"><x:is><x:t xml:space="preserve">${words}</x:t></x:is></x:c>`;
}
