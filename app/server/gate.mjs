// The gate between the network and the framework: it determines the client's address, removes headers that a visitor
// could forge, and refuses malformed, misdirected or too large requests.
import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:http';
import { isIP } from 'node:net';
import { faultOf, isUpload, mostBytes, pathOf } from './request-faults.mjs';
import { answerInstead, endAfterBody, everyAnswer, refuse, refuseUnread } from './turned-away.mjs';

/** Headers that a proxy in front may set; only the visitor's address is read from them, never a host or a protocol. */
const ofProxy = (name) => name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip';

/** Headers by which the framework and this product pass information to themselves. */
const ofOurs = (name) =>
  /^(x-middleware-|x-baton-|x-invoke-)/.test(name) ||
  ['x-matched-path', 'x-now-route-matches', 'x-nonce', 'x-path', 'content-security-policy', 'x-request-id'].includes(
    name,
  );

/** The requests in progress, by number: nothing is stored about others, which would never be removed. */
const underWay = new Set();

/** The requests in progress whose form or body a command has received: later errors are no fault of the body. */
const taken = new Set();

/** The requests in progress that found the database unavailable, by number; instrumentation.ts adds them. */
const unanswered = new Set();
globalThis.batonUnanswered = { add: (id) => note(unanswered, id) };
subscribe('baton:taken', ({ id }) => note(taken, id));

/** Adds a request in progress to a set. Returns whether it is in progress. */
function note(set, id) {
  return underWay.has(id) && Boolean(set.add(id));
}

/**
 * A server that passes acceptable requests to `answer`: those for one of `hosts`, or about health for one of
 * `healthHosts`. Each gets `x-baton-address`, its network address, `x-baton-near` if it asks for the measures
 * from this machine itself, and `x-request-id`, which its
 * answer has too. Behind
 * our own proxy (`trusted`) the address is the last one of X-Forwarded-For, which that proxy wrote. `tell` is called
 * for every finished request; `upgrade` receives upgrades, if they are to be accepted.
 */
export function gatedServer(answer, { hosts, healthHosts = hosts, trusted = false, tell = () => {}, upgrade }) {
  // `keepAliveTimeout` is longer than a proxy's, so that a proxy never finds a connection closed. A request without a
  // host is refused here and not by Node, so that the answer has its headers.
  const ways = { headersTimeout: 15_000, requestTimeout: 120_000, keepAliveTimeout: 65_000, requireHostHeader: false };
  const server = createServer({ ...ways, maxHeaderSize: 16 * 1024 }, (request, response) => {
    take(request, response);
    const fault = faultOf(request, { hosts, healthHosts });
    if (fault) return refuse(request, response, fault);
    limitBody(request, mostBytes(request), () => refuse(request, response, 413));
    if (mayBeUnread(request)) answerInstead(response, (status) => status === 500 && isUnread(idOf(request)));
    if (isUpload(request)) endAfterBody(request, response);
    return answer(request, response);
  });
  server.on('checkExpectation', (request, response) => {
    take(request, response);
    refuse(request, response, 417);
  });
  if (upgrade) {
    server.on('upgrade', (request, socket, head) => {
      const fault = faultOf(request, { hosts, healthHosts });
      return fault ? refuseUnread(socket, fault) : upgrade(request, socket, head);
    });
  }
  server.on('connect', (_request, socket) => refuseUnread(socket, 405));
  server.on('clientError', (error, socket) => refuseUnread(socket, statusOf(error), error));
  return server;

  /** Tracks a request and its answer, whatever happens to them. */
  function take(request, response) {
    const began = performance.now();
    const { method = '', url = '' } = request;
    const address = addressOf(request, trusted);
    const id = randomUUID();
    const near = pathOf(url) === '/metrics' && isNear(request);
    for (const name of Object.keys(request.headers)) {
      if (ofOurs(name) || (ofProxy(name) && !(trusted && name === 'x-forwarded-for'))) delete request.headers[name];
    }
    request.headers['x-baton-address'] = address;
    if (near) request.headers['x-baton-near'] = '1';
    request.headers['x-request-id'] = id;
    response.setHeaders(new Map(Object.entries({ ...everyAnswer, 'X-Request-Id': id })));
    underWay.add(id);
    const statusSent = watchStatus(response, id);
    response.once('close', () => {
      for (const set of [underWay, taken, unanswered]) set.delete(id);
      const status = statusSent();
      const ended = response.writableFinished || status === 413 ? {} : { aborted: true };
      const ms = Math.round(performance.now() - began);
      tell({ method, path: withoutToken(pathOf(url) ?? ''), status, ms, id, address, ...ended });
    });
  }
}

const isUnread = (id) => !taken.has(id) && !unanswered.has(id);

const idOf = (request) => request.headers['x-request-id'];

/**
 * Makes the framework's answer for a page without a database a 503 with Retry-After. Returns a function for the status
 * that was sent, whatever the framework reports afterwards.
 */
function watchStatus(response, id) {
  const writeHead = response.writeHead.bind(response);
  let sent;
  response.writeHead = (status, ...rest) => {
    const isOurs = status === 500 && unanswered.has(id);
    if (isOurs) response.setHeader('Retry-After', '5');
    sent = isOurs ? 503 : status;
    return writeHead(sent, ...rest);
  };
  return () => sent ?? response.statusCode;
}

/** A path for the log: of the token of a display the beginning alone, by which people know it. */
const withoutToken = (path) => path.replace(/\b(show_[\w-]{7})[\w-]+/, '$1…');

/** Whether the framework reads a form from the body before it calls the form's action. */
function mayBeUnread({ method, headers }) {
  return method === 'POST' && ('next-action' in headers || /^multipart\//i.test(headers['content-type'] ?? ''));
}

function statusOf({ code }) {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

/** Whether a program of this machine asks by one of its own names, and no proxy says that it asks for somebody else. */
function isNear({ socket, headers }) {
  const own = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '');
  const name = `${headers.host ?? ''}`.replace(/:\d+$/, '').toLowerCase();
  const passedOn = Object.keys(headers).some((header) => ofProxy(header) || header === 'via');
  return own && ['localhost', '127.0.0.1', '[::1]'].includes(name) && !passedOn;
}

function addressOf(request, trusted) {
  const named = trusted ? `${request.headers['x-forwarded-for'] ?? ''}`.split(',').at(-1).trim() : '';
  const bare = named.replace(/^\[(.+)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
  const address = isIP(bare) ? bare : (request.socket.remoteAddress ?? '');
  return address.replace(/^::ffff:(?=[\d.]+$)/, '');
}

/** Counts the body as it arrives, with or without a declared length, and passes on no more than the limit. */
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
