import { expect, test } from 'vitest';
import { marksOf } from '@/lib/assessment/rankings/marks';
import { type Note, type NoteKind, noteKinds } from '@/lib/assessment/words';
import { locales } from '@/lib/i18n/words';
import { inventedDocument } from '@/lib/testing/invented-run';
import { writtenNote } from './written-note';

const names = {
  scheme: inventedDocument(2),
  units: new Map([['U1', { nameZh: '演示1区', nameEn: 'Demo District 1' }]]),
};
/** The values that the engine writes with each kind of note. */
const values: Partial<Record<NoteKind, Note['values']>> = {
  clampedHigh: { share: 108.82, cap: 100 },
  clampedLow: { share: -3, floor: 0 },
  missingCarried: { period: '2024' },
  unitFactor: { factor: 1.35 },
  takenFrom: { period: '2024-M06' },
  sumOfMonths: { count: 6 },
  meanOfMonths: { count: 6 },
  boundAsNumber: { value: 20 },
  boundAsMissing: { value: 20 },
  allEqual: { value: 3 },
  denominator: { value: 0 },
  noPercentage: { base: -1 },
  winsorised: { from: 90.5, to: 60 },
  trimmed: { trimmed: 1 },
  sharedRank: { rank: 2, count: 3 },
  incidentHeaviest: { incident: '甲', points: 2, count: 2 },
  ledgerFloor: { deducted: 12, floor: 0 },
  itemCap: { cap: 2 },
  blockCap: { cap: 2 },
  totalCap: { total: 103, cap: 100 },
  bonus: { points: 1 },
  deduction: { points: 1 },
  veto: { rule: 'r', effect: 'ineligible' },
  rebased: { weight: 20 },
  tie: { rank: 2, count: 2 },
  tieBroken: { by: 'm1' },
  tieAtPrecision: { total: '88.00' },
  apart: { grade: 'a' },
  promoted: { from: 'b', grade: 'a' },
  gradeLine: { grade: 'a' },
  quotaRounded: { grade: 'a', exact: 3.2, seats: 3 },
  provisional: { count: 2 },
  belowBand: { value: 79.95, line: 80, shown: '80.0' },
  takenByVeto: { block: 'economy' },
  waitsForRank: { count: 3 },
  quotaWaits: { count: 4 },
  logOfNonPositive: { value: 0 },
  outlierStretch: { unit: 'U1', share: 62.512345 },
  dataGaps: { count: 2, coverage: 50 },
  noTargets: { count: 1 },
  boundsUsed: { count: 1 },
  valuesCarried: { count: 1 },
  valuesClamped: { count: 1 },
  itemsLeftOut: { count: 1 },
  targetsUnsettled: { count: 1 },
  yearTargets: { count: 2 },
  basesSummed: { count: 1 },
  basesLacking: { count: 1 },
  summedBase: { period: '2025', count: 2 },
  mergedBase: { period: '2025' },
  splitBase: { period: '2025' },
  acrossDefinition: { item: 'm1', period: '2025' },
  notConcerned: { count: 1 },
  lowCoverage: { coverage: 50, least: 80 },
  belowLine: { total: 79.95, shown: '80.0', line: 80 },
};

test.each(noteKinds)('%s is written in both languages with all its values', (kind) => {
  for (const locale of locales) {
    const given = values[kind];
    const text = writtenNote(given ? { kind, values: given } : { kind }, names, locale);
    expect(text).not.toMatch(/notes\.|undefined|NaN|[{}]/);
  }
});

test('codes are named, numbers are rounded, and percentages have their sign', () => {
  expect(writtenNote({ kind: 'outlierStretch', values: values.outlierStretch ?? {} }, names, 'zh-CN')).toMatch(
    /演示1区.*62\.5123%/,
  );
  expect(writtenNote({ kind: 'tieBroken', values: { by: 'm1' } }, names, 'en')).toContain('Demonstration 1');
});

test('one item is one in English', () => {
  const counted = noteKinds.filter((kind) => values[kind]?.count === 1);
  expect(counted.length).toBeGreaterThan(5);
  for (const kind of counted) {
    expect(writtenNote({ kind, values: values[kind] ?? {} }, names, 'en')).not.toMatch(/\b1 (items|units)\b/);
  }
});

test('the marks beside a rank are written in words', () => {
  const row = { isProvisional: false, isEligible: true, notes: [] };
  expect(marksOf(row)).toEqual([]);
  expect(marksOf({ isProvisional: true, isEligible: false, notes: [{ kind: 'veto' }, { kind: 'promoted' }] })).toEqual([
    'provisional',
    'veto',
    'ineligible',
    'promoted',
  ]);
  expect(marksOf({ ...row, notes: [{ kind: 'unitExcluded' }] })).toEqual(['excluded']);
});
