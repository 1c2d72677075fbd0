import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { periodCode } from '@/lib/catalogue/periods/period';
import { vintages } from '@/lib/observations/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { blocks, findingsIn, unexplainedFindings } from '@/lib/reporting/rules/find';
import { CheckRule } from '@/lib/reporting/rules/rule';
import { starterRules } from '@/lib/reporting/rules/starter-rules';
import type { CheckedIndicator } from '@/lib/reporting/words';
import { entriesOf, industryAsks, itemsFor, safetyAsks } from './asked';
import { readDemonstration } from './catalogue';
import { inventedFigures } from './figures';
import { projectRows } from './lamps';
import { collectedPeriod, type Month, monthAt, monthBefore, monthCode, monthOf, reportedMonth, yearOf } from './months';
import { demonstrationRules } from './rules';
import { safetyFigures } from './safety-years';
import { chance, decimalText, unitCodes } from './series';
import { inventedTargets } from './targets';
import { zoneFigures } from './zones';

const reported: Month = 2026 * 12 + 9;
const batches = inventedFigures(reported);
const rows = batches.flatMap((batch) => batch.rows);
/** The current figures: the highest vintage, the latest among equals. */
const current = new Map(
  [...rows]
    .sort((a, b) => vintages.indexOf(a.vintage) - vintages.indexOf(b.vintage))
    .map((row) => [[row.indicator, row.unit, row.period].join(' '), row]),
);
/** A figure in its smallest printed unit, so that sums are exact. */
const wholeFigure = (indicator: string, unit: string, period: string) => {
  const row = current.get([indicator, unit, period].join(' '));
  return row ? Number(row.value.replace('.', '')) : null;
};
const years = [2024, 2025];

test('there are three years of months up to the one before the running collection', () => {
  const months = new Set(rows.filter((row) => row.indicator === 'DEMO_ENT').map((row) => row.period));
  expect(months.size).toBe(36);
  expect([...months].sort().at(-1)).toBe('2026-M09');
  expect([...months].sort().at(0)).toBe('2023-M10');
});

test('parts add up to their whole in every month and every year to date', () => {
  const wholes = rows.filter(
    (row) => row.indicator === 'DEMO_OUT' && current.get(`DEMO_OUT ${row.unit} ${row.period}`) === row,
  );
  expect(wholes.length).toBe(36 * 9 * 2);
  for (const { unit, period } of wholes) {
    const parts = ['DEMO_OUT_HT', 'DEMO_OUT_TR'].map((code) => wholeFigure(code, unit, period) ?? Number.NaN);
    expect(parts.reduce((sum, part) => sum + part)).toBe(wholeFigure('DEMO_OUT', unit, period));
  }
});

test.each(['DEMO_OUT', 'DEMO_OUT_HT', 'DEMO_OUT_TR', 'DEMO_POWER', 'DEMO_PORT', 'DEMO_ACC'])(
  'the year to date is the sum of its months: %s',
  (indicator) => {
    for (const unit of unitCodes) {
      for (const year of years) {
        let sum = 0;
        for (let month = 1; month <= 12; month += 1) {
          const own = wholeFigure(indicator, unit, periodCode('month', year, month));
          if (own === null) break;
          sum += own;
          expect(wholeFigure(indicator, unit, periodCode('yearToDate', year, month))).toBe(sum);
        }
      }
    }
  },
);

test('the share of hazards removed is the removed ones divided by the found ones', () => {
  for (const row of rows.filter(({ indicator }) => indicator === 'DEMO_HAZ_RATE')) {
    const [found, removed] = ['DEMO_HAZ', 'DEMO_HAZ_FIXED'].map((code) => wholeFigure(code, row.unit, row.period) ?? 0);
    expect(Math.abs(Number(row.value) - ((removed ?? 0) / (found ?? 0)) * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
    expect(Number(row.value)).toBeLessThanOrEqual(100);
  }
});

test('January and February are the weakest months of a year', () => {
  for (const unit of unitCodes) {
    for (const year of years) {
      const months = Array.from(
        { length: 12 },
        (_, at) => wholeFigure('DEMO_OUT', unit, periodCode('month', year, at + 1)) ?? 0,
      );
      expect(Math.max(...months.slice(0, 2))).toBeLessThan(Math.min(...months.slice(2)));
    }
  }
});

test('every figure is labelled as invented, and is of an invented unit and indicator', () => {
  const files = readDemonstration();
  const codes = (text: string) =>
    text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
  const [units, indicators] = [codes(files['units.csv']), codes(files['indicators.csv'])];
  for (const row of rows) {
    expect(row.note).toContain('演示数据');
    expect(row.source).toBe('DEMO');
    expect(units).toContain(row.unit);
    expect(indicators).toContain(row.indicator);
  }
  const yearly = [
    ...projectRows(monthBefore(reported)),
    ...zoneFigures(reported).flatMap((batch) => batch.rows),
    ...safetyFigures(reported),
  ];
  expect(yearly.every(({ note, unit }) => note === '演示数据' && units.includes(unit))).toBe(true);
  expect(new Set([...rows, ...yearly].map(({ indicator }) => indicator)).size).toBe(indicators.length);
});

test('the years before last are final, last year is approved, this year preliminary and its last month a flash', () => {
  const vintageOf = (period: string) => current.get(`DEMO_ENT DEMO-JIA ${period}`)?.vintage;
  expect(['2024-M12', '2025-M03', '2025-M12', '2026-M08', '2026-M09'].map(vintageOf)).toEqual([
    'final',
    'approved',
    'approved',
    'preliminary',
    'flash',
  ]);
});

test('some figures were first estimated and replaced a month later', () => {
  const key = (row: (typeof rows)[number]) => [row.indicator, row.unit, row.period].join(' ');
  const twice = rows.filter((row) => row !== current.get(key(row)));
  expect(twice.length).toBeGreaterThan(30);
  expect(twice.every((row) => row.vintage === 'flash' && row.value !== current.get(key(row))?.value)).toBe(true);
});

test('batches are recorded one after another, before the collection of the next month is due', () => {
  const moments = batches.map(({ at }) => at.getTime());
  expect(moments).toEqual([...moments].sort((a, b) => a - b));
  expect(batches.at(-1)?.at.toISOString()).toBe('2026-10-10T02:00:00.000Z');
});

test('a month gives the same figures, whichever month is the last', () => {
  const later = new Map(
    inventedFigures(reported + 5)
      .flatMap((batch) => batch.rows)
      .map((row) => [`${row.indicator} ${row.unit} ${row.period} ${row.vintage}`, row.value]),
  );
  const finals = rows.filter(({ vintage }) => vintage === 'final');
  for (const row of finals) {
    const same = later.get(`${row.indicator} ${row.unit} ${row.period} final`);
    if (same !== undefined) expect(same).toBe(row.value);
  }
});

test.each([
  ['2026-11-15T00:00:00Z', '2026-M10', '2026-M09'],
  ['2026-10-31T16:30:00Z', '2026-M10', '2026-M09'],
  ['2026-10-31T15:30:00Z', '2026-M09', '2026-M08'],
  ['2027-01-10T00:00:00Z', '2026-M12', '2026-M11'],
  ['2027-02-10T00:00:00Z', '2026-M12', '2026-M11'],
  ['2027-03-10T00:00:00Z', '2027-YTD02', '2026-M12'],
  ['2027-04-10T00:00:00Z', '2027-M03', '2027-YTD02'],
])('at %s the collection of %s is running, after that of %s', (now, period, before) => {
  const month = reportedMonth(new Date(now));
  expect(collectedPeriod(month)).toBe(period);
  expect(collectedPeriod(monthBefore(month))).toBe(before);
});

test('figures can be generated at any moment, and none is recorded after it', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2025-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }), (now) => {
      const made = inventedFigures(reportedMonth(now));
      return (
        made.every(({ at }) => at <= now) &&
        made.flatMap((batch) => batch.rows).every(({ value }) => /^-?\d+(\.\d+)?$/.test(value))
      );
    }),
    { numRuns: 8 },
  );
});

test('the figures of reporters pass the checks in any month', () => {
  const rules = [...starterRules, ...demonstrationRules].map((rule) => CheckRule.parse(rule));
  const indicators = checkedIndicators();
  for (let month = reported; month < reported + 24; month += 1) {
    const period = collectedPeriod(month);
    if (monthOf(month) === 1) continue;
    const held = inventedFigures(month).flatMap((batch) => batch.rows);
    for (const unitCode of unitCodes) {
      const known = Object.fromEntries(
        held
          .filter(({ unit }) => unit === unitCode)
          .map((row) => [keyOf({ indicatorCode: row.indicator, periodCode: row.period }), row.value]),
      );
      for (const asks of [industryAsks, safetyAsks]) {
        const items = itemsFor(asks, period);
        const written = entriesOf(unitCode, items);
        const figures = written.map(({ indicatorCode, periodCode, entry }, at) => ({
          indicatorCode,
          periodCode,
          entry,
          isRequired: items[at]?.isRequired ?? true,
          indicator: indicators.get(indicatorCode) ?? raise(indicatorCode),
          peers: null,
        }));
        const findings = findingsIn({ figures, known, rules });
        expect(findings.filter(blocks)).toEqual([]);
        expect(
          unexplainedFindings(findings, Object.fromEntries(figures.map((one) => [keyOf(one), one.entry]))),
        ).toEqual([]);
      }
    }
  }
});

function raise(code: string): never {
  throw new Error(code);
}

function checkedIndicators(): Map<string, CheckedIndicator> {
  const { data } = Papa.parse<Record<string, string>>(readDemonstration()['indicators.csv'], { header: true });
  return new Map(
    data.map((row) => {
      const { code = '', name_zh = '', name_en = '', unit_zh = '', unit_en = '', decimals, ...words } = row;
      const { measure, direction, basis } = words as Pick<CheckedIndicator, 'measure' | 'direction' | 'basis'>;
      const names = { nameZh: name_zh, nameEn: name_en, unitZh: unit_zh, unitEn: unit_en };
      return [code, { code, ...names, decimals: Number(decimals), measure, direction, basis }];
    }),
  );
}

test('each unit has a base and a stretch target for the year', () => {
  const targets = inventedTargets(reported);
  expect(targets).toHaveLength(27);
  expect(targets.every(({ base, stretch, note }) => Number(stretch) > Number(base) && note.includes('演示数据'))).toBe(
    true,
  );
  expect(targets.every(({ year }) => year === yearOf(reported))).toBe(true);
});

test('whole numbers are written with their decimals, and random numbers are between 0 and 1', () => {
  expect([decimalText(12345, 2), decimalText(5, 2), decimalText(-5, 1), decimalText(0, 0)]).toEqual([
    '123.45',
    '0.05',
    '-0.5',
    '0',
  ]);
  fc.assert(fc.property(fc.string(), (word) => chance(word) >= 0 && chance(word) < 1));
});

test('a month is counted in Shanghai', () => {
  expect(monthCode(monthAt(new Date('2026-10-31T16:00:00Z')))).toBe('2026-M11');
  expect(monthOf(monthAt(new Date('2026-12-31T15:59:59Z')))).toBe(12);
});
