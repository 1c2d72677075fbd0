import { randomFillSync } from 'node:crypto';
import { constants, deflateRawSync } from 'node:zlib';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '@/lib/errors';
import { upload as words } from '@/lib/i18n/zh-CN/upload';
import { crc32 } from '@/lib/reporting/upload/crc32';
import { readFigureSheet, readUpload } from '@/lib/reporting/upload/read-upload';
import { type ArchivePart, archiveOf } from '@/lib/reporting/upload/write-archive';
import { inFloors } from '@/lib/testing/floor';
import { many } from '@/lib/testing/many';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function part(name: string, content: string | Uint8Array, forged: Partial<ArchivePart> = {}): ArchivePart {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const stored = deflateRawSync(bytes, { level: constants.Z_BEST_SPEED });
  return { name, method: 8, stored, size: bytes.length, crc32: crc32(bytes), ...forged };
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = (...list: [id: string, kind: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;
const contentTypes = (kind: string) =>
  `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.${kind}.main+xml"/></Types>`;

/** The parts of a small workbook with the given rows; a part of the same name in `others` replaces its own. */
function workbookParts(rows: string, others: readonly ArchivePart[] = []): ArchivePart[] {
  const own = [
    part('[Content_Types].xml', contentTypes('openxmlformats-officedocument.spreadsheetml.sheet')),
    part('_rels/.rels', relations(['rId1', 'officeDocument', 'xl/workbook.xml'])),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part('xl/_rels/workbook.xml.rels', relations(['rId1', 'worksheet', 'worksheets/sheet1.xml'])),
    part('xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
  ];
  return [...own.filter(({ name }) => others.every((other) => other.name !== name)), ...others];
}

const row = (at: number, cells: string) => `<row r="${at}">${cells}</row>`;
const number = (address: string, value: string) => `<c r="${address}"><v>${value}</v></c>`;
const small = row(1, number('A1', '1'));
const workbook = (rows: string, others?: readonly ArchivePart[]) => archiveOf(workbookParts(rows, others));

async function refusalOf(bytes: Uint8Array, name = '表.xlsx'): Promise<Refusal> {
  const refusal = await readUpload(bytes, name).then(
    () => null,
    (error) => error,
  );
  expect(refusal).toBeInstanceOf(Refusal);
  expect(Object.keys(words)).toContain(refusal.key.replace('upload.', ''));
  return refusal;
}

const threads = () => process.getActiveResourcesInfo().filter((name) => /Worker|MessagePort/.test(name)).length;

// The first reading loads the parser from disk.
beforeAll(async () => {
  await readUpload(workbook(small), 'a.xlsx');
});

describe('a valid file', () => {
  test('that is a workbook of 5 000 rows is read cell by cell', async () => {
    const rows: CellValue[][] = Array.from({ length: 5000 }, (_, at) => [
      `单位${at}`,
      at / 8,
      at % 2 === 0,
      null,
      '末',
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: '一', rows }] });
    const { result: sheet, floors } = await inFloors(() => readUpload(bytes, '报表.XLSX'));
    expect(floors).toBeLessThan(200);
    expect(sheet.format).toBe('xlsx');
    expect(sheet.rows).toHaveLength(5000);
    expect(sheet.rows[4999]).toEqual(['单位4999', '624.875', 'FALSE', '', '末']);
  });

  test('may have dates, errors, small numbers and gaps', async () => {
    const day = { style: { numFmt: 'yyyy-mm-dd' } };
    const cells = new Map([['0,1', day]]);
    const rows = [['日期', new Date('2026-09-30T00:00:00Z'), 0.1 + 0.2, 1e-7], [], ['', '隔一行', '']];
    const dated = await readUpload(await writeXlsx({ sheets: [{ name: '一', rows, cells }] }), 'a.xlsx');
    expect(dated.rows).toEqual([['日期', '2026-09-30', '0.30000000000000004', '0.0000001'], [], ['', '隔一行']]);
    const broken = await readUpload(workbook(row(3, '<c r="B3" t="e"><v>#DIV/0!</v></c>')), 'a.xlsx');
    expect(broken.rows).toEqual([[], [], ['', '#DIV/0!']]);
  });

  test('is read from its first visible sheet', async () => {
    const sheets = [
      { name: '字典', hidden: true, rows: [['不看']] },
      { name: '表', rows: [['看']] },
    ];
    expect((await readUpload(await writeXlsx({ sheets, activeSheet: 1 }), 'a.xlsx')).rows).toEqual([['看']]);
  });

  test('may have cells far away that are only formatted', async () => {
    const sheet = await readUpload(workbook(`${small}${row(60000, '<c r="XFD60000" s="0"/>')}`), 'a.xlsx');
    expect(sheet.rows).toEqual([['1']]);
  });

  test('that is a CSV file is read in UTF-8, with a mark or without, and in GBK', async () => {
    const text = '姓名,单位\r\n"张,三",南通市\r\n,,\r\n李四,"海安\n市",\r\n';
    const rows = [['姓名', '单位'], ['张,三', '南通市'], [], ['李四', '海安\n市']];
    const gbk = Buffer.from('d0d5c3fb2cb5a5cebb0a', 'hex');
    expect(await readUpload(bytesOf(text), 'a.csv')).toEqual({ format: 'csv', encoding: 'utf-8', rows });
    expect(await readUpload(bytesOf(`\ufeff${text}`), 'a.csv')).toEqual({ format: 'csv', encoding: 'utf-8', rows });
    expect(await readUpload(gbk, 'a.csv')).toEqual({ format: 'csv', encoding: 'gb18030', rows: [['姓名', '单位']] });
  });
});

describe('a harmful file is refused within a second', () => {
  const dense = new Uint8Array(128 * 1024 * 1024).fill(32);
  const padding = deflateRawSync(dense, { level: constants.Z_BEST_SPEED });
  const paddedPart = (size: number) => part('xl/worksheets/sheet1.xml', '', { stored: padding, size, crc32: 1 });
  const manyRows = () => Array.from({ length: 1_000_000 }, (_, at) => row(at + 1, number(`A${at + 1}`, '1'))).join('');
  const doctype = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>';

  const killers: [name: string, key: string, make: () => Uint8Array][] = [
    [
      'far.xlsx: two cells as far apart as can be',
      'farCell',
      () => workbook(small + row(1048576, number('XFD1048576', '1'))),
    ],
    ['pad.xlsx: blanks that inflate to 128 MB', 'bomb', () => workbook('', [paddedPart(dense.length)])],
    ['lie.xlsx: the same, said to be 5 000 bytes', 'bomb', () => workbook('', [paddedPart(5000)])],
    ['bomb.xlsx: a million rows in less than 5 MB', 'farCell', () => workbook(manyRows())],
    ['large.xlsx: more than 5 MB', 'tooLarge', () => randomFillSync(new Uint8Array(5 * 1024 * 1024 + 1))],
    ['xxe.xlsx: an external entity', 'dtd', () => workbook('', [part('xl/sharedStrings.xml', doctype)])],
  ];
  test.each(killers)('%s', async (_name, key, make) => {
    const bytes = make();
    const { result: refusal, floors } = await inFloors(() => refusalOf(bytes));
    expect(floors).toBeLessThan(100);
    expect(refusal.key).toBe(`upload.${key}`);
  });

  test('a workbook that fills the memory ends its own thread and nothing else', async () => {
    const strings = Array.from({ length: 1_500_000 }, (_, at) => `<si><t>${at % 97}</t></si>`).join('');
    const links = relations(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
    );
    const others = [part('xl/_rels/workbook.xml.rels', links), part('xl/sharedStrings.xml', `<sst>${strings}</sst>`)];
    expect((await refusalOf(workbook(small, others))).key).toBe('upload.tooHeavy');
    expect((await readUpload(workbook(small), 'a.xlsx')).rows).toEqual([['1']]);
  });

  test('a part declared empty in the directory, but not in its own head, stays unread', async () => {
    const parts = workbookParts('', [paddedPart(0)]);
    const bytes = archiveOf(parts.map((one) => (one.size === 0 ? { ...one, size: dense.length } : one)));
    const directory = Buffer.from(bytes.buffer).lastIndexOf('PK\x01\x02');
    new DataView(bytes.buffer).setUint16(directory + 8, 0x808, true);
    new DataView(bytes.buffer).setUint32(directory + 20, 0, true);
    new DataView(bytes.buffer).setUint32(directory + 24, 0, true);
    expect((await refusalOf(bytes)).key).toBe('upload.damaged');
  });
});

describe('another kind of file is refused with its own word', () => {
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const other = (name: string, content = '<x/>') => workbook(small, [part(name, content)]);
  const cases: [what: string, key: string, bytes: Uint8Array, name: string][] = [
    ['an empty file', 'empty', new Uint8Array(0), 'a.xlsx'],
    ['a sheet without a filled cell', 'empty', workbook(row(1, '<c r="A1"/>')), 'a.xlsx'],
    ['a text named .xlsx', 'notXlsx', bytesOf('姓名,单位'), 'a.xlsx'],
    ['an archive of something else', 'notXlsx', archiveOf([part('a.txt', 'a')]), 'a.xlsx'],
    ['another ending', 'otherFile', bytesOf('%PDF'), 'a.pdf'],
    ['no ending', 'otherFile', bytesOf('a'), 'csv'],
    ['an .xls by its name', 'oldFormat', old, 'a.xls'],
    ['an .et renamed', 'oldFormat', old, 'a.xlsx'],
    ['a password', 'encrypted', Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]), 'a.xlsx'],
    ['an .xlsm by its name', 'macro', workbook(small), 'a.xlsm'],
    ['macros', 'macro', other('xl/vbaProject.bin'), 'a.xlsx'],
    ['an .xlsm renamed', 'macro', other('[Content_Types].xml', contentTypes('ms-excel.sheet.macroEnabled')), 'a.xlsx'],
    ['links to other workbooks', 'externalLink', other('xl/externalLinks/externalLink1.xml'), 'a.xlsx'],
    ['an embedded object', 'embedded', other('xl/embeddings/oleObject1.bin'), 'a.xlsx'],
    ['a control', 'embedded', other('xl/activeX/activeX1.xml'), 'a.xlsx'],
    ['an archive inside', 'archiveInside', other('xl/media/image1.png', 'PK\x03\x04'), 'a.xlsx'],
    ['too many parts', 'tooManyParts', archiveOf(Array.from({ length: 2001 }, (_, at) => part(`${at}`, ''))), 'a.xlsx'],
    ['two parts of one name', 'damaged', archiveOf([part('a', '1'), part('a', '2')]), 'a.xlsx'],
    ['half a file', 'damaged', workbook(small).subarray(0, 600), 'a.xlsx'],
    ['a number of 18 digits', 'longNumber', workbook(row(1, number('A1', '320602199001011234'))), 'a.xlsx'],
    ['a workbook named .csv', 'notCsv', workbook(small), 'a.csv'],
    ['bytes that are no text', 'notCsv', Buffer.from([65, 0, 66]), 'a.csv'],
    ['UTF-16', 'encoding', Buffer.from('\ufeff姓名', 'utf16le'), 'a.csv'],
    ['no known encoding', 'encoding', Buffer.from([0x41, 0xff, 0x42]), 'a.csv'],
    ['quotes that do not pair', 'quotes', bytesOf('a,b\n1,"2\n3,4\n'), 'a.csv'],
    ['201 columns', 'farCell', bytesOf(`${','.repeat(200)}x`), 'a.csv'],
    ['a cell longer than a spreadsheet holds', 'longCell', bytesOf(`a,${' '.repeat(19_000_000)}x\n`), 'a.csv'],
    ['a cell of one character too many', 'longCell', bytesOf(`${'x'.repeat(32_768)}\n`), 'a.csv'],
    ['200 001 rows', 'farCell', bytesOf('x\n'.repeat(200_001)), 'a.csv'],
  ];
  test.each(cases)('%s', async (_what, key, bytes, name) => {
    expect((await refusalOf(bytes, name)).key).toBe(`upload.${key}`);
  });

  test('a cell of the greatest length of spreadsheets is read', async () => {
    const longest = 'x'.repeat(32_767);
    expect((await readUpload(bytesOf(`${longest}\n`), 'a.csv')).rows).toEqual([[longest]]);
  });

  test('the refusal names the cell and the limit', async () => {
    const { details } = await refusalOf(workbook(row(7, number('GS7', '1'))));
    expect(details).toEqual({ cell: 'GS7', rows: 20_000, columns: 200 });
  });
});

test('a list of 200 columns of one character is refused before its cells fill the memory', async () => {
  const line = `${'x,'.repeat(199)}x\n`;
  const bytes = bytesOf(line.repeat(Math.floor((20 * 1024 * 1024) / line.length)));
  for (const [read, limit] of [
    [readUpload, 2_000_000],
    [readFigureSheet, 500_000],
  ] as const) {
    const refusal = await read(bytes, 'a.csv').catch((error: unknown) => error);
    expect(refusal).toMatchObject({ key: 'upload.tooManyCells', details: { limit } });
  }
});

describe('random damage', () => {
  const answerTo = (bytes: Uint8Array) =>
    readUpload(bytes, 'a.xlsx').then(
      () => 'read',
      (error) => (error instanceof Refusal ? 'refused' : `${error}`),
    );

  /** The distinct answers to `rounds` damaged files, two at a time. */
  async function answersTo(rounds: number, make: (round: number) => Uint8Array): Promise<Set<string>> {
    const seen = new Set<string>();
    for (let round = 0; round < rounds; round += 2) {
      for (const answer of await Promise.all([answerTo(make(round)), answerTo(make(round + 1))])) seen.add(answer);
    }
    return seen;
  }

  /** A seeded generator of whole numbers below a limit. */
  function chance(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  function damageBytes(bytes: Uint8Array, random: (below: number) => number): Uint8Array<ArrayBuffer> {
    const copy = new Uint8Array(bytes);
    for (let flips = 1 + random(4); flips > 0; flips -= 1) copy[random(copy.length)] = random(256);
    return copy;
  }

  test('anywhere in the file leads to rows or a refusal, and leaves no thread behind', async () => {
    const random = chance(1);
    const rows = [
      ['姓名', 1],
      ['张三', new Date('2026-09-30T00:00:00Z')],
      ['合计', 2.5],
    ];
    const good = await writeXlsx({ sheets: [{ name: '一', rows }] });
    const before = threads();
    expect(await answersTo(many(300, 60), () => damageBytes(good, random))).toEqual(new Set(['read', 'refused']));
    expect(threads()).toBe(before);
  });

  test('inside the parts, with right check sums, does so as well', async () => {
    const random = chance(2);
    const text = '<c r="A1" t="inlineStr"><is><t>姓名</t></is></c>';
    const sheet = `<worksheet><sheetData>${row(1, text + number('B1', '1.5'))}${row(2, number('A2', '3'))}</sheetData></worksheet>`;
    const links = relations(['rId1', 'worksheet', 'worksheets/sheet1.xml']);
    const make = (round: number) => {
      const [name, content] = round % 4 ? ['xl/worksheets/sheet1.xml', sheet] : ['xl/_rels/workbook.xml.rels', links];
      return workbook(small, [part(name, damageBytes(bytesOf(content), random))]);
    };
    expect(await answersTo(many(60, 16), make)).toEqual(new Set(['read', 'refused']));
  });
});
