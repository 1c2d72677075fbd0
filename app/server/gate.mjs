// What stands between the network and the framework: it says who asks by the network's own word, takes away what a
// visitor could pretend, and turns away what is too large to be read.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { isIP } from 'node:net';
import { filePolicy, securityHeaders } from './security-headers.mjs';

const mega = 1024 * 1024;
const mostHeaders = 100;
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** How long a visitor who sends too much is still listened to, so that the answer arrives before the connection ends. */
const patience = 1000;

/** The requests under way whose page found the database out of reach, by their number; instrumentation.ts notes them. */
const unanswered = new Set();
globalThis.batonUnanswered = unanswered;

const refusals = {
  400: '请求有误 · The request is malformed',
  405: '不支持该请求方法 · This method is not supported',
  413: '请求内容过大 · The request is too large',
  431: '请求头过多 · The request has too many headers',
};

/** What a proxy in front of us may say, and nobody else. */
const ofProxy = (name) => name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip';

/** What the framework and this product tell themselves by headers of a request. */
const ofOurs = (name) =>
  /^(x-middleware-|x-baton-|x-invoke-)/.test(name) ||
  ['x-matched-path', 'x-now-route-matches', 'x-nonce', 'x-path', 'content-security-policy', 'x-request-id'].includes(
    name,
  );

/**
 * A server that lets `answer` have the requests that are fit to be answered. Each carries `x-baton-address`, the network
 * address it came from, and `x-request-id`, which its answer carries too. Behind a proxy of ours (`trusted`) the address
 * is the last one of X-Forwarded-For, which that proxy wrote. `tell` hears of every request when it is over.
 */
export function gatedServer(answer, { trusted = false, tell = () => {} } = {}) {
  // Longer than a proxy in front keeps a connection, so that it is never the proxy that finds one closed.
  const times = { headersTimeout: 15_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 };
  return createServer({ ...times, maxHeaderSize: 16 * 1024 }, (request, response) => {
    const began = performance.now();
    const { method = '', url = '' } = request;
    const path = pathOf(url);
    const address = addressOf(request, trusted);
    const id = randomUUID();
    for (const name of Object.keys(request.headers)) {
      if (ofOurs(name) || (ofProxy(name) && !trusted)) delete request.headers[name];
    }
    request.headers['x-baton-address'] = address;
    request.headers['x-request-id'] = id;
    response.setHeader('X-Request-Id', id);
    tellUnanswered(response, id);
    response.once('close', () => {
      const ended = response.writableFinished || response.statusCode === 413 ? {} : { aborted: true };
      const ms = Math.round(performance.now() - began);
      tell({ method, path: path ?? '', status: response.statusCode, ms, id, address, ...ended });
    });

    const limit = path?.startsWith('/api/uploads/') ? 22 * mega : mega;
    if (path === null) return refuse(request, response, 400);
    if (!methods.has(method)) return refuse(request, response, 405);
    if (request.rawHeaders.length > 2 * mostHeaders) return refuse(request, response, 431);
    if (Number(request.headers['content-length'] ?? 0) > limit) return refuse(request, response, 413);
    limitBody(request, limit, () => refuse(request, response, 413));
    return answer(request, response);
  });
}

/** Makes the framework's answer for a page that found no database a 503, with a time to come again. */
function tellUnanswered(response, id) {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status, ...rest) => {
    const isOurs = status === 500 && unanswered.has(id);
    if (isOurs) response.setHeader('Retry-After', '5');
    return writeHead(isOurs ? 503 : status, ...rest);
  };
  response.once('close', () => unanswered.delete(id));
}

/** The path as the framework will see it, dots resolved; null for what is no path of ours, or holds what no text may. */
function pathOf(url) {
  const address = `http://here${url}`;
  return url.startsWith('/') && !url.includes('%00') && URL.canParse(address) ? new URL(address).pathname : null;
}

function addressOf(request, trusted) {
  const named = trusted ? `${request.headers['x-forwarded-for'] ?? ''}`.split(',').at(-1).trim() : '';
  const bare = named.replace(/^\[(.+)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
  const address = isIP(bare) ? bare : (request.socket.remoteAddress ?? '');
  return address.replace(/^::ffff:(?=[\d.]+$)/, '');
}

/** Counts the body as the network delivers it, whether or not its length was told, and gives no more of it than that. */
function limitBody(request, limit, refuseIt) {
  const push = request.push.bind(request);
  let size = 0;
  let refused = false;
  request.push = (chunk, encoding) => {
    size += chunk?.length ?? 0;
    if (size <= limit) return push(chunk, encoding);
    if (!refused) refuseIt();
    refused = true;
    return true;
  };
}

/** Answers in two languages and ends the connection, with what is still being sent on it left unread. */
function refuse(request, response, status) {
  if (response.headersSent) return request.destroy();
  const words = Buffer.from(`${refusals[status]}\n`);
  response.writeHead(status, {
    ...securityHeaders,
    ...filePolicy,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': words.length,
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  if (status !== 413) return response.end(words);
  // A connection ended with unread bytes on it is reset, and the answer lost: what comes is thrown away for a moment.
  response.write(words);
  request.resume();
  const end = () => {
    clearTimeout(timer);
    response.end();
    request.socket.destroySoon();
  };
  const timer = setTimeout(end, patience);
  request.once('end', end).once('close', end);
}
