import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const kinds: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** Serves one page as a file, with the scripts, styles and fonts of the build: the floor of a first paint. */
export async function staticTwin(html: string, build: string): Promise<{ url: string; close: () => void }> {
  const page = gzipSync(html);
  const files = new Map<string, Buffer | null>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }).end(page);
      return;
    }
    if (!files.has(pathname)) files.set(pathname, assetOf(build, pathname));
    const file = files.get(pathname);
    if (!file) response.writeHead(404).end();
    else {
      const kind = kinds[extname(pathname)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': kind, 'content-encoding': 'gzip' }).end(file);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

function assetOf(build: string, pathname: string): Buffer | null {
  if (!pathname.startsWith('/_next/static/') || pathname.includes('..')) return null;
  try {
    return gzipSync(readFileSync(join(build, 'static', decodeURIComponent(pathname.slice('/_next/static/'.length)))));
  } catch {
    return null;
  }
}
