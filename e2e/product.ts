import { openLoadedDatabase } from '@/lib/cli/checks/database';
import { checkedBuild, startWebServer } from '@/lib/cli/checks/web-server';

/**
 * Starts the product once for all browser tests, on the checked build and a database of its own, and returns what ends
 * it. With both variables set the tests run against a product that is there already.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (process.env.BATON_E2E_URL && process.env.BATON_E2E_DATABASE) return async () => {};
  const database = await openLoadedDatabase('browser tests');
  const web = await startWebServer(database.url, checkedBuild).catch(async (error: unknown) => {
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
