import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import { blocksOf, fullOf, itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { parsePeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import { readDemonstration } from '@/lib/cli/demonstration/catalogue';
import { readDataset } from '@/lib/cli/load-dataset';
import { demonstrationSchemes, exampleSchemes, readDemonstrationScheme, readExampleScheme } from './shipped-schemes';

const rowsOf = (text: string) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
const dataset = readDataset();
const demonstration = readDemonstration();
const codesIn = (files: Readonly<Record<string, string>>, file: string) =>
  rowsOf(files[file] ?? '').map((row) => row.code ?? '');
const membersOf = (files: Readonly<Record<string, string>>, group: string) =>
  rowsOf(files['peer_group_members.csv'] ?? '').flatMap((row) =>
    row.peer_group_code === group && row.org_unit_code ? [row.org_unit_code] : [],
  );

/** Every indicator that a scheme reads, including its transforms', with the transforms of the item. */
const readsOf = (scheme: Scheme) =>
  itemsOf(scheme).flatMap(({ indicator, transforms, method }) => {
    const all: Transform[] = [
      ...transforms,
      ...(method.kind === 'blend' ? method.parts.flatMap((part) => part.transforms) : []),
    ];
    const others = all.flatMap((one) => (one.kind === 'ratio' ? [one.indicator] : []));
    return (indicator ? [indicator, ...others] : others).map((code) => ({ code, transforms: all }));
  });

const weightsFit = (scheme: Scheme) =>
  blocksOf(scheme).every(
    (block) =>
      Math.abs(block.parts.reduce((sum, part) => sum + part.weight, 0) - (block.weightTotal ?? fullOf(block))) < 1e-9,
  );

test.each(exampleSchemes)('the scheme $code is labelled as an example, and its weights sum', (one) => {
  const scheme = readExampleScheme(one);
  expect(scheme.isExample).toBe(true);
  expect(scheme.nameZh.startsWith('示例方案')).toBe(true);
  expect(scheme.note).toContain('不是任何机关的考核');
  expect(weightsFit(scheme)).toBe(true);
});

test.each(exampleSchemes)('every indicator that $code reads has a real figure for every city', (one) => {
  const scheme = readExampleScheme(one);
  const members = membersOf(dataset, scheme.peerGroup);
  expect(members).toHaveLength(13);
  const figures = new Set(
    rowsOf(dataset['observations.csv']).map((row) => `${row.indicator} ${row.unit} ${row.period}`),
  );
  const parsed = parsePeriod(one.period);
  const before = parsed && yearEarlier(parsed);
  for (const { code, transforms } of readsOf(scheme)) {
    const looksBack = transforms.some(({ kind }) => kind === 'growth' || kind === 'change');
    for (const period of looksBack ? [one.period, before] : [one.period]) {
      for (const unit of members) expect(figures).toContain(`${code} ${unit} ${period}`);
    }
  }
});

test.each(demonstrationSchemes)('the scheme %s uses invented units and indicators, and its weights sum', (name) => {
  const scheme = readDemonstrationScheme(name);
  expect(scheme.nameZh.endsWith('（演示）')).toBe(true);
  expect(weightsFit(scheme)).toBe(true);
  expect(codesIn(demonstration, 'peer_groups.csv')).toContain(scheme.peerGroup);
  const known = codesIn(demonstration, 'indicators.csv');
  for (const { code } of readsOf(scheme)) expect(known).toContain(code);
  for (const code of [...scheme.apart, ...scheme.promotions.map(({ unit }) => unit)]) {
    expect(membersOf(demonstration, scheme.peerGroup)).toContain(code);
  }
});
