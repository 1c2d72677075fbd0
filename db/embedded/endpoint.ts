import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openSql } from '@/db/client';
import type { Folders } from './folders';

/**
 * The endpoint of the server: a socket in a folder that only our user may enter, so that no password is needed. On
 * Windows the server has no such sockets; it listens on localhost and asks for a password kept in the home folder.
 */
export type Endpoint = { socket: string; port: number; password: string };

export const usesPassword = process.platform === 'win32';

export async function newEndpoint(folders: Folders): Promise<Endpoint> {
  if (!usesPassword) return { socket: folders.socket, port: 5432, password: '' };
  return { socket: '', port: await freePort(), password: passwordIn(folders) };
}

/** The address of a database of the server, in the form that `openSql` takes. */
export function addressOf({ socket, port, password }: Endpoint, database: string): string {
  if (!socket) return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  return `postgres://postgres@localhost:${port}/${database}?host=${encodeURIComponent(socket)}`;
}

export async function answers(endpoint: Endpoint): Promise<boolean> {
  const sql = openSql(addressOf(endpoint, 'postgres'), { max: 1, connect_timeout: 2 });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Creates the database unless it exists. Two processes may do so at once. */
export async function ensureDatabase(endpoint: Endpoint, name: string): Promise<void> {
  const sql = openSql(addressOf(endpoint, 'postgres'), { max: 1 });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!found) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The file that holds the password, created at first use. */
export function passwordFile(folders: Folders): string {
  const file = join(folders.home, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return file;
}

export function passwordIn(folders: Folders): string {
  return readFileSync(passwordFile(folders), 'utf8').trim();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
