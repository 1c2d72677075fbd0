import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '@/db/embedded/failure';
import { isOwnAddress, ownNames } from '@/lib/own-machine';
import type { ProjectDatabase } from './database';
import { dataFolder, launchSettings, type Place } from './settings';

/** The settings that the launcher passes to the web process. */
export type WebSettings = {
  /** The database as the web process reaches it. */
  readonly databaseUrl: string;
  /** The secret that signs sessions and forms. */
  readonly secret: string;
  /** The public address. */
  readonly origin: string;
  /** Whether it serves the built-in database: to this machine alone, with demonstration accounts, over http. */
  readonly embedded: boolean;
};

/** The settings of a web process that serves a database at a place; `checkSettings` has accepted the environment. */
export function webSettings({ url, embedded }: ProjectDatabase, place: Place): WebSettings {
  const { webDatabaseUrl, secret, origin } = launchSettings();
  return {
    databaseUrl: (!embedded && webDatabaseUrl) || url,
    secret: secret || keptSecret(dataFolder()),
    origin: new URL(origin || place.url).origin,
    embedded,
  };
}

/** The settings as environment variables, which override the caller's own environment. */
export function environmentOf({ databaseUrl, secret, origin, embedded }: WebSettings): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    DATABASE_WEB_URL: '',
    BATON_SECRET: secret,
    APP_ORIGIN: origin,
    BATON_EMBEDDED: embedded ? '1' : '',
    // The web process writes no backups.
    BACKUP_PASSPHRASE: '',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(secret),
  };
}

/**
 * The host names that the web server answers to: that of the public address, and beside the built-in database each of
 * this machine's own; for its health those of this machine and of the place it listens on.
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

/** The host of an address in every form that a request may use: with and without the default port of its protocol. */
function hostsOf(address: string): string[] {
  const { protocol, host, port } = new URL(address);
  return port ? [host] : [host, `${host}:${protocol === 'https:' ? 443 : 80}`];
}

/** The framework's key for forms: derived from the secret, so that a form survives a new build. */
function actionsKey(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, 'baton', 'server actions', 32)).toString('base64');
}

export const newSecret = () => randomBytes(32).toString('hex');

/** The secret in the folder of the embedded database, created at first use; readable by its owner alone. */
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

/** How backups are written: with the secret of the product, unless the operator set one, which is theirs to keep. */
export function backupTerms({ embedded }: Pick<ProjectDatabase, 'embedded'>): { passphrase: string; secret: string } {
  const { backupPassphrase: passphrase, secret: given } = launchSettings();
  return { passphrase, secret: embedded && !given ? keptSecret(dataFolder()) : '' };
}

/** Sets the same settings in the environment of this process, for its commands. */
export function adopt(settings: WebSettings): void {
  const { BATON_SECRET, APP_ORIGIN, BATON_EMBEDDED } = environmentOf(settings);
  Object.assign(process.env, { BATON_SECRET, APP_ORIGIN, BATON_EMBEDDED });
}
