import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { checkSettings } from '@/lib/testing/accounts';
import { playDemonstration } from './play';

const { database, sql } = await testDatabase();
checkSettings();

beforeAll(async () => {
  await playDemonstration(database, new Date('2026-11-25T04:00:00Z'));
}, 60_000);

test('notes of every kind are about invented units and indicators alone, confirmed by another person than recorded them', async () => {
  const kinds = await sql`select distinct kind from annotation order by 1`;
  expect(kinds.map(({ kind }) => kind)).toEqual(['annotation', 'event', 'honour']);
  const real = await sql`select title_zh from annotation
    where not coalesce(org_unit_code like 'DEMO%' or indicator_code like 'DEMO%', false)`;
  expect([...real]).toEqual([]);
  const alone = await sql`select from proposal where state = 'confirmed' and proposed_by = decided_by`;
  expect([...alone]).toEqual([]);
  const [waiting] =
    await sql`select count(*)::int as n from proposal where kind = 'annotation.record' and state = 'waiting'`;
  expect(waiting?.n).toBe(1);
  const [honour] = await sql`select awarded_by, version from annotation where kind = 'honour'`;
  expect(honour).toMatchObject({ awarded_by: '演示市', version: 2 });
});
