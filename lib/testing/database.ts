import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '@/db/embedded/open';
import { prepareDatabase } from '@/db/migrate';
import { adopt } from '@/lib/cli/launch/web-settings';
import { loadAll } from '@/lib/cli/load-all';
import { embeddedSettings } from '@/lib/testing/web-server';

export type LoadedDatabase = { readonly url: string; stop(): Promise<void> };

/** An embedded database in a temporary folder, migrated and loaded with the data set; `stop` leaves nothing of it. */
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
