import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { figuresAfter } from '@/lib/publishing/api/queries';
import { checkSettings } from '@/lib/testing/accounts';
import { manyFigures } from '@/lib/testing/many-figures';
import { wholeReads } from '@/lib/testing/plans';

checkSettings();
const { sql } = await testDatabase();
await manyFigures(sql, { units: 150, indicators: 8, months: 60 });
const key: [string, string, string] = ['b-4', '2022-M06', 'B0075'];
const asOf = new Date('2026-06-01T00:00:00Z');

test.each([
  ['all', {}, key],
  ['all, from the first', {}, null],
  ['an indicator', { indicator: 'b-4' }, key],
  ['a unit', { unit: 'B0075' }, key],
  ['a unit and an indicator', { unit: 'B0075', indicator: 'b-4' }, null],
  ['a past moment', { asOf }, key],
  ['a past moment, from the first', { asOf }, null],
  ['an indicator at a past moment', { indicator: 'b-4', asOf }, key],
  ['a unit at a past moment', { unit: 'B0075', asOf }, null],
  ['a unit at a past moment, further on', { unit: 'B0075', asOf }, key],
])('a page of figures of %s scans no whole table of figures', async (_what, choice, place) => {
  const read = () => figuresAfter(anonymousPrincipal(), choice, { limit: 100, key: place });
  expect(await wholeReads(sql, read)).toEqual([]);
});
