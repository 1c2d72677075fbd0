import { type Embedded, joinOrOpenEmbedded, openEmbedded } from '@/db/embedded/open';
import type { Event } from '@/db/embedded/server';
import { checkExternal } from './external';
import { type Words, written } from './report';
import { dataFolder } from './settings';

/** The database a command works on, and how it came to it. */
export type ProjectDatabase = Pick<Embedded, 'url' | 'announce' | 'stop'> & { words: Words; embedded: boolean };

/**
 * The database that the product is served from: the one of `DATABASE_URL`, else the embedded one, which this process then
 * keeps alive. Refuses when another process serves from the same data.
 */
export async function openToServe(purpose: string): Promise<ProjectDatabase> {
  const external = await openExternal({ toServe: true });
  if (external) return external;
  const server = await openEmbedded(dataFolder(), purpose, { onEvent: tell });
  const words = server.adopted
    ? { zh: '已接管运行中的数据库', en: 'running database taken over' }
    : { zh: '数据库已启动', en: 'database started' };
  return { ...server, words, embedded: true };
}

/** The same database for a command that works beside a running product, or without one. `stop` leaves a joined one alone. */
export async function openToWork(purpose: string): Promise<ProjectDatabase> {
  const external = await openExternal();
  if (external) return external;
  const server = await joinOrOpenEmbedded(dataFolder(), purpose);
  return { ...server, words: { zh: '数据库已打开', en: 'database opened' }, embedded: true };
}

async function openExternal({ toServe = false } = {}): Promise<ProjectDatabase | null> {
  const url = process.env.DATABASE_URL;
  if (!url) return null;
  await checkExternal(url, { toServe });
  const words = { zh: '已连接 DATABASE_URL 指定的数据库', en: 'connected to the database of DATABASE_URL' };
  return { url, announce: () => {}, stop: async () => {}, words, embedded: false };
}

function tell(event: Event): void {
  const words: Record<Event, string> = {
    died: `! ${written({ zh: '数据库意外停止，正在重新启动', en: 'the database stopped unexpectedly; starting it again' })}`,
    restarted: `✓ ${written({ zh: '数据库已恢复', en: 'the database is back' })}`,
  };
  console.log(words[event]);
}
