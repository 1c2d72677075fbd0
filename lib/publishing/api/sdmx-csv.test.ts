import { expect, test } from 'vitest';
import { sdmxHead, sdmxLine } from '@/lib/publishing/api/sdmx-csv';
import type { FigureFound } from '@/lib/publishing/api/shown-rows';

/** A reader by RFC 4180 alone: quoted cells, doubled quotes, lines that end with CRLF. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (quoted && char === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === ',' || (char === '\r' && text[at + 1] === '\n'))) {
      row.push(cell);
      cell = '';
      if (char === '\r') {
        rows.push(row);
        row = [];
        at += 1;
      }
    } else cell += char;
  }
  expect([row, cell, quoted]).toEqual([[], '', false]);
  return rows;
}

// What the field guide of SDMX-CSV 2.0 demands, beside the time formats of SDMX 3.0.
const structureId = /^[A-Z][\w-]*(\.[A-Z][\w-]*)*:[\w@$-]+\(\d+\.\d+\.\d+\)$/;
const componentId = /^[A-Za-z][\w-]*$/;
const times: Readonly<Record<string, RegExp>> = {
  A: /^\d{4}$/,
  S: /^\d{4}-S[12]$/,
  Q: /^\d{4}-Q[1-4]$/,
  M: /^\d{4}-(0[1-9]|1[0-2])$/,
  _O: /^\d{4}-\d\d-\d\d\/P\d{1,2}M$/,
};

/** The observations of a message, each by the ids of its components; refuses what the guide does not allow. */
function readMessage(text: string): Record<string, string>[] {
  expect(text.startsWith('\uFEFF')).toBe(false);
  const [head = [], ...rows] = cellsOf(text);
  expect(head.slice(0, 3)).toEqual(['STRUCTURE', 'STRUCTURE_ID', 'ACTION']);
  expect(new Set(head).size).toBe(head.length);
  for (const id of head) expect(id).toMatch(componentId);
  const seen = new Set<string>();
  return rows.map((cells) => {
    expect(cells).toHaveLength(head.length);
    const row = Object.fromEntries(head.map((id, at) => [id, cells[at] ?? '']));
    expect(row.STRUCTURE).toMatch(/^(dataflow|datastructure|dataprovision)$/);
    expect(row.STRUCTURE_ID).toMatch(structureId);
    expect(row.ACTION).toMatch(/^[IAMRD]$/);
    const key = ['FREQ', 'INDICATOR', 'REF_AREA', 'TIME_PERIOD'].map((id) => row[id]);
    for (const value of key) expect(value).not.toBe('');
    expect(seen.has(key.join('.'))).toBe(false);
    seen.add(key.join('.'));
    expect(row.TIME_PERIOD).toMatch(times[row.FREQ ?? ''] ?? /never/);
    expect(row.OBS_VALUE).toMatch(/^-?\d+(\.\d+)?$/);
    return row;
  });
}

const figure = (more: Partial<FigureFound>): FigureFound => ({
  ...{ indicatorCode: 'M1', orgUnitCode: 'U1', periodCode: '2022', value: '1843.7', decimals: 1, qualifier: 'exact' },
  ...{ qualifierPrinted: '', vintage: 'final', reportedYoy: null, periodPrinted: '', note: '', sourceCode: 'INV' },
  ...{ locator: '', quote: '', sourceTitle: '演示公报', publisher: '', publishedOn: null, sourceWithdrawn: null },
  ...{ url: null, unitZh: '亿元', unitEn: '', isDemonstration: true, revision: 2 },
  recordedAt: new Date('2026-01-31T00:00:00Z'),
  ...more,
});

test('a message is read by the field guide of SDMX-CSV 2.0, period by period', () => {
  const codes = ['2022', '2022-H2', '2022-Q3', '2022-M09', '2022-YTD09', '2022-YTD12'];
  const rows = readMessage(sdmxHead + codes.map((periodCode) => sdmxLine(figure({ periodCode }))).join(''));
  expect(rows.map((row) => `${row.FREQ} ${row.TIME_PERIOD}`)).toEqual([
    ...['A 2022', 'S 2022-S2', 'Q 2022-Q3', 'M 2022-09', '_O 2022-01-01/P9M', '_O 2022-01-01/P12M'],
  ]);
  expect(rows[0]).toEqual({
    ...{ STRUCTURE: 'dataflow', STRUCTURE_ID: 'BATON:FIGURES(1.0.0)', ACTION: 'R' },
    ...{ FREQ: 'A', INDICATOR: 'M1', REF_AREA: 'U1', TIME_PERIOD: '2022', OBS_VALUE: '1843.7', OBS_STATUS: 'A' },
    ...{ UNIT_MEASURE: '亿元', DECIMALS: '1', VINTAGE: 'final', QUALIFIER: 'exact', SOURCE_CODE: 'INV' },
    ...{ SOURCE: '演示公报', REVISION: '2', RECORDED_AT: '2026-01-31T00:00:00.000Z' },
  });
});

test('an observation says whether it is provisional or a forecast, with its printed decimals', () => {
  const rows = readMessage(
    sdmxHead +
      sdmxLine(figure({ periodCode: '2020', vintage: 'flash', value: '-3.2', decimals: 2 })) +
      sdmxLine(figure({ periodCode: '2021', vintage: 'preliminary', qualifier: 'expected' })) +
      sdmxLine(figure({ periodCode: '2022', vintage: 'approved', qualifier: 'about' })),
  );
  expect(rows.map(({ OBS_STATUS, OBS_VALUE }) => `${OBS_STATUS} ${OBS_VALUE}`)).toEqual([
    ...['P -3.20', 'F 1843.7', 'A 1843.7'],
  ]);
});

test('a title with commas, quotes and lines stays one cell, and is no formula', () => {
  const title = '=公报, "第一版"\n附表';
  const [row] = readMessage(sdmxHead + sdmxLine(figure({ sourceTitle: title })));
  expect(row?.SOURCE).toBe(`'${title}`);
});

test('a figure without a date has no time period, and is left out', () => {
  expect(sdmxLine(figure({ periodCode: 'undated' }))).toBe('');
});
