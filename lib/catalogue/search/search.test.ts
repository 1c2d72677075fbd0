import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { searchCatalogue } from '@/lib/catalogue/search/queries';
import { loadDataset } from '@/lib/cli/load-dataset';

const { database } = await testDatabase();
await loadDataset(database);
const search = async (words: string) =>
  (await searchCatalogue(anonymousPrincipal(), words, 8)).map((one) => `${one.kind} ${one.code}`);

test('an indicator is found by its name, its initials, its English name and its code', async () => {
  for (const words of ['地区生产总值', 'dqsczz', 'gross domestic', 'gdp']) {
    expect((await search(words))[0], words).toBe('indicator GDP');
  }
});

test('a unit and a source are found, the closest match first', async () => {
  expect(await search('南通市')).toContain('unit 320600');
  expect((await search('ntkfq')).filter((one) => one.startsWith('unit'))[0]).toBe('unit 320671');
  expect(await search('新安全格局')).toEqual(['source SEED2']);
});

test('wild cards are ordinary characters, and an empty query finds nothing', async () => {
  expect(await search('%%')).toEqual([]);
  expect(await search('__')).toEqual([]);
  expect(await search("'; drop table source; --")).toEqual([]);
  expect(await search('   ')).toEqual([]);
});

test('each kind has at most the requested number of matches', async () => {
  expect((await searchCatalogue(anonymousPrincipal(), '开发区', 3)).filter((one) => one.kind === 'unit')).toHaveLength(
    3,
  );
});
