import { type AddressInfo, createServer } from 'node:net';
import { serve } from '@/lib/cli/launch/web';
import type { Sink } from '@/lib/cli/launch/web-log';
import { newSecret, type WebSettings } from '@/lib/cli/launch/web-settings';

/** The build folder of the checks; a running product keeps its own. */
export const checkedBuild = '.next-test';

export type WebServer = { readonly url: string; stop(): Promise<void> };

/**
 * Starts a web server for a build on a free port of this machine, over the database at `databaseUrl`; returns when it
 * is ready. Its log goes to `log`, or its faults to the terminal; `origin` overrides its public address.
 */
export async function startWebServer(
  databaseUrl: string,
  build: string,
  { log = showFaults, origin }: { log?: Sink; origin?: string } = {},
): Promise<WebServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  process.env.BATON_DIST = build;
  const settings = { ...embeddedSettings(databaseUrl), origin: origin ?? url };
  const web = await serve('start', { host: '127.0.0.1', port, url }, settings, {
    stop: AbortSignal.timeout(60_000),
    log,
  });
  return { url, stop: web.stop };
}

function showFaults(line: string): void {
  if (/^{"level":"(error|fatal)"/.test(line)) process.stderr.write(`${line}\n`);
}

/** The settings of a product on its built-in database; all servers of one test run share a secret. */
export function embeddedSettings(databaseUrl: string): WebSettings {
  process.env.BATON_SECRET ||= newSecret();
  return {
    databaseUrl,
    secret: process.env.BATON_SECRET,
    origin: 'http://localhost:3000',
    embedded: true,
  };
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
