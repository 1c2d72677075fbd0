import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Caller } from '@/lib/access/caller';
import { cookieIn, cookieNames, isHttps, type SetCookie } from '@/lib/cookies';
import type { Settings } from '@/lib/settings';

/** The purpose of a token, which also names the cookie that carries it. */
export type Purpose = keyof ReturnType<typeof cookieNames>;

type Under = Pick<Settings, 'origin' | 'secret'>;

/** A random token of 192 bits. */
export const freshToken = () => randomBytes(24).toString('base64url');

/** The hash under which a token of a program is stored: of 192 random bits, a plain one is enough. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');

/** Signs a value for one purpose. Each purpose has its own key, so that no other accepts the signature. */
export function signValue(purpose: Purpose, value: string, secret: string): string {
  return `${value}.${digest(keyFor(purpose, secret), value).toString('base64url')}`;
}

/** The value of a token signed for this purpose; null for a token with another signature or none. */
export function verifiedValue(purpose: Purpose, text: string | null, secret: string): string | null {
  return valueUnder(keyFor(purpose, secret), text);
}

/** The token for this purpose in the caller's cookies. */
export function tokenIn(purpose: Purpose, caller: Caller, { origin, secret }: Under): string | null {
  return verifiedValue(purpose, cookieIn(caller.cookies, namesUnder(origin)[purpose]), secret);
}

/** The cookie that carries a token for this purpose, with an age in seconds. */
export function tokenCookie(purpose: Purpose, value: string, { origin, secret }: Under, maxAge: number): SetCookie {
  return { name: namesUnder(origin)[purpose], value: signValue(purpose, value, secret), maxAge };
}

/** The cookie that deletes the one for this purpose. */
export function goneCookie(purpose: Purpose, { origin }: Under): SetCookie {
  return { name: namesUnder(origin)[purpose], value: '', maxAge: 0 };
}

/**
 * Signs as the accounts library does, which has one key for all purposes. Such a signature stays between product and
 * library: no browser receives it, and none is accepted from a browser.
 */
export function signedForLibrary(value: string, secret: string): string {
  return `${value}.${digest(secret, value).toString('base64')}`;
}

/** The value that the accounts library signed. */
export function unsignedFromLibrary(text: string | null, secret: string): string | null {
  return valueUnder(secret, text);
}

/** A text derived from another, computable only with the secret. `word` separates it from all signatures. */
export function deriveText(word: 'demonstration', text: string, secret: string): string {
  return digest(secret, `${word}:${text}`).toString('base64url');
}

/** The signature of a message to another system, in hexadecimal, under a secret that is shared with it alone. */
export function signedMessage(text: string, secret: string): string {
  return digest(secret, text).toString('hex');
}

const namesUnder = (origin: string) => cookieNames(isHttps(origin));

function keyFor(purpose: Purpose, secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'baton', `token ${purpose}`, 32));
}

function digest(key: Buffer | string, value: string): Buffer {
  return createHmac('sha256', key).update(value).digest();
}

function valueUnder(key: Buffer | string, text: string | null): string | null {
  const at = text?.lastIndexOf('.') ?? -1;
  if (!text || at < 1) return null;
  const value = text.slice(0, at);
  const expected = digest(key, value);
  const given = Buffer.from(text.slice(at + 1), 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}
