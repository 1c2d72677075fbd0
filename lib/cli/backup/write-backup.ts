import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGzip } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import type { TransactionSql } from 'postgres';
import { openSql, type Sql } from '@/db/client';
import { databaseSettings } from '@/db/settings';
import { writeWhole } from '@/lib/cli/whole-file';
import { copiedTables, copyHead, quoted, sequenceStates } from './copied-tables';
import { type Manifest, manifestMark } from './manifest';
import { checkBackup, lineBreaks } from './read-backup';

/** How a backup is written: encrypted where there is a passphrase, and only then with the secret of the product. */
export type BackupTerms = { readonly passphrase: string; readonly secret: string };
export type WrittenBackup = { readonly manifest: Manifest; readonly bytes: number };

/**
 * Writes a backup of a database that is in use: all tables as of one moment, packed, and encrypted where there is a
 * passphrase; read back and checked before it takes its name. Throws a StartFailure for a place that cannot be written.
 */
export async function writeBackup(url: string, path: string, terms: BackupTerms): Promise<WrittenBackup> {
  const sql = openSql(url, { max: 1, prepare: !databaseSettings().isPooled });
  try {
    let manifest: Manifest | undefined;
    await writeWhole(path, async (partial) => {
      const written = await writeParts(sql, partial, terms);
      manifest = await checkBackup(partial, terms.passphrase);
      if (manifest.sha256 !== written) throw new Error('the backup is not what was written');
    });
    const { size } = await stat(path);
    return { manifest: manifest as Manifest, bytes: size };
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Writes the file, and returns the hash of what stands before its last line. */
async function writeParts(sql: Sql, path: string, terms: BackupTerms): Promise<string> {
  return (await sql.begin('isolation level repeatable read read only', async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`set local idle_in_transaction_session_timeout = 0`;
    const hash = createHash('sha256');
    let sha256 = '';
    async function* text(): AsyncGenerator<Buffer> {
      const tables: Record<string, number> = {};
      for await (const bytes of rowsOfAll(tx, tables)) {
        hash.update(bytes);
        yield bytes;
      }
      sha256 = hash.digest('hex');
      const secret = terms.passphrase && terms.secret ? { secret: terms.secret } : {};
      const manifest: Manifest = { ...(await factsOf(tx)), tables, ...secret, sha256 };
      yield Buffer.from(`${manifestMark}${JSON.stringify(manifest)}\n`);
    }
    const packed = createGzip({ level: 4 });
    const packing = pipeline(text(), packed);
    const source = terms.passphrase ? await encrypted(packed, terms.passphrase) : packed;
    await Promise.all([packing, pipeline(source, createWriteStream(path, { mode: 0o600 }))]);
    await syncFile(path);
    return sha256;
  })) as string;
}

/** All tables as COPY writes them, then where the sequences stand; counts the rows of each table. */
async function* rowsOfAll(tx: TransactionSql, counts: Record<string, number>): AsyncGenerator<Buffer> {
  yield Buffer.from('-- Baton backup 1, restored by: npm run restore -- FILE\n');
  for (const table of await copiedTables(tx)) {
    yield Buffer.from(`${copyHead(table)} FROM stdin;\n`);
    let rows = 0;
    const copied = await tx.unsafe(`${copyHead(table)} TO STDOUT`).readable();
    for await (const bytes of copied as AsyncIterable<Buffer>) {
      rows += lineBreaks(bytes);
      yield bytes;
    }
    // The driver stops reading at a full stream, and at the end of the stream nobody asks it to go on.
    copied._read(0);
    counts[table.name] = rows;
    yield Buffer.from('\\.\n');
  }
  for (const { name, value, isCalled } of await sequenceStates(tx)) {
    yield Buffer.from(`SELECT pg_catalog.setval('public.${quoted(name)}', ${value}, ${isCalled});\n`);
  }
}

/** What the database says of itself; one of an early Baton has no audit trail yet, or no runs. */
async function factsOf(tx: TransactionSql): Promise<Omit<Manifest, 'tables' | 'secret' | 'sha256'>> {
  const [has] = await tx<{ trail: boolean; runs: boolean }[]>`
    select to_regclass('public.audit_event') is not null as trail, to_regclass('public.run') is not null as runs`;
  const trail = tx`(select json_build_object('events', seq, 'hash', hash) from audit_event order by seq desc limit 1)`;
  const runs = tx`(select json_agg(json_build_object('id', id, 'sha256', sha256) order by id)
    from run where published_at is not null)`;
  const [facts] = await tx<Pick<Manifest, 'migrations' | 'trail' | 'runs'>[]>`
    select (select json_agg(created_at order by created_at) from drizzle.__drizzle_migrations) as migrations,
      coalesce(${has?.trail ? trail : tx`null`}, '{"events": 0, "hash": ""}'::json) as trail,
      coalesce(${has?.runs ? runs : tx`null`}, '[]'::json) as runs`;
  if (!facts) throw new Error('the database says nothing of itself');
  return { format: 1, takenAt: new Date().toISOString(), ...facts };
}

async function encrypted(packed: Readable, passphrase: string): Promise<Readable> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  const stream = Readable.toWeb(packed) as globalThis.ReadableStream<Uint8Array>;
  return Readable.fromWeb((await encrypter.encrypt(stream)) as ReadableStream);
}

/** Waits until the file is on the disk: a backup that a power failure takes is none. */
async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
