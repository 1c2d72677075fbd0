// The product's web server: Next's own behind the gate, with the built scripts and styles compressed once and not at
// every request. `node app/server/serve.mjs HOST PORT`; on SIGTERM it ends after the answers in progress. For
// development (NODE_ENV) it compiles requested pages, and notifies the browser of changes.
import './aborted.mjs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import next from 'next';
import { gatedServer } from './gate.mjs';
import { keptPages } from './kept-pages.mjs';
import { measures } from './measured.mjs';

const [hostname = '127.0.0.1', port = '3000'] = process.argv.slice(2);
// The policies depend on the real host.
process.env.HOST = hostname;
const root = resolve(import.meta.dirname, '..', '..');
const built = join(root, process.env.BATON_DIST ?? '.next', 'static') + sep;
const prefix = '/_next/static/';
const kinds = { '.js': 'application/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };

/** The compressed files by path; a build's files never change, so they are kept. */
const kept = new Map();

/** Compresses a built script or style at its first use; null for other paths. */
async function compressFile(path) {
  try {
    const file = resolve(built, decodeURI(path));
    if (!file.startsWith(built) || !(extname(file) in kinds)) return null;
    if (!kept.has(file)) kept.set(file, await promisify(gzip)(await readFile(file)));
    return kept.get(file);
  } catch {
    // There is no such file, or the name is invalid: the framework answers.
    return null;
  }
}

const dev = process.env.NODE_ENV === 'development';
// The framework would listen for upgrades on our server, bypassing the gate: it gets an idle server, and the upgrades
// that the gate accepts.
const idle = createServer();
const app = next({ dev, dir: root, hostname, port: Number(port), httpServer: idle });
await app.prepare();
const { BATON_HOSTS = '', BATON_HEALTH_HOSTS = '', TRUSTED_PROXY, KEPT_PAGES_MB } = process.env;
const most = Number(KEPT_PAGES_MB || 64) * 1024 * 1024;
const make = app.getRequestHandler();
// Set by instrumentation.ts.
const version = async () => globalThis.batonVersion?.() ?? null;
const measured = measures();
globalThis.batonMeasures = measured.told;
const answer = dev || most === 0 ? make : keptPages(make, { version, most, gaveKept: measured.gaveKept });

const server = gatedServer(answerOrFile, {
  hosts: BATON_HOSTS.split(' '),
  healthHosts: BATON_HEALTH_HOSTS.split(' '),
  trusted: TRUSTED_PROXY === '1',
  ...(dev ? { upgrade: (...given) => idle.emit('upgrade', ...given) || given[1].destroy() } : { tell }),
});

/** Logs a line for every request. The rest of the log is written by lib/log.ts. */
function tell(facts) {
  measured.answered(facts);
  const line = { level: 'info', time: new Date().toISOString(), msg: 'request', ...facts };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function answerOrFile(request, response) {
  const asksFor = request.url?.split('?')[0] ?? '';
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body =
    !dev && request.method === 'GET' && takesGzip && asksFor.startsWith(prefix)
      ? await compressFile(asksFor.slice(prefix.length))
      : null;
  if (!body) return answer(request, response);
  response.writeHead(200, {
    'Content-Type': kinds[extname(asksFor)],
    'Content-Encoding': 'gzip',
    'Content-Length': body.length,
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
  });
  response.end(body);
}
// An unhandled rejection, as the driver has when a connection ends while it opens, must not end the process.
process.on('unhandledRejection', (error) => console.error(error));

server.on('error', ({ message }) => {
  console.error(message);
  process.exit(1);
});
server.listen(Number(port), hostname);

process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  // Idle connections would be kept, and bodies could arrive, for longer than a shutdown may take.
  setInterval(() => server.closeIdleConnections(), 100);
  setTimeout(() => server.closeAllConnections(), 4000);
});
