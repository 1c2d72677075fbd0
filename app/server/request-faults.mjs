// Faults of a request, from its line and its headers alone.
import { createRequire } from 'node:module';

// The framework's own parser, which answers an invalid header as a fault of the server.
const { parseAndValidateFlightRouterState: readRouterState } = createRequire(import.meta.url)(
  'next/dist/server/app-render/parse-and-validate-flight-router-state.js',
);

const mega = 1024 * 1024;
const mostHeaders = 100;
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const health = new Set(['/healthz', '/readyz', '/metrics']);

/** The framework's page for its worst faults, which also answers under this name. */
const unnamed = '/_global-error';

/** The status of the first fault of a request; null for an acceptable one. */
export function faultOf(request, { hosts, healthHosts }) {
  const { method, url, headers, rawHeaders } = request;
  const host = hostOf(rawHeaders);
  if (host === null) return 400;
  const path = pathOf(url);
  if (!hosts.includes(host) && !(health.has(path) && healthHosts.includes(host))) return 421;
  if (path === null || !hasReadableState(headers)) return 400;
  if (path === unnamed) return 404;
  if (!methods.has(method)) return 405;
  if (rawHeaders.length > 2 * mostHeaders) return 431;
  if (Number(headers['content-length'] ?? 0) > mostBytes(request)) return 413;
  return isEncoded(headers) ? 415 : null;
}

/** The host of a request, which must be named exactly once; null for none or two. */
function hostOf(rawHeaders) {
  const named = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1].toLowerCase() === 'host');
  return named.length === 1 ? named[0].toLowerCase() : null;
}

/**
 * The path as the framework will see it, with dots resolved. Null for an invalid address: another form than a path, a
 * path that leads to another host by its slashes, or an escape that stands for no text or for forbidden characters.
 */
export function pathOf(url) {
  if (!/^\/[!-"$-~]*$/.test(url)) return null;
  const [path] = url.split('?', 1);
  const [named, asked] = [decodeText(path), decodeText(url.slice(path.length))];
  if (/\\|\/\//.test(path) || /\p{Cc}/u.test(named ?? '\0') || (asked ?? '\0').includes('\0')) return null;
  return new URL(`http://here${url}`).pathname;
}

function decodeText(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Whether a request uploads a file. */
export function isUpload({ url }) {
  return pathOf(url)?.startsWith('/api/uploads/') ?? false;
}

/** The size limit of a body in bytes. */
export const mostBytes = (request) => (isUpload(request) ? 22 * mega : mega);

function hasReadableState({ 'next-router-state-tree': state }) {
  try {
    readRouterState(state);
    return true;
  } catch {
    return false;
  }
}

/** Whether the body is compressed, which is not supported. */
const isEncoded = ({ 'content-encoding': encoding = 'identity' }) => encoding.toLowerCase() !== 'identity';
