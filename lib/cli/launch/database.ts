import { openSql } from '@/db/client';
import { type Embedded, joinOrOpenEmbedded, openEmbedded } from '@/db/embedded/open';
import type { Event } from '@/db/embedded/server';
import { refuseNewer } from '@/db/migrate';
import { databaseSettings } from '@/db/settings';
import { checkExternal, placeIn } from './external';
import { type Words, written } from './report';
import { dataFolder, launchSettings } from './settings';

/** The database of a command, and words for its origin. */
export type ProjectDatabase = Pick<Embedded, 'url' | 'announce' | 'stop'> & { words: Words; embedded: boolean };

/**
 * Opens the database that the product is served from: the one of `DATABASE_URL`, else the embedded one, which this
 * process then keeps alive. Refuses when another process serves from the same data.
 */
export async function openToServe(purpose: string): Promise<ProjectDatabase> {
  const external = await openExternal({ toServe: true });
  if (external) return external;
  const server = await openEmbedded(dataFolder(), purpose, { onEvent: tell });
  const words = server.adopted
    ? { zh: `已接管运行中的内置数据库（${dataFolder()}）`, en: 'running built-in database taken over' }
    : { zh: `内置数据库已启动（${dataFolder()}）`, en: 'built-in database started' };
  return { ...server, words, embedded: true };
}

/**
 * Opens the same database for a command that works beside a running product, or without one. `stop` leaves a joined
 * server running.
 */
export async function openToWork(purpose: string): Promise<ProjectDatabase> {
  const external = await openExternal();
  nameDatabase();
  if (external) return demandOwn(external);
  const server = await joinOrOpenEmbedded(dataFolder(), purpose);
  return demandOwn({ ...server, words: { zh: '数据库已打开', en: 'database opened' }, embedded: true });
}

/** Refuses a database that a newer Baton prepared, of which this one knows too little to work on it. */
async function demandOwn(database: ProjectDatabase): Promise<ProjectDatabase> {
  const sql = openSql(database.url, { max: 1, prepare: !databaseSettings().isPooled });
  try {
    await refuseNewer(sql);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Prints the database that a command works on to the error output, which is never redirected into a result file. */
function nameDatabase(): void {
  const { databaseUrl } = launchSettings();
  const where = databaseUrl ? placeIn(databaseUrl) : dataFolder();
  const words = databaseUrl ? { zh: '数据库', en: 'database' } : { zh: '内置数据库', en: 'built-in database' };
  console.error(`· ${written(words)}: ${where}`);
}

async function openExternal({ toServe = false } = {}): Promise<ProjectDatabase | null> {
  const { databaseUrl: url } = launchSettings();
  if (!url) return null;
  await checkExternal(url, { toServe });
  const where = placeIn(url);
  const words = { zh: `已连接数据库 ${where}`, en: `connected to the database ${where}` };
  return { url, announce: () => {}, stop: async () => {}, words, embedded: false };
}

function tell(event: Event): void {
  const words: Record<Event, string> = {
    died: `! ${written({ zh: '数据库意外停止，正在重新启动', en: 'the database stopped unexpectedly; starting it again' })}`,
    restarted: `✓ ${written({ zh: '数据库已恢复', en: 'the database is back' })}`,
  };
  console.log(words[event]);
}
