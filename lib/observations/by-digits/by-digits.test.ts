import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { loadDataset } from '@/lib/cli/load-dataset';
import { digitsIn } from '@/lib/observations/by-digits/digits-in';
import { figuresByDigits } from '@/lib/observations/by-digits/queries';
import { manyFigures } from '@/lib/testing/many-figures';
import { wholeReads } from '@/lib/testing/plans';

const { database, sql } = await testDatabase();
await loadDataset(database);
const reader = anonymousPrincipal();
const found = async (query: string, principal = reader) =>
  (await figuresByDigits(principal, query, 8)).map((one) => `${one.indicator.code} ${one.unit.code} ${one.periodCode}`);

test('a number is read with its thousands, decimals and unit of measure; other queries are none', () => {
  expect(digitsIn('1843.7')).toEqual({ number: '1843.7', decimals: 1, unit: '' });
  expect(digitsIn('３，９１９')).toEqual({ number: '3919', decimals: 0, unit: '' });
  expect(digitsIn(' 1,843.70 亿元')).toEqual({ number: '1843.70', decimals: 2, unit: '亿元' });
  expect(digitsIn('12.5 100 m yuan')).toEqual({ number: '12.5', decimals: 1, unit: '100myuan' });
  expect(digitsIn('−3.5%')).toEqual({ number: '-3.5', decimals: 1, unit: '%' });
  for (const none of ['', '7', '12,34', '1,2345', '2022-M10', '1.2.3', '3.', 'GDP', '南通 12', `1${'0'.repeat(20)}`])
    expect(digitsIn(none), none).toBeNull();
});

test('the printed figures of the district are found by their digits, however they are grouped', async () => {
  // As its document prints them: 规模工业产值1843.7亿元; 全区25个行业领域3919家.
  for (const query of ['1843.7', '1,843.7', '1843.7亿元', '１８４３．７ 亿元', '1843.7 100 m yuan'])
    expect(await found(query), query).toEqual(['IND_OUT 320671 2022']);
  for (const query of ['3919', '3,919']) expect(await found(query), query).toEqual(['REG_ENT 320671 2023-M02']);
  expect(await found('1843.7万元')).toEqual([]);
  expect(await found('1843')).toEqual([]);
});

test('the same decimals come first, then what has the same value', async () => {
  await sql`update observation set value = 3919.00, decimals = 2 where indicator_code = 'IND_OUT' and org_unit_code = '320671'`;
  expect(await found('3919')).toEqual(['REG_ENT 320671 2023-M02', 'IND_OUT 320671 2022']);
  expect(await found('3,919.00')).toEqual(['IND_OUT 320671 2022', 'REG_ENT 320671 2023-M02']);
  expect(await found('3919.0')).toHaveLength(2);
  // What is computed is kept with more decimals than are printed.
  await sql`update observation set value = 3918.996, decimals = 2 where indicator_code = 'IND_OUT' and org_unit_code = '320671'`;
  expect(await found('3919.00')).toContain('IND_OUT 320671 2022');
});

test('nobody finds figures of units that they may not read', async () => {
  expect(await found('3919', anonymousPrincipal({ publicReading: false }))).toEqual([]);
  expect(await found('3919', { ...reader, units: ['320600'] })).toEqual([]);
  expect(await found('3919', { ...reader, units: ['320671'] })).not.toEqual([]);
});

test('no query by digits reads the whole table', async () => {
  await manyFigures(sql, { units: 120, indicators: 40, months: 10 });
  await sql`analyze observation`;
  for (const query of ['3919', '3919亿元', '12.5'])
    expect(await wholeReads(sql, () => figuresByDigits(reader, query, 8)), query).toEqual([]);
});
