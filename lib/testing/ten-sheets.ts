import { deflateRawSync } from 'node:zlib';
import { crc32 } from '@/lib/reporting/upload/crc32';
import { type FigureSheet, readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { archiveOf } from '@/lib/reporting/upload/write-archive';
import { book, lines } from '@/lib/testing/mapped-sheets';

type Known = { readonly sheet: () => Promise<FigureSheet>; readonly figures: string };

/** Ten sheets of ten shapes. The figures behind each were read from it by a person, cell by cell. */
const tenSheets: Readonly<Record<number, Known>> = {
  1: {
    sheet: () =>
      book(
        [
          ['2026年各县区全社会用电量分月情况'],
          [null, null, null, '单位：万千瓦时'],
          ['地区', '1月', '2月', '3月'],
          ['甲区', 12345, 9800.5, 13010],
          ['乙县', 8000, '7,120', 8210],
          ['合计', 20345, 16920.5, 21220],
          ['丙市', 5010, null, 5333],
          ['丁区', '—', 410, 430],
          ['注：2月含春节因素。'],
        ],
        'A1:D1',
      ),
    figures: `POWER JIA 2026-M01 12345 B4
        POWER JIA 2026-M02 9800.5 C4
        POWER JIA 2026-M03 13010 D4
        POWER YI 2026-M01 8000 B5
        POWER YI 2026-M02 7120 C5
        POWER YI 2026-M03 8210 D5
        POWER BING 2026-M01 5010 B7
        POWER BING 2026-M03 5333 D7
        POWER DING 2026-M02 410 C8
        POWER DING 2026-M03 430 D8`,
  },
  2: {
    sheet: () =>
      book(
        [
          ['规模以上工业总产值（2026年）'],
          ['县（市、区）', '1-2月', null, '3月', null, '1-3月', null],
          [null, '总量（亿元）', '同比（%）', '总量（亿元）', '同比（%）', '总量（万元）', '同比（%）'],
          ['甲区', 100.5, 3.2, 60.25, -1.1, 1607500, 1.5],
          ['乙县', 40, '下降2.0', 20, '持平', 600000, 0.1],
        ],
        'A1:G1 A2:A3 B2:C2 D2:E2 F2:G2',
      ),
    figures: `OUT JIA 2026-YTD02 100.5 3.2% B4
        OUT JIA 2026-M03 60.25 -1.1% D4
        OUT JIA 2026-YTD03 160.75 1.5% F4
        OUT YI 2026-YTD02 40 -2.0% B5
        OUT YI 2026-M03 20 0% D5
        OUT YI 2026-YTD03 60 0.1% F5`,
  },
  3: {
    sheet: () =>
      book(
        [
          ['2026年1-10月主要经济指标'],
          ['指标名称', '计量单位', '全市', '甲区', '乙县', '丙市'],
          ['一、规模以上工业总产值', '亿元', 300, 100.5, 120.25, 79.25],
          ['二、固定资产投资', '亿元', 90, 30, 40, 20],
          ['   其中：工业投资', '亿元', 45, 15, 20, 10],
          ['   　　房地产', '亿元', 9, 3, 4, 2],
          ['三、城镇调查失业率', '%', 5, 4.9, 5.1, 5],
          ['四、全社会用电量', '亿千瓦时', 6, 2.5, 2, 1.5],
          ['五、招商引资', '亿元', 6, 2.5, 2, 1.5],
        ],
        'A1:F1',
      ),
    figures: `OUT JIA 2026-YTD10 100.5 D3
        OUT YI 2026-YTD10 120.25 E3
        OUT BING 2026-YTD10 79.25 F3
        INV JIA 2026-YTD10 30 D4
        INV YI 2026-YTD10 40 E4
        INV BING 2026-YTD10 20 F4
        INV_I JIA 2026-YTD10 15 D5
        INV_I YI 2026-YTD10 20 E5
        INV_I BING 2026-YTD10 10 F5
        RATE JIA 2026-YTD10 4.9 D7
        RATE YI 2026-YTD10 5.1 E7
        RATE BING 2026-YTD10 5 F7
        POWER JIA 2026-YTD10 25000 D8
        POWER YI 2026-YTD10 20000 E8
        POWER BING 2026-YTD10 15000 F8`,
  },
  4: {
    sheet: () =>
      book(
        [
          ['主要指标完成情况（2026年9月）'],
          ['指标', '单位', '甲区', null, '乙县', null],
          [null, null, '本月', '同比%', '本月', '同比%'],
          ['规上工业总产值', '万元', 105000, 5.5, 98000, -0.4],
          ['说明：以下为快报数。'],
          ['税收收入', '亿元', 3.1, 8, 2.25, 7.5],
          [],
          ['工业用电量', '万千瓦时', 900, 1, '约1000', 2],
        ],
        'A1:F1 A2:A3 B2:B3 C2:D2 E2:F2 A5:F5',
      ),
    figures: `OUT JIA 2026-M09 10.5 5.5% C4
        OUT YI 2026-M09 9.8 -0.4% E4
        TAX JIA 2026-M09 3.1 8% C6
        TAX YI 2026-M09 2.25 7.5% E6
        IPOWER JIA 2026-M09 900 1% C8
        IPOWER YI 2026-M09 1000 about 2% E8`,
  },
  5: {
    sheet: () =>
      book(
        [
          ['附表2'],
          ['单位：亿元', null, null, null, '2026年10月'],
          ['县区', '指标', '本月', '累计', '累计同比（%）'],
          ['甲区', '固定资产投资', 3, 30, 4.5],
          [null, '税收收入', 1.5, 14, 6],
          ['乙县', '固定资产投资', 4, 40, '-1.5%'],
          [null, '税收收入', 2, 21, 5],
        ],
        'A4:A5 A6:A7',
      ),
    figures: `INV JIA 2026-M10 3 C4
        INV JIA 2026-YTD10 30 4.5% D4
        TAX JIA 2026-M10 1.5 C5
        TAX JIA 2026-YTD10 14 6% D5
        INV YI 2026-M10 4 C6
        INV YI 2026-YTD10 40 -1.5% D6
        TAX YI 2026-M10 2 C7
        TAX YI 2026-YTD10 21 5% D7`,
  },
  6: {
    sheet: () =>
      book(
        [
          ['2026年三季度分县区情况'],
          [
            '地区',
            '规模以上工业总产值（亿元）',
            '同比',
            '位次',
            '税收收入（万元）',
            '同比',
            '位次',
            '企业数（家）',
            '增速',
          ],
          ['甲区', 350.5, 6.1, 1, 91000, 3, '第2', 120, 9],
          ['乙县', 280, 5, 2, 99500, 4.2, 1, 98, 8],
          ['平均', 315.25, 5.5, null, 95250, 3.6, null, 109, 8.5],
        ],
        'A1:I1',
      ),
    figures: `OUT JIA 2026-Q3 350.5 6.1% B3
        TAX JIA 2026-Q3 9.1 3% E3
        FIRMS JIA 2026-Q3 120 H3
        OUT YI 2026-Q3 280 5% B4
        TAX YI 2026-Q3 9.95 4.2% E4
        FIRMS YI 2026-Q3 98 H4`,
  },
  7: {
    sheet: () =>
      book([
        ['2026年10月快报'],
        ['（一）产值', null, '单位：亿元'],
        ['地区', '规模以上工业总产值', '同比（%）'],
        ['甲区', 30, 5],
        ['乙县', 28, 4],
        [],
        ['（二）税收', null, '单位：万元'],
        ['地区', '税收收入', '同比（%）'],
        ['甲区', 9100, 3],
        ['乙县', 9950, 4.2],
      ]),
    figures: `OUT JIA 2026-M10 30 5% B4
        OUT YI 2026-M10 28 4% B5`,
  },
  8: {
    sheet: () =>
      book([
        ['单位　名称', '时间', '全社会用电量（万千瓦时）', '规上工业总产值（亿元）', '城镇调查失业率（％）'],
        ['甲　区', '２０２６年１月', '１２，３４５．６', '＋１０．５', '５．１％'],
        ['甲　区', '２０２６年１－２月', '２４，０００', '２０．５', '５．０'],
        ['乙县', '2026.1', '９００', '９', '５'],
        ['乙县', '2026年2月', '９００万', '９①', '５'],
      ]),
    figures: `POWER JIA 2026-M01 12345.6 C2
        OUT JIA 2026-M01 10.5 D2
        RATE JIA 2026-M01 5.1 E2
        POWER JIA 2026-YTD02 24000 C3
        OUT JIA 2026-YTD02 20.5 D3
        RATE JIA 2026-YTD02 5.0 E3
        RATE YI 2026-M02 5 E5
        POWER YI 2026-M02 900 C5`,
  },
  9: {
    sheet: () => {
      // "甲区" … in GB 18030, written by another program.
      const rows = [
        '主要指标,,,,',
        '地区,规模以上工业总产值（亿元）,,税收收入（亿元）,',
        ',2026年10月,1-10月,2026年10月,1-10月',
        '甲区,10.5,"1,050.25",1.1,10',
        '乙县,9,900,2,1,020',
        '合 计,19.5,1950.25,3.1,1030',
      ];
      return readFigureSheet(gb18030(rows.join('\r\n')), '快报.csv');
    },
    figures: `OUT JIA 2026-M10 10.5 B4
        OUT JIA 2026-YTD10 1050.25 C4
        TAX JIA 2026-M10 1.1 D4
        TAX JIA 2026-YTD10 10 E4`,
  },
  10: {
    sheet: () => readFigureSheet(otherProgram(), '月报.xlsx'),
    figures: `INV JIA 2026-M08 30.5 B4
        TAX JIA 2026-M08 1.5 C4
        INV YI 2026-M08 40.25 B5`,
  },
};

export const sheetNumbers = Object.keys(tenSheets).map(Number);
const known = (number: number): Known => {
  const found = tenSheets[number];
  if (!found) throw new Error(`no sheet ${number}`);
  return found;
};
export const sheetOf = (number: number): Promise<FigureSheet> => known(number).sheet();
/** The figures of a sheet in the lines of `inLines`. */
export const figuresOf = (number: number): string[] => lines(known(number).figures);

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
