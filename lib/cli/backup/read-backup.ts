import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { codeOf, StartFailure } from '@/db/embedded/failure';
import { type BackupPiece, brokenFailure, readPieces } from './backup-lines';
import { Manifest } from './manifest';

/** Reads a backup from its beginning to its end without storing anything: its manifest, once all of it is true. */
export async function checkBackup(path: string, passphrase: string): Promise<Manifest> {
  const hash = createHash('sha256');
  const tables: Record<string, number> = {};
  let [table, manifest]: [string, Manifest | null] = ['', null];
  try {
    for await (const { piece, bytes } of readPieces(await openBackup(path, passphrase))) {
      if (manifest) throw brokenFailure();
      if (piece.kind === 'manifest') manifest = Manifest.parse(JSON.parse(piece.text));
      else hash.update(bytes);
      if (piece.kind === 'table') {
        if (piece.table.name in tables) throw brokenFailure();
        table = piece.table.name;
        tables[table] = 0;
      }
      if (piece.kind === 'rows') tables[table] = (tables[table] ?? 0) + lineBreaks(piece.bytes);
    }
  } catch (error) {
    if (error instanceof StartFailure || /^E[A-Z]+$/.test(codeOf(error))) throw error;
    throw brokenFailure();
  }
  if (!manifest || manifest.sha256 !== hash.digest('hex')) throw brokenFailure();
  const names = new Set([...Object.keys(tables), ...Object.keys(manifest.tables)]);
  for (const name of names) if (tables[name] !== manifest.tables[name]) throw brokenFailure();
  return manifest;
}

/** The pieces of a backup that `checkBackup` accepted. */
export async function* backupPieces(path: string, passphrase: string): AsyncGenerator<BackupPiece> {
  for await (const { piece } of readPieces(await openBackup(path, passphrase))) yield piece;
}

/** The number of line breaks, which is that of rows: COPY writes those within a value as letters. */
export function lineBreaks(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

/** The unpacked bytes of a file; a failure of any step ends the reading with it. */
async function openBackup(path: string, passphrase: string): Promise<AsyncIterable<Buffer>> {
  const isEncrypted = await beginsWith(path, 'age-encryption.org/');
  if (isEncrypted && passphrase === '') throw passphraseFailure('missing');
  const file = createReadStream(path);
  const packed = isEncrypted ? await decrypted(file, passphrase) : file;
  const unpacked = createGunzip();
  // A failure ends the reading of `unpacked` too, where it is reported.
  pipeline(packed, unpacked).catch(() => {});
  return unpacked;
}

async function beginsWith(path: string, mark: string): Promise<boolean> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw new StartFailure(`${path} cannot be read (${codeOf(error)}).`, `无法读取 ${path}（${codeOf(error)}）。`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mark.length), 0, mark.length, 0);
    return buffer.toString('utf8', 0, bytesRead) === mark;
  } finally {
    await file.close();
  }
}

async function decrypted(file: Readable, passphrase: string): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const stream = Readable.toWeb(file) as globalThis.ReadableStream<Uint8Array>;
  const opened = await decrypter.decrypt(stream).catch((error: unknown) => {
    // A wrong passphrase opens none of the recipients of the head.
    throw /no identity matched/.test(String(error)) ? passphraseFailure('wrong') : brokenFailure();
  });
  return Readable.fromWeb(opened as ReadableStream);
}

const passphraseFailure = (why: 'missing' | 'wrong') =>
  why === 'missing'
    ? new StartFailure(
        'The backup is encrypted: set BACKUP_PASSPHRASE to the passphrase under which it was written.',
        '该备份已加密：请用 BACKUP_PASSPHRASE 设置写入时所用的口令。',
      )
    : new StartFailure(
        'BACKUP_PASSPHRASE is not the passphrase under which this backup was written.',
        'BACKUP_PASSPHRASE 不是写入该备份时所用的口令。',
      );
