import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drizzleOver, openSql } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { askBackup } from '@/lib/backups/ask-backup';
import { backupList, backupsDue, lastGoodBackup } from '@/lib/backups/queries';
import { ageOf } from '@/lib/backups/words';
import { loadDataset } from '@/lib/cli/load-dataset';
import { checkSettings } from '@/lib/testing/accounts';
import { contentsOf, emptyDatabase } from '@/lib/testing/database';
import { person } from '@/lib/testing/returns';
import { checkRestored } from './check-restored';
import { fileNameAt, isDue, keepBackups } from './keep-backups';
import { checkBackup } from './read-backup';
import { restoreBackup } from './restore-backup';
import { writeBackup } from './write-backup';

checkSettings();
const { sql, database, url } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'baton-backup-'));
const plain = { passphrase: '', secret: '' };
const passphrase = 'four words of a phrase';

beforeAll(async () => {
  await loadDataset(database);
  // Letters that COPY writes in its own way, and a column of bytes.
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('ODD', ${'a\\.\nb\tc\r\\N 指挥棒 "\''}, ${'\\.'}, '', '', 'official', 9001)`;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Guards and keys of a database, as PostgreSQL writes them. */
async function guardsOf(address: string) {
  const own = openSql(address, { max: 1 });
  try {
    return await own`select conrelid::regclass::text as at, conname as name, pg_get_constraintdef(oid) as text
        from pg_constraint where connamespace = 'public'::regnamespace
      union all select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) || tgenabled::text
        from pg_trigger where not tgisinternal order by 1, 2, 3`;
  } finally {
    await own.end();
  }
}

describe('a backup', () => {
  test('restored elsewhere has every row, key, guard and number of before', async () => {
    const path = join(folder, 'plain.sql.gz');
    const { manifest } = await writeBackup(url, path, plain);
    expect(manifest.tables.source).toBe(Number((await sql`select count(*) as n from source`)[0]?.n));
    const other = await emptyDatabase(url);
    try {
      await restoreBackup(other.url, { path, passphrase: '', manifest });
      expect(await contentsOf(other.url)).toEqual(await contentsOf(url));
      expect(await guardsOf(other.url)).toEqual(await guardsOf(url));
      const own = openSql(other.url, { max: 1 });
      expect(await checkRestored(drizzleOver(own), manifest)).toMatchObject({ brokenAt: null, changedRuns: [] });
      await expect(own`delete from audit_event`).rejects.toThrow(/audit_event/);
      await own.end();
    } finally {
      await other.stop();
    }
  });

  test('is a script that PostgreSQL itself reads', async () => {
    const text = gunzipSync(readFileSync(join(folder, 'plain.sql.gz'))).toString();
    const lines = text.split('\n').filter((line) => line.startsWith('COPY '));
    expect(lines.length).toBeGreaterThan(80);
    expect(lines.every((line) => /^COPY public\."\w+" \("\w+"(, "\w+")*\) FROM stdin;$/.test(line))).toBe(true);
    expect(text).toContain('a\\\\.\\nb\\tc\\r\\\\N 指挥棒');
  });

  test('is as of one moment: what is written meanwhile is in it whole or not at all', async () => {
    const busy = openSql(url, { max: 1 });
    let [isBusy, written] = [true, 0];
    const writing = (async () => {
      while (isBusy) {
        written += 1;
        await busy.begin(async (tx) => {
          const code = `BUSY${written}`;
          await tx`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
            values (${code}, 'x', 'x', '', '', 'official', 1)`;
          await tx`insert into topic (code, name_zh, name_en, sort_order) values (${code}, 'x', 'x', 1)`;
        });
      }
    })();
    const manifests = [];
    for (let round = 0; round < 5; round += 1) {
      manifests.push((await writeBackup(url, join(folder, 'busy.sql.gz'), plain)).manifest);
    }
    isBusy = false;
    await writing;
    await busy.end();
    const apart = manifests.map(({ tables }) => (tables.source ?? 0) - (tables.topic ?? 0));
    expect(new Set(apart).size).toBe(1);
    expect(written).toBeGreaterThan(5);
    await sql`delete from source where code like 'BUSY%'`;
    await sql`delete from topic where code like 'BUSY%'`;
  });

  test('is read by its passphrase alone, and has the secret only then', async () => {
    const path = join(folder, 'closed.age');
    const secret = 'a secret of thirty-two characters';
    await writeBackup(url, path, { passphrase, secret });
    expect(readFileSync(path).includes(Buffer.from('指挥棒'))).toBe(false);
    expect((await checkBackup(path, passphrase)).secret).toBe(secret);
    await expect(checkBackup(path, '')).rejects.toThrow(/BACKUP_PASSPHRASE/);
    await expect(checkBackup(path, `${passphrase}.`)).rejects.toThrow(/not the passphrase/);
    const open = await writeBackup(url, join(folder, 'open.sql.gz'), { passphrase: '', secret });
    expect(open.manifest.secret).toBeUndefined();
  }, 120_000);

  test('is refused where a place cannot be written, and leaves nothing half there', async () => {
    await expect(writeBackup(url, join(folder, 'none', 'x.gz'), plain)).rejects.toThrow(/cannot be written/);
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

describe('a damaged file is refused before anything is touched', () => {
  const whole = () => gunzipSync(readFileSync(join(folder, 'plain.sql.gz')));
  const packed = (bytes: Buffer | string) => gzipSync(bytes, { level: 1 });
  const lastLine = (text: Buffer) => text.lastIndexOf('-- manifest ');
  test.each<[string, () => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['a picture', () => Buffer.from('89504e470d0a1a0a', 'hex')],
    ['cut off in the middle', () => readFileSync(join(folder, 'plain.sql.gz')).subarray(0, 20_000)],
    [
      'a byte changed in the packed file',
      () => {
        const bytes = readFileSync(join(folder, 'plain.sql.gz'));
        bytes[15_000] = (bytes[15_000] ?? 0) ^ 1;
        return bytes;
      },
    ],
    ['without its last line', () => packed(whole().subarray(0, lastLine(whole())))],
    ['with more after its last line', () => packed(Buffer.concat([whole(), Buffer.from('-- more\n')]))],
    ['with its last line twice', () => packed(Buffer.concat([whole(), whole().subarray(lastLine(whole()))]))],
    ['a row changed and packed again', () => packed(whole().toString().replace('a\\\\.', 'b\\\\.'))],
    [
      'a row left out',
      () =>
        packed(
          whole()
            .toString()
            .replace(/\nODD\t[^\n]*/, ''),
        ),
    ],
    ['another statement within', () => packed(whole().toString().replace('\nCOPY', '\nDROP TABLE source;\nCOPY'))],
    ['a dump of another product', () => packed('CREATE TABLE x (y int);\n')],
    [
      'closed, and a byte changed',
      () => {
        const bytes = readFileSync(join(folder, 'closed.age'));
        bytes[bytes.length - 9000] = (bytes[bytes.length - 9000] ?? 0) ^ 1;
        return bytes;
      },
    ],
  ])(
    '%s',
    async (name, make) => {
      const path = join(folder, 'damaged');
      writeFileSync(path, make());
      await expect(checkBackup(path, name.startsWith('closed') ? passphrase : '')).rejects.toThrow(/no whole backup/);
    },
    60_000,
  );

  test('and so is a database that has tables', async () => {
    const path = join(folder, 'plain.sql.gz');
    const manifest = await checkBackup(path, '');
    const before = await contentsOf(url);
    await expect(restoreBackup(url, { path, passphrase: '', manifest })).rejects.toThrow(/not empty/);
    expect(await contentsOf(url)).toEqual(before);
  });

  test('and a backup of a newer product, or of none that ever was', async () => {
    const path = join(folder, 'plain.sql.gz');
    const manifest = await checkBackup(path, '');
    for (const migrations of [[...manifest.migrations, 2_000_000_000_000], manifest.migrations.slice(1)]) {
      const other = await emptyDatabase(url);
      const work = restoreBackup(other.url, { path, passphrase: '', manifest: { ...manifest, migrations } });
      await expect(work).rejects.toThrow(/newer Baton|passed over/);
      expect(await contentsOf(other.url)).toEqual({});
      await other.stop();
    }
  });
});

test('a backup of an older product is restored with what newer migrations make of it', async () => {
  const [{ applyFirstMigrations }, { manifest }] = [
    await import('@/db/migrate'),
    await writeBackup(url, join(folder, 'now.sql.gz'), plain),
  ];
  const [old, other] = [await emptyDatabase(url), await emptyDatabase(url)];
  const own = openSql(old.url, { max: 1 });
  await applyFirstMigrations(own, manifest.migrations.slice(0, -3));
  await own`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('OLD', 'x', 'x', '', '', 'official', 1)`;
  await own.end();
  const path = join(folder, 'old.sql.gz');
  const written = await writeBackup(old.url, path, plain);
  expect(written.manifest.migrations).toHaveLength(manifest.migrations.length - 3);
  await restoreBackup(other.url, { path, passphrase: '', manifest: written.manifest });
  const told = await contentsOf(other.url);
  expect(Object.keys(told)).toEqual(Object.keys(await contentsOf(url)));
  expect(told.source).toMatch(/^1 /);
  await old.stop();
  await other.stop();
});

describe('backups by the clock and by request', () => {
  const plan = { ...plain, folder: join(folder, 'kept'), hour: null as number | null, keep: 2 };
  const administrator = person('administrator');
  const at = (hour: number, day = 1) => new Date(Date.UTC(2027, 0, day, hour - 8));

  test.each([
    [null, null, 12, false],
    [2, null, 1, true],
    [2, at(1, 1), 3, true],
    [2, at(2, 1), 3, false],
    [2, at(3, 0), 1, false],
    [2, at(1, 0), 1, true],
  ])('at hour %s, the last of %s, is due at %i: %s', (hour, last, now, due) => {
    expect(isDue(hour, last, at(now))).toBe(due);
  });

  test('are written once when asked for, kept as many as the setting says, and listed', async () => {
    expect(await keepBackups(url, plan, at(1))).toBeNull();
    const ask = (now: Date) => perform(askBackup, administrator, {}, { now });
    for (const hour of [1, 2, 3]) {
      await ask(at(hour));
      await ask(at(hour));
      const outcomes = await Promise.all([keepBackups(url, plan, at(hour)), keepBackups(url, plan, at(hour))]);
      expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
    }
    expect(await backupsDue(database)).toMatchObject({ asked: null });
    const names = [2, 3].map((hour) => fileNameAt(at(hour), plan));
    expect(readdirSync(plan.folder).sort()).toEqual(names);
    const lines = await backupList(administrator);
    expect(lines.map(({ state }) => state)).toEqual(['good', 'good', 'removed']);
    expect(lines.map(({ origin }) => origin)).toEqual(['page', 'page', 'page']);
    for (const name of names) await checkBackup(join(plan.folder, name), '');
    const last = await lastGoodBackup(administrator);
    expect(last).toEqual(lines[0]?.endedAt);
    expect(await backupList(person('assessmentOffice'))).toEqual([]);
    expect(await lastGoodBackup(person('leader'))).toBeNull();
  });

  test('a failure is told by its reason, and leaves what was kept', async () => {
    const file = join(folder, 'a file');
    writeFileSync(file, '');
    await perform(askBackup, administrator, {}, { now: at(4) });
    expect(await keepBackups(url, { ...plan, folder: join(file, 'below') }, at(4))).toEqual({ fault: 'noPlace' });
    expect((await backupList(administrator))[0]).toMatchObject({ state: 'failed', fault: 'noPlace' });
    expect(readdirSync(plan.folder)).toHaveLength(2);
  });

  test('one that fails by the clock is tried again after an hour, and not every few seconds', async () => {
    // Far ahead of what the other tests wrote, whose end is told by the clock of the machine.
    await sql`update backup set ended_at = '2027-06-01T00:00:00Z'`;
    const failing = { ...plan, hour: 2, folder: join(folder, 'a file', 'below') };
    const moment = (minutes: number) => new Date(Date.UTC(2027, 5, 2, 0, minutes));
    expect(await keepBackups(url, failing, moment(0))).toEqual({ fault: 'noPlace' });
    await sql`update backup set ended_at = ${moment(0).toISOString()} where state = 'failed'`;
    expect(await keepBackups(url, failing, moment(59))).toBeNull();
    expect(await keepBackups(url, failing, moment(60))).toEqual({ fault: 'noPlace' });
  });

  test('the last good one is too old after a day where one is written each day, and else after a week', () => {
    const age = (hours: number, isScheduled: boolean) =>
      ageOf(new Date(at(0).getTime() - hours * 3_600_000), { now: at(0), isScheduled });
    expect([age(26, true), age(27, true), age(168, false), age(169, false)]).toEqual(['fresh', 'old', 'fresh', 'old']);
    expect(ageOf(null, { now: at(0), isScheduled: false })).toBe('never');
  });
});
