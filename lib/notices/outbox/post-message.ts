import { type LookupAddress, lookup } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { signedMessage } from '@/lib/access/auth/tokens';
import { isPublicAddress } from '@/lib/notices/outbox/public-address';
import type { OutboxFault } from '@/lib/notices/outbox/words';

/** Milliseconds for a message, from looking up the name to the head of the answer. */
const timeLimit = 5000;

/** Where messages may go: which protocols, and whether an address may be connected to. */
export type Allowed = {
  readonly protocols: readonly string[];
  readonly address: (address: string) => boolean;
  readonly timeLimit?: number;
};
const publicOnly: Allowed = { protocols: ['https:'], address: isPublicAddress };

/** Stands for a connection that was refused before it was made. */
class NotAllowed extends Error {}

export type Message = {
  readonly url: string;
  /** By which the receiver knows a message that comes twice. */
  readonly id: string;
  readonly body: string;
  readonly at: Date;
  readonly secret: string;
};

/**
 * Posts a message with its signature: HMAC-SHA256 over the seconds, a dot and the body. Follows no redirect and reads nothing of
 * the body of the answer. Connects only to an address that is allowed, looked at when it connects, so that a name cannot
 * point elsewhere in between. Returns null once the receiver took it, else why not.
 */
export function postMessage(message: Message, allowed: Allowed = publicOnly): Promise<OutboxFault | null> {
  const url = URL.canParse(message.url) ? new URL(message.url) : null;
  const literal = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
  if (!url || !allowed.protocols.includes(url.protocol) || (isIP(literal) > 0 && !allowed.address(literal)))
    return Promise.resolve('notAllowed');
  const seconds = `${Math.floor(message.at.getTime() / 1000)}`;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(message.body),
    'idempotency-key': message.id,
    'x-baton-timestamp': seconds,
    'x-baton-signature': `sha256=${signedMessage(`${seconds}.${message.body}`, message.secret)}`,
  };
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(allowed.timeLimit ?? timeLimit);
    const options = { method: 'POST', headers, agent: false, signal, lookup: lookupAllowed(allowed.address) } as const;
    const sending = (url.protocol === 'https:' ? request : plainRequest)(url, options, (answer) => {
      const { statusCode = 0 } = answer;
      answer.on('error', () => {});
      answer.destroy();
      resolve(statusCode >= 200 && statusCode < 300 ? null : 'status');
    });
    sending.on('error', (error) => {
      resolve(error instanceof NotAllowed ? 'notAllowed' : signal.aborted ? 'tooSlow' : 'unreachable');
    });
    sending.end(message.body);
  });
}

/** Looks up a name, and refuses it where any of its addresses may not be connected to. */
function lookupAllowed(isAllowed: Allowed['address']): LookupFunction {
  return (host, options, answer) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error || !first) return answer(error ?? new NotAllowed(), []);
      if (!found.every(({ address }) => isAllowed(address))) return answer(new NotAllowed(), []);
      if (options.all) answer(null, found);
      else answer(null, first.address, first.family);
    });
  };
}
