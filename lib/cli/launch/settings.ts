import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { codeOf, StartFailure } from '@/db/embedded/failure';
import { contents } from '@/lib/cli/content';

export const root = join(import.meta.dirname, '..', '..', '..');

/** Where the embedded database keeps its data: `.baton` in the project unless `BATON_DATA` names another folder. */
export const dataFolder = () => resolve(root, process.env.BATON_DATA || '.baton');

/** What the launcher is told of the database and for the web process; each empty when it is not said. */
export function launchSettings() {
  const { DATABASE_URL = '', DATABASE_WEB_URL = '', BATON_SECRET = '', APP_ORIGIN = '', BATON_CONTENT } = process.env;
  const { BACKUP_FOLDER = '', BACKUP_PASSPHRASE = '', UPGRADE_WITHOUT_BACKUP, WEB_PROCESSES } = process.env;
  return {
    webProcesses: Number(WEB_PROCESSES || 1),
    backupFolder: BACKUP_FOLDER ? resolve(root, BACKUP_FOLDER) : join(dataFolder(), 'backups'),
    backupPassphrase: BACKUP_PASSPHRASE,
    upgradesWithoutBackup: UPGRADE_WITHOUT_BACKUP === '1',
    databaseUrl: DATABASE_URL,
    webDatabaseUrl: DATABASE_WEB_URL,
    secret: BATON_SECRET,
    origin: APP_ORIGIN,
    content: contents.find((one) => one === BATON_CONTENT) ?? ('' as const),
  };
}

/** A path as whoever called npm means it: from the folder they stood in. */
export const fromCaller = (path = '') => resolve(process.env.INIT_CWD ?? '.', path);

/** Whether npm has started this process, and hands on its signals. */
export const isUnderNpm = () => Boolean(process.env.npm_lifecycle_event);

/** Where the product is served: `HOST` and `PORT`. Only this machine reaches it unless `HOST` says otherwise. */
export type Place = { host: string; port: number; url: string };

export function placeToServe(): Place {
  const text = process.env.PORT || '3000';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535) {
    throw new StartFailure(
      `PORT must be a number from 1 to 65535, not "${text}".`,
      `PORT 必须是 1 到 65535 之间的数字，而不是“${text}”。`,
    );
  }
  const host = process.env.HOST || '127.0.0.1';
  const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  return { host, port, url: `http://${name}:${port}` };
}

/** Refuses a place where another program listens already, or where we may not listen. */
export async function refuseTakenPlace({ host, port }: Place): Promise<void> {
  const trouble = await new Promise<string>((done) => {
    const probe = createServer().once('error', (error) => done(codeOf(error)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => done('')));
  });
  if (!trouble) return;
  const next = port < 65000 ? port + 100 : 3100;
  if (trouble === 'EADDRINUSE') {
    throw new StartFailure(
      `Port ${port} is taken by another program: choose another one, for example PORT=${next} npm start.`,
      `端口 ${port} 已被其他程序占用：请换一个端口，例如 PORT=${next} npm start。`,
    );
  }
  throw new StartFailure(
    `This machine does not let us listen on ${host}:${port} (${trouble}): choose another PORT or HOST.`,
    `无法在 ${host}:${port} 上监听（${trouble}）：请更换 PORT 或 HOST。`,
  );
}
