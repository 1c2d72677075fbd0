import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { admin, twoFactor, username } from 'better-auth/plugins';
import { adminAc, userAc } from 'better-auth/plugins/admin/access';
import type { Tx } from '@/db/client';
import { appSession, appUser, credential, secondFactor, verification } from '@/db/schema/access';
import { newRecoveryCodes } from '@/lib/access/auth/recovery-codes';
import { signedForLibrary, unsignedFromLibrary } from '@/lib/access/auth/tokens';
import { addressHeader, type Caller } from '@/lib/access/caller';
import { hashPassword, verifyPassword } from '@/lib/access/password/hashing';
import { longest } from '@/lib/access/password/policy';
import { accountRoles } from '@/lib/access/words';
import type { Settings } from '@/lib/settings';

/** The library's own roles of administrators; real permissions are in the table of permissions. */
const libraryRoles = Object.fromEntries(
  accountRoles.map((role) => [role, role === 'administrator' ? adminAc : userAc]),
);

/** How many wrong codes lock a second factor, and for how long. */
const lockout = { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 };

/**
 * The library's names of cookies in the requests that it is given and in its answers; a browser's cookies have other
 * names.
 */
const libraryNames = { session: 'session', secondStep: 'second-step' } as const;

/** Minutes that a sign-in waits for its second step. */
export const stepMinutes = 10;

/**
 * The accounts library over one transaction, so that its writes commit or roll back with the command and its audit
 * event. None of its own endpoints is reachable from outside; commands call those they need. It sends no mail and no
 * telemetry.
 */
export function accountsOver(tx: Tx, { secret, origin, sessionHours }: Settings) {
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
      twoFactor({
        issuer: 'Baton',
        twoFactorCookieMaxAge: stepMinutes * 60,
        accountLockout: lockout,
        backupCodeOptions: { customBackupCodesGenerate: newRecoveryCodes },
      }),
    ],
    advanced: {
      // The library's columns for other providers, mail and pictures do not exist here.
      database: { validateSchema: false },
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      cookies: {
        session_token: { name: libraryNames.session },
        two_factor: { name: libraryNames.secondStep },
      },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
  });
}

export type Accounts = ReturnType<typeof accountsOver>;

/** The one token that a request to the library carries. */
export type Carried = { readonly [Name in keyof typeof libraryNames]?: string };

/**
 * The headers that the library needs of a request. It sees no cookie of the browser: only the token that the command
 * has read, so that it cannot use another one in the same request.
 */
export function headersOf({ address, userAgent }: Caller, { secret }: Settings, carried: Carried = {}): Headers {
  const cookie = Object.entries(carried)
    .map(([name, token]) => [libraryNames[name as keyof Carried], encodeURIComponent(signedForLibrary(token, secret))])
    .map((pair) => pair.join('='))
    .join('; ');
  return new Headers({ [addressHeader]: address || '127.0.0.1', 'user-agent': userAgent, cookie });
}

/** The token of the second step in the library's answer. */
export function secondStepIn(headers: Headers, { secret }: Settings): string {
  const begun = headers
    .getSetCookie()
    .flatMap((header) => parseSetCookieHeader(header).get(libraryNames.secondStep)?.value ?? []);
  const step = unsignedFromLibrary(begun.at(-1) ?? null, secret);
  if (!step) throw new Error('the library began no second step');
  return step;
}

/** Returns the library's answer, or the code of its refusal; throws any other error. */
export async function libraryAnswer<Answer>(asked: Promise<Answer>): Promise<Answer | { readonly refused: string }> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return { refused: error.body?.code ?? error.message };
    throw error;
  }
}
