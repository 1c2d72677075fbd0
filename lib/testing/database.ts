import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSql } from '@/db/client';
import { openEmbedded } from '@/db/embedded/open';
import { prepareDatabase } from '@/db/migrate';
import { adopt } from '@/lib/cli/launch/web-settings';
import { loadAll } from '@/lib/cli/load-all';
import { embeddedSettings } from '@/lib/testing/web-server';

export type LoadedDatabase = { readonly url: string; stop(): Promise<void> };

/** An embedded database in a temporary folder, migrated and loaded with the data set; `stop` deletes it. */
export async function openLoadedDatabase(purpose: string): Promise<LoadedDatabase> {
  const home = mkdtempSync(join(tmpdir(), 'baton-loaded-'));
  const remove = () => rmSync(home, { recursive: true, force: true });
  try {
    const server = await openEmbedded(home, purpose);
    adopt(embeddedSettings(server.url));
    await prepareDatabase(server.url, loadAll);
    return {
      url: server.url,
      async stop() {
        await server.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A copy of an unused database on the same server; `stop` drops it. */
export async function copyDatabase(url: string): Promise<LoadedDatabase> {
  const address = new URL(url);
  const from = address.pathname.slice(1);
  const name = `copy_${randomUUID().replaceAll('-', '')}`;
  address.pathname = 'template1';
  const sql = openSql(address.href, { max: 1 });
  await sql`create database ${sql(name)} template ${sql(from)}`;
  address.pathname = name;
  return {
    url: address.href,
    async stop() {
      await sql`drop database ${sql(name)} with (force)`;
      await sql.end();
    },
  };
}

/** An empty database on the server of a database. */
export async function emptyDatabase(url: string): Promise<LoadedDatabase> {
  const template = new URL(url);
  template.pathname = 'template0';
  return copyDatabase(template.href);
}

/** What another reader says is stored: the number of rows of each table, and one hash of all of them. */
export async function contentsOf(address: string): Promise<Record<string, string>> {
  const own = openSql(address, { max: 1 });
  try {
    const tables = await own`select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`;
    const told: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await own.unsafe(
        `select count(*)::text || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as told from public."${name}" t`,
      );
      told[name] = row?.told;
    }
    return told;
  } finally {
    await own.end();
  }
}
