// Finished pages of visitors without a session, kept in this process. A page is reused as long as the database says
// that nothing was written since it was rendered, which is asked at every request; each answer has a nonce of its own.
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { codingFor, keyOf } from './page-key.mjs';
import { cutAt, joinParts, packParts, sizeOf } from './page-parts.mjs';

/** Headers that belong to one answer and not to the page. */
const ofAnswer = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
  'x-request-id',
]);

/** The largest page that is kept, in bytes. */
const largest = 2 * 1024 * 1024;

/** A nonce like those of proxy.ts: its characters are written alike everywhere in a page. */
const freshNonce = () => randomBytes(18).toString('base64url');
const nonceIn = (policy) => /'nonce-([\w-]{24})'/.exec(policy)?.[1];

/** The times until which pages in progress are valid, by the number of their request. */
const beingMade = new Map();
globalThis.batonPageHolds = (id, until) => beingMade.get(id)?.(until);

/**
 * Answers with kept pages, and with those that `answer` renders. `version` returns the version of all stored data, null
 * when the database does not answer; `most` is the number of bytes to keep, beyond which the least recently used pages
 * go; `gaveKept` is called for each page that is sent again.
 */
export function keptPages(answer, { version, most, now = Date.now, gaveKept = () => {} }) {
  /** The pages by their keys, most recently used last. */
  const kept = new Map();
  let size = 0;
  /** The pages in progress by their keys, each with the version at its beginning. */
  const underWay = new Map();

  return async (request, response) => {
    const key = keyOf(request);
    const asked = key && (await version());
    if (!asked) return answer(request, response);
    const other = underWay.get(key);
    const isShared = other?.version === asked;
    const page = keptPage(key, asked) ?? (isShared ? await other.page : null);
    if (page) {
      gaveKept();
      return send(page, response, codingFor(request.headers));
    }
    if (!isShared) make(key, asked, request, response);
    return answer(request, response);
  };

  function keptPage(key, asked) {
    const page = kept.get(key);
    if (page?.version !== asked || page.until <= now()) return null;
    kept.delete(key);
    kept.set(key, page);
    return page;
  }

  /** Renders a page while other requests for it wait, and keeps it if allowed. */
  function make(key, asked, request, response) {
    const id = request.headers['x-request-id'];
    const own = { version: asked, until: Number.POSITIVE_INFINITY };
    own.page = new Promise((resolve) => {
      beingMade.set(id, (until) => {
        own.until = Math.min(own.until, until);
        if (own.until <= now()) resolve(null);
      });
      record(response)
        .then((made) => made && keep(key, own, made))
        .catch(() => null)
        .then((page) => {
          beingMade.delete(id);
          if (underWay.get(key) === own) underWay.delete(key);
          resolve(page);
        });
    });
    underWay.set(key, own);
  }

  /** Keeps a page, if nothing was written while it was rendered and it is still valid. Returns the page, or null. */
  async function keep(key, own, made) {
    if ((await version()) !== own.version || own.until <= now()) return null;
    const page = { ...made, version: own.version, until: own.until, size: sizeOf(made.parts) + 2 * key.length };
    drop(key);
    kept.set(key, page);
    size += page.size;
    for (const oldest of kept.keys()) {
      if (size <= most) break;
      drop(oldest);
    }
    return page;
  }

  function drop(key) {
    size -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  }
}

/** Records an answer while it is sent. Returns the page; null for an answer that broke off or must not be kept. */
function record(response) {
  const { write, end } = response;
  const chunks = [];
  let room = largest;
  const note = (chunk, encoding) => {
    if (chunk == null || typeof chunk === 'function') return;
    const bytes = Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8');
    room -= bytes.length;
    if (room >= 0) chunks.push(bytes);
  };
  return new Promise((resolve) => {
    response.once('close', () => resolve(null));
    // A slow reader must not delay those who wait for the same page.
    response.write = (...given) => {
      note(...given);
      return write.apply(response, given) || room >= 0;
    };
    response.end = (...given) => {
      note(...given);
      end.apply(response, given);
      resolve(room >= 0 && !response.destroyed ? pageOf(response, Buffer.concat(chunks)) : null);
      return response;
    };
  });
}

/** The page that was sent; null for an answer that is no page or is for one person. */
async function pageOf(response, sent) {
  const headers = response.getHeaders();
  const coding = headers['content-encoding'] ?? 'identity';
  const isPage = /^text\/(html|x-component)\b/.test(headers['content-type']);
  if (response.statusCode !== 200 || !isPage || 'set-cookie' in headers) return null;
  if (coding !== 'gzip' && coding !== 'identity') return null;
  const nonce = nonceIn(headers['content-security-policy']);
  if (!nonce) return null;
  const body = coding === 'gzip' ? await promisify(gunzip)(sent) : sent;
  const lines = Object.entries(headers)
    .filter(([name]) => !ofAnswer.has(name))
    .map(([name, value]) => ({ name, values: [value].flat().map((text) => `${text}`.split(nonce)) }));
  return { lines, parts: await cutAt(body, nonce) };
}

/** Sends a kept page with a fresh nonce. */
function send({ lines, parts }, response, coding) {
  const nonce = freshNonce();
  for (const { name, values } of lines) {
    response.setHeader(
      name,
      values.map((text) => text.join(nonce)),
    );
  }
  if (coding === 'gzip') response.setHeader('Content-Encoding', coding);
  const body = (coding === 'gzip' ? packParts : joinParts)(parts, nonce);
  response.writeHead(200, { 'Content-Length': body.length });
  response.end(body);
}
