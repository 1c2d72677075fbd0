import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '@/db/embedded/failure';
import { isOwnAddress, ownNames } from '@/lib/own-machine';
import type { ProjectDatabase } from './database';
import { dataFolder, type Place } from './settings';

/** What the web process is told by the launcher. */
export type WebSettings = {
  /** The database as the web process reaches it. */
  readonly databaseUrl: string;
  /** What sessions and forms are signed with. */
  readonly secret: string;
  /** The one address that people open. */
  readonly origin: string;
  /** Whether it serves the built-in database, which it does to this machine alone: with demonstration accounts, over http. */
  readonly embedded: boolean;
};

/** What it is told when it serves a database at a place; `checkSettings` has let the environment pass. */
export function webSettings({ url, embedded }: ProjectDatabase, place: Place): WebSettings {
  const { DATABASE_WEB_URL, BATON_SECRET, APP_ORIGIN } = process.env;
  return {
    databaseUrl: (!embedded && DATABASE_WEB_URL) || url,
    secret: BATON_SECRET || keptSecret(dataFolder()),
    origin: new URL(APP_ORIGIN || place.url).origin,
    embedded,
  };
}

/** The same as variables of the environment. What the caller's own environment says of them does not count. */
export function environmentOf({ databaseUrl, secret, origin, embedded }: WebSettings): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    DATABASE_WEB_URL: '',
    BATON_SECRET: secret,
    APP_ORIGIN: origin,
    BATON_EMBEDDED: embedded ? '1' : '',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(secret),
  };
}

/**
 * What the web server is told of the names it answers to: that of the address people open, and beside the built-in database
 * each of this machine's own; those of this machine and of the place it listens on for its health.
 */
export function namesToServe({ origin, embedded }: WebSettings, { host, port }: Place): Record<string, string> {
  const own = ownNames.map((name) => `http://${name}:${port}`);
  const here = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const opened = embedded && isOwnAddress(origin) ? [origin, ...own] : [origin];
  return {
    BATON_HOSTS: opened.flatMap(hostsOf).join(' '),
    BATON_HEALTH_HOSTS: [...own, here].flatMap(hostsOf).join(' '),
  };
}

/** The host of an address as a request may write it: the port that its protocol has by itself may be left out. */
function hostsOf(address: string): string[] {
  const { protocol, host, port } = new URL(address);
  return port ? [host] : [host, `${host}:${protocol === 'https:' ? 443 : 80}`];
}

/** The framework's key for forms: made from the secret, so that a form survives a new build. */
function actionsKey(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, 'baton', 'server actions', 32)).toString('base64');
}

export const newSecret = () => randomBytes(32).toString('hex');

/** The secret kept in the folder of the embedded database, made at first use; nobody else may read it. */
export function keptSecret(folder: string): string {
  const file = join(folder, 'secret');
  const kept = readIfThere(file);
  if (kept.length >= 32) {
    chmodSync(file, 0o600);
    return kept;
  }
  const secret = newSecret();
  writeFileSync(`${file}.new`, secret, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secret;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

/** Lets the commands of this process go by the same settings. */
export function adopt(settings: WebSettings): void {
  const { BATON_SECRET, APP_ORIGIN, BATON_EMBEDDED } = environmentOf(settings);
  Object.assign(process.env, { BATON_SECRET, APP_ORIGIN, BATON_EMBEDDED });
}
