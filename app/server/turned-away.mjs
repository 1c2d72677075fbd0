// The refusals of the gate: a sentence in two languages, with the headers of every answer.
import { filePolicy, securityHeaders } from './security-headers.mjs';

/**
 * Milliseconds for which the body of a refused request is still read, so that the answer arrives before the connection
 * ends.
 */
const patience = 1000;

const sentences = {
  400: ['Bad Request', '请求有误 · The request is malformed'],
  404: ['Not Found', '没有这个地址 · There is no such address'],
  405: ['Method Not Allowed', '不支持该请求方法 · This method is not supported'],
  408: ['Request Timeout', '请求超时 · The request took too long'],
  413: ['Payload Too Large', '请求内容过大 · The request is too large'],
  415: ['Unsupported Media Type', '不支持压缩的请求内容 · A compressed request is not supported'],
  417: ['Expectation Failed', '不支持请求头 Expect 的要求 · What the header Expect asks is not supported'],
  421: [
    'Misdirected Request',
    '本系统不使用这个域名，请从管理员告知的网址打开 · This is not the address of this product',
  ],
  431: ['Request Header Fields Too Large', '请求头过多 · The request has too many headers'],
};

/** The default headers of an answer: a page gets a policy of its own from proxy.ts. */
export const everyAnswer = { ...securityHeaders, ...filePolicy };

function saying(status) {
  const words = Buffer.from(`${sentences[status][1]}\n`);
  const headers = {
    ...everyAnswer,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': words.length,
    'Cache-Control': 'no-store',
    Connection: 'close',
  };
  return { words, headers };
}

/** Answers in two languages and closes the connection, without reading the rest of the body. */
export function refuse(request, response, status) {
  // Another answer has begun: it must arrive before the connection ends.
  if (response.headersSent) return discardBody(request, response);
  const { words, headers } = saying(status);
  response.writeHead(status, headers);
  if (status !== 413) return response.end(words);
  // Closing a connection with unread bytes resets it and loses the answer, so the rest of the body is discarded for a
  // moment.
  response.write(words);
  discardBody(request, response);
}

/** Discards the rest of the body for a moment, and closes the connection. */
function discardBody(request, response) {
  afterBody(request, () => {
    response.end();
    request.socket.destroySoon();
  });
}

/** Ends an early answer once the rest of the body is discarded, so that the answer arrives. */
export function endAfterBody(request, response) {
  const end = response.end.bind(response);
  response.end = (...given) => {
    response.end = end;
    if (request.complete) return end(...given);
    afterBody(request, () => response.writableEnded || end(...given));
    return response;
  };
}

/** Discards the rest of a body, and calls `then` when it has arrived, broken off, or taken too long. */
function afterBody(request, then) {
  const once = () => {
    clearTimeout(timer);
    then();
  };
  const timer = setTimeout(once, patience);
  request.once('end', once).once('close', once);
  request.resume();
}

/**
 * Refuses bytes that never became a request, on the bare connection, unless part of an answer has been sent. An answer
 * that waits for the rest of the body would never be sent.
 */
export function refuseUnread(socket, status, error) {
  // A client that broke off gets no answer.
  socket.on('error', () => {});
  if (socket.writable && !socket._httpMessage?._headerSent && error?.code !== 'ECONNRESET') {
    const { words, headers } = saying(status);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`HTTP/1.1 ${status} ${sentences[status][0]}\r\n${lines.join('')}\r\n${words}`);
  }
  socket.destroySoon();
}

/** Answers that the request is malformed in place of an answer with the status `wrong`, of which nothing is sent. */
export function answerInstead(response, wrong) {
  const names = ['writeHead', 'flushHeaders', 'write', 'end'];
  const plain = Object.fromEntries(names.map((name) => [name, response[name].bind(response)]));
  let replaced = false;
  for (const name of names) {
    response[name] = (...given) => {
      const status = name === 'writeHead' ? given[0] : response.statusCode;
      if (!replaced && !response.headersSent && wrong(status)) {
        replaced = true;
        const id = response.getHeader('X-Request-Id');
        for (const header of response.getHeaderNames()) response.removeHeader(header);
        const { words, headers } = saying(400);
        plain.writeHead(400, { ...headers, 'X-Request-Id': id });
        plain.end(words);
      }
      if (replaced) return name === 'write' ? true : response;
      return plain[name](...given);
    };
  }
}
