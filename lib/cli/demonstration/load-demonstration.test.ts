import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { checkSettings } from '@/lib/cli/checks/accounts';
import { loadAll } from '@/lib/cli/load-all';
import { inventedFigures } from './figures';
import { reportedMonth } from './months';

const { database } = await testDatabase();
checkSettings();

test('timing', async () => {
  const { loadDataset } = await import('@/lib/cli/load-dataset');
  let t = performance.now();
  await loadDataset(database);
  console.log('dataset', performance.now() - t);
  t = performance.now();
  const f = inventedFigures(reportedMonth(new Date()));
  console.log('generate', performance.now() - t, f.length, f.map((b) => b.rows.length).join(' '));
  t = performance.now();
  await loadAll(database);
  console.log('first', performance.now() - t);
  t = performance.now();
  await loadAll(database);
  console.log('second', performance.now() - t);
  expect(1).toBe(1);
}, 60_000);
