import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { admin, twoFactor, username } from 'better-auth/plugins';
import { adminAc, userAc } from 'better-auth/plugins/admin/access';
import type { Tx } from '@/db/client';
import { appSession, appUser, credential, secondFactor, verification } from '@/db/schema/access';
import { cookieNames, type SetCookie } from '@/lib/access/auth/cookies';
import { addressHeader, type Caller } from '@/lib/access/caller';
import { hashPassword, verifyPassword } from '@/lib/access/password/hashing';
import { longest } from '@/lib/access/password/policy';
import { accountRoles } from '@/lib/access/words';
import type { Settings } from '@/lib/settings';

/** The library's own idea of who administers; what really may be done is in the table of permissions. */
const libraryRoles = Object.fromEntries(
  accountRoles.map((role) => [role, role === 'administrator' ? adminAc : userAc]),
);

/** How many wrong codes lock a second factor, and for how long. */
const lockout = { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 };

/** Minutes that a sign-in waits for its second step. */
export const stepMinutes = 10;

/**
 * The accounts library over one transaction, so that what it writes stands or falls with the command and its audit event.
 * None of its own endpoints is reachable from outside; commands call those they need. It sends no mail and reports to
 * nobody.
 */
export function accountsOver(tx: Tx, { secret, origin, sessionHours }: Settings) {
  const isSecure = origin.startsWith('https:');
  const names = cookieNames(isSecure);
  return betterAuth({
    appName: 'Baton',
    secret,
    baseURL: origin,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: drizzleAdapter(tx, {
      provider: 'pg',
      schema: { user: appUser, session: appSession, account: credential, verification, twoFactor: secondFactor },
      transaction: false,
    }),
    user: {
      additionalFields: {
        unitCode: { type: 'string', required: false, input: false },
        department: { type: 'string', required: false, input: false },
        mustChangePassword: { type: 'boolean', required: false, input: false },
        handedOverUntil: { type: 'date', required: false, input: false },
        isDemonstration: { type: 'boolean', required: false, input: false },
      },
    },
    session: { expiresIn: sessionHours * 3600, disableSessionRefresh: true, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: longest,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    plugins: [
      username({ displayUsername: false, minUsernameLength: 2, maxUsernameLength: 40 }),
      admin({ defaultRole: 'reporter', adminRoles: ['administrator'], roles: libraryRoles }),
      twoFactor({ issuer: 'Baton', twoFactorCookieMaxAge: stepMinutes * 60, accountLockout: lockout }),
    ],
    advanced: {
      // Its columns for other providers, mail and pictures do not exist here.
      database: { validateSchema: false },
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      cookies: {
        session_token: { name: names.session },
        two_factor: { name: names.secondStep },
      },
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: 'lax', path: '/' },
    },
  });
}

export type Accounts = ReturnType<typeof accountsOver>;

/** What the library needs to know of the request it answers. */
export function headersOf({ address, userAgent, cookies }: Caller): Headers {
  return new Headers({ [addressHeader]: address || '127.0.0.1', 'user-agent': userAgent, cookie: cookies });
}

/** The cookies that the library's answer sets. */
export function cookiesOf(headers: Headers): SetCookie[] {
  return headers.getSetCookie().flatMap((header) =>
    [...parseSetCookieHeader(header)].map(([name, cookie]) => {
      const maxAge = cookie['max-age'];
      return { name, value: cookie.value, ...(maxAge === undefined ? {} : { maxAge }) };
    }),
  );
}

/** The library's answer, or the code of its refusal; anything else it throws is a fault. */
export async function answered<Answer>(asked: Promise<Answer>): Promise<Answer | { readonly refused: string }> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return { refused: error.body?.code ?? error.message };
    throw error;
  }
}
