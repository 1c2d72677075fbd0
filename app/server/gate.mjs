// What stands between the network and the framework: it says who asks by the network's own word, takes away what a
// visitor could pretend, and turns away what is malformed, meant for another, or too large to be read.
import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:http';
import { isIP } from 'node:net';
import { faultOf, isUpload, mostBytes, pathOf } from './request-faults.mjs';
import { answerInstead, endAfterBody, everyAnswer, refuse, refuseUnread } from './turned-away.mjs';

/** What a proxy in front may say; of it the visitor's address is taken, never a host or a protocol. */
const ofProxy = (name) => name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip';

/** What the framework and this product tell themselves by headers of a request. */
const ofOurs = (name) =>
  /^(x-middleware-|x-baton-|x-invoke-)/.test(name) ||
  ['x-matched-path', 'x-now-route-matches', 'x-nonce', 'x-path', 'content-security-policy', 'x-request-id'].includes(
    name,
  );

/** The requests that are not over, by their numbers: nothing is noted of others, which nobody would take away again. */
const underWay = new Set();

/** The requests under way whose form or body a command of ours was given: what follows is no fault of theirs. */
const taken = new Set();

/** The requests under way that found the database out of reach, by their number; instrumentation.ts notes them. */
const unanswered = new Set();
globalThis.batonUnanswered = { add: (id) => note(unanswered, id) };
subscribe('baton:taken', ({ id }) => note(taken, id));

/** Notes a request that is not over. Answers whether it did. */
function note(set, id) {
  return underWay.has(id) && Boolean(set.add(id));
}

/**
 * A server that lets `answer` have the requests that are fit to be answered: those for one of `hosts`, or of the health for
 * one of `healthHosts`. Each carries `x-baton-address`, the network address it came from, and `x-request-id`, which its
 * answer carries too. Behind a proxy of ours (`trusted`) the address is the last one of X-Forwarded-For, which that proxy
 * wrote. `tell` hears of every request when it is over; `upgrade` has those for a connection of another kind, if there are to
 * be any.
 */
export function gatedServer(answer, { hosts, healthHosts = hosts, trusted = false, tell = () => {}, upgrade }) {
  // Longer than a proxy in front keeps a connection, so that it is never the proxy that finds one closed. A request that
  // names no host is refused here, where the answer gets its headers.
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

  /** Makes a request and its answer ours, whatever becomes of them. */
  function take(request, response) {
    const began = performance.now();
    const { method = '', url = '' } = request;
    const address = addressOf(request, trusted);
    const id = randomUUID();
    for (const name of Object.keys(request.headers)) {
      if (ofOurs(name) || (ofProxy(name) && !(trusted && name === 'x-forwarded-for'))) delete request.headers[name];
    }
    request.headers['x-baton-address'] = address;
    request.headers['x-request-id'] = id;
    response.setHeaders(new Map(Object.entries({ ...everyAnswer, 'X-Request-Id': id })));
    underWay.add(id);
    const statusSent = watchStatus(response, id);
    response.once('close', () => {
      for (const set of [underWay, taken, unanswered]) set.delete(id);
      const status = statusSent();
      const ended = response.writableFinished || status === 413 ? {} : { aborted: true };
      const ms = Math.round(performance.now() - began);
      tell({ method, path: pathOf(url) ?? '', status, ms, id, address, ...ended });
    });
  }
}

const isUnread = (id) => !taken.has(id) && !unanswered.has(id);

const idOf = (request) => request.headers['x-request-id'];

/**
 * Makes the framework's answer for a page that found no database a 503, with a time to come again. Answers what tells the
 * status that was sent, whatever the framework says of it afterwards.
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

/** Whether it is for the framework to read a form out of the body, and to call what the form is for. */
function mayBeUnread({ method, headers }) {
  return method === 'POST' && ('next-action' in headers || /^multipart\//i.test(headers['content-type'] ?? ''));
}

function statusOf({ code }) {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
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
