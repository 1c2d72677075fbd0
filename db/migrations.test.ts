import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { beforeAll, describe, expect, test } from 'vitest';
import { indicator, orgUnit, period, source, topic } from '@/db/schema/catalogue';
import { observation, observationRevision } from '@/db/schema/observations';
import { drizzleOver } from './client';
import { applyMigrations, migrationsFolder } from './migrate';
import { testDatabase } from './testing';

const { sql } = await testDatabase({ migrated: false });

type Snapshot = Parameters<typeof generateMigration>[0];

/** The tables and columns as the newest checked-in migration leaves them. */
function migratedSnapshot(): Snapshot {
  const meta = join(migrationsFolder, 'meta');
  const newest = readdirSync(meta)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  return JSON.parse(readFileSync(join(meta, newest ?? ''), 'utf8'));
}

async function schema(): Promise<Record<string, unknown>> {
  const folder = join(import.meta.dirname, 'schema');
  const rooms = await Promise.all(readdirSync(folder).map((name) => import(join(folder, name))));
  return Object.assign({}, ...rooms);
}

test('the migrations make exactly the schema: run npm run db:generate after a change of it', async () => {
  const written = migratedSnapshot();
  expect(await generateMigration(written, generateDrizzleJson(await schema(), written.id))).toEqual([]);
});

test('every migration is named for what it does, is listed, and has a snapshot', () => {
  const files = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql'));
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8'));
  expect(journal.entries.map((entry: { tag: string }) => `${entry.tag}.sql`)).toEqual(files.sort());
  expect(files.filter((name) => !/^\d{4}_[a-z0-9]+(-[a-z0-9]+)*\.sql$/.test(name))).toEqual([]);
});

describe('on an empty database', () => {
  beforeAll(async () => {
    await applyMigrations(sql);
    await recordOneFigure();
  });

  test('the migrations apply, and a second time change nothing', async () => {
    const tables = () => sql`select table_name from information_schema.tables where table_schema = 'public' order by 1`;
    const before = await tables();
    await applyMigrations(sql);
    expect(await tables()).toEqual(before);
    expect(before.map((row) => row.table_name)).toContain('observation_revision');
  });

  test.each([
    ['changing', 'update observation_revision set reason = reason'],
    ['deleting', 'delete from observation_revision'],
    ['emptying', 'truncate observation_revision'],
  ])('%s what was recorded about a figure is refused', async (_how, statement) => {
    await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '23001' });
    expect(await sql`select 1 from observation_revision`).toHaveLength(1);
  });
});

/** One recorded value, with the catalogue rows that it stands on. */
async function recordOneFigure(): Promise<void> {
  const database = drizzleOver(sql);
  const named = { nameZh: '甲', nameEn: 'A', initials: 'j', sortOrder: 1 };
  const figure = { value: '1.5', decimals: 1, qualifier: 'exact', qualifierPrinted: '', vintage: 'approved' } as const;
  const cited = { periodPrinted: '', sourceCode: 's', locator: '', quote: '', note: '' };
  const key = { indicatorCode: 'i', orgUnitCode: 'u', periodCode: '2022' };
  const now = new Date('2024-01-01T00:00:00Z');
  await database.insert(source).values({
    code: 's',
    title: 's',
    publisher: 's',
    accessNote: '',
    licence: '',
    reliability: 'official',
    sortOrder: 1,
  });
  await database.insert(topic).values({ code: 't', nameZh: '甲', nameEn: 'A', sortOrder: 1 });
  await database.insert(indicator).values({
    ...named,
    code: 'i',
    topicCode: 't',
    unitZh: '家',
    unitEn: 'units',
    decimals: 1,
    measure: 'amount',
    direction: 'higher',
    basis: 'current',
    frequency: 'yearly',
    responsibleZh: '',
    responsibleEn: '',
  });
  await database.insert(orgUnit).values({ ...named, code: 'u', kind: 'city' });
  await database.insert(period).values({ code: '2022', kind: 'year', year: 2022, sortKey: 1 });
  await database
    .insert(observation)
    .values({ ...key, ...figure, ...cited, version: 1, updatedBy: 'test', updatedAt: now });
  await database
    .insert(observationRevision)
    .values({ ...key, ...figure, ...cited, revision: 1, reason: 'first', recordedBy: 'test', recordedAt: now });
}
