import { prepareDatabase } from '@/db/migrate';
import { buildWhenNeeded } from '@/lib/cli/launch/build';
import { firstAdministrator } from '@/lib/cli/launch/first-administrator';
import { adopt } from '@/lib/cli/launch/web-settings';
import { loadAll } from '@/lib/cli/load-all';
import { copyDatabase, type LoadedDatabase, openLoadedDatabase } from '@/lib/testing/database';
import { checkedBuild, embeddedSettings, startWebServer } from '@/lib/testing/web-server';

/**
 * Starts the product once for all browser tests, on the checked build and a database of its own, and returns the
 * function that ends it. `BATON_E2E_DATABASE` names another database instead, and `BATON_E2E_POOLER` the pooler through
 * which the web process reaches it; with `BATON_E2E_URL` the tests run against a running product.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (process.env.BATON_E2E_URL && process.env.BATON_E2E_DATABASE) return async () => {};
  const database = await preparedDatabase(process.env.BATON_E2E_DATABASE);
  // An unused copy, for the tests that need a product of their own.
  if (!process.env.BATON_E2E_DATABASE) process.env.BATON_E2E_LOADED = (await copyDatabase(database.url)).url;
  await buildWhenNeeded(embeddedSettings(database.url), AbortSignal.timeout(600_000), checkedBuild);
  const reached = process.env.BATON_E2E_POOLER || database.url;
  const web = await startWebServer(reached, checkedBuild).catch(async (error: unknown) => {
    await database.stop();
    throw error;
  });
  process.env.BATON_E2E_URL = web.url;
  process.env.BATON_E2E_DATABASE = database.url;
  return async () => {
    await web.stop();
    await database.stop();
  };
}

async function preparedDatabase(url: string | undefined): Promise<LoadedDatabase> {
  if (!url) return openLoadedDatabase('browser tests');
  adopt(embeddedSettings(url));
  await prepareDatabase(url, loadAll);
  return { url, stop: async () => {} };
}

/** An empty database with the tables alone, as `BATON_CONTENT=none` makes it, and its first administrator. */
export async function openEmptyDatabase() {
  const template = new URL(process.env.BATON_E2E_DATABASE ?? '');
  template.pathname = 'template0';
  const database = await copyDatabase(template.href);
  process.env.BATON_CONTENT = 'none';
  const { first } = await prepareDatabase(database.url, async (over) => {
    await loadAll(over);
    return { first: await firstAdministrator(over) };
  });
  delete process.env.BATON_CONTENT;
  if (!first) throw new Error('an empty database had accounts');
  return { ...database, first };
}

/** A loaded database for one test alone: a copy of that of the product, or one loaded anew. */
export function openOwnDatabase(purpose: string): Promise<LoadedDatabase> {
  const loaded = process.env.BATON_E2E_LOADED;
  return loaded ? copyDatabase(loaded) : openLoadedDatabase(purpose);
}
