import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';

const { sql } = await testDatabase();

/** What goes with the row itself, and is no use of it. */
const owned: Readonly<Record<string, readonly string[]>> = {
  org_unit: ['org_unit_alias', 'org_unit_former'],
  indicator: ['indicator_alias', 'indicator_definition'],
  peer_group: ['peer_group_member'],
};

test.each([
  ['org_unit', 'lib/catalogue/units/desk/queries.ts'],
  ['indicator', 'lib/catalogue/indicators/editing/queries.ts'],
  ['peer_group', 'lib/catalogue/groups/queries.ts'],
])('what uses a row of %s is asked of every table that refers to it', async (table, file) => {
  const referring = await sql`
    select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid = ${table}::regclass and conrelid <> confrelid order by 1`;
  const asked = readFileSync(file, 'utf8');
  const isAsked = (name: string) => new RegExp(`\\b(from |some\\('|countOf\\(sql\`)${name}\\b`).test(asked);
  const missed = referring.map(({ name }) => name as string).filter((name) => !isAsked(name));
  expect(missed.filter((name) => !owned[table]?.includes(name))).toEqual([]);
});
