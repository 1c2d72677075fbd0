import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Caller } from '@/lib/access/caller';
import { cookieIn, cookieNames, isHttps, type SetCookie } from '@/lib/cookies';
import type { Settings } from '@/lib/settings';

/** What a token is good for, and for nothing else; it names the cookie that carries it. */
export type Purpose = keyof ReturnType<typeof cookieNames>;

type Under = Pick<Settings, 'origin' | 'secret'>;

/** A token that nobody guesses: 192 bits. */
export const freshToken = () => randomBytes(24).toString('base64url');

/** Signs a value for one purpose. Each has a key of its own, so that no other purpose takes the signature. */
export function signed(purpose: Purpose, value: string, secret: string): string {
  return `${value}.${digest(keyFor(purpose, secret), value).toString('base64url')}`;
}

/** The value that we signed for this purpose; null for one signed for another, by anybody else, or not at all. */
export function unsigned(purpose: Purpose, text: string | null, secret: string): string | null {
  return valueUnder(keyFor(purpose, secret), text);
}

/** The token for this purpose that the caller's cookies carry. */
export function tokenIn(purpose: Purpose, caller: Caller, { origin, secret }: Under): string | null {
  return unsigned(purpose, cookieIn(caller.cookies, namesUnder(origin)[purpose]), secret);
}

/** The cookie that carries a token for this purpose, for so many seconds. */
export function tokenCookie(purpose: Purpose, value: string, { origin, secret }: Under, maxAge: number): SetCookie {
  return { name: namesUnder(origin)[purpose], value: signed(purpose, value, secret), maxAge };
}

/** Takes the cookie for this purpose away. */
export function goneCookie(purpose: Purpose, { origin }: Under): SetCookie {
  return { name: namesUnder(origin)[purpose], value: '', maxAge: 0 };
}

/**
 * Signs as the accounts library does, which knows one key for everything. What it signs stays between us: no browser is
 * given it, and none is believed it.
 */
export function signedForLibrary(value: string, secret: string): string {
  return `${value}.${digest(secret, value).toString('base64')}`;
}

/** The value that the accounts library signed. */
export function unsignedFromLibrary(text: string | null, secret: string): string | null {
  return valueUnder(secret, text);
}

/** What is derived from a text and known only to who knows the secret. The word keeps it apart from all that is signed. */
export function derived(word: 'demonstration', text: string, secret: string): string {
  return digest(secret, `${word}:${text}`).toString('base64url');
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
