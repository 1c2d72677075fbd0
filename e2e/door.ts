import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/**
 * A proxy between a product and its database that a test can shut, as if the database were unavailable, and open again.
 */
export type Door = { readonly databaseUrl: string; shut(): Promise<void>; open(): Promise<void> };

/** Starts a proxy in front of the database at `url`, which may be a socket folder (`?host=`) or an address. */
export async function doorBefore(url: string): Promise<Door> {
  const behind = new URL(url);
  const folder = behind.searchParams.get('host');
  const port = Number(behind.port || 5432);
  const reach = () => (folder ? connect(join(folder, `.s.PGSQL.${port}`)) : connect(port, behind.hostname));
  const passing = new Set<Socket>();
  const server = createServer((outside) => {
    const inside = reach();
    for (const [from, to] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      passing.add(from);
      from.pipe(to);
      from
        .on('error', () => to.destroy())
        .on('close', () => {
          passing.delete(from);
          to.destroy();
        });
    }
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const front = new URL(url);
  front.searchParams.delete('host');
  front.hostname = '127.0.0.1';
  front.port = `${own}`;
  return {
    databaseUrl: front.href,
    open: () => listen(own),
    async shut() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of passing) socket.destroy();
      await closed;
    },
  };
}
