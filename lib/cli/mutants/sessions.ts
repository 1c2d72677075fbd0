import type { GuardedFile } from './guard';

const signIn = 'lib/access/sign-in/sign-in.test.ts';
const sessions = 'lib/access/users/sessions.test.ts';
const secondFactor = 'lib/access/sign-in/second-factor.test.ts';
const throttle = 'lib/access/throttle/throttle.test.ts';
const tokens = 'lib/access/auth/tokens.test.ts';
const steps = 'lib/access/sign-in/steps.test.ts';
const refusals = 'lib/access/refusals/refusals.test.ts';
const attempts = 'lib/access/throttle/attempts.test.ts';

/** Guards of sign-in, sessions and sign-out. */
export const sessionGuards: readonly GuardedFile[] = [
  {
    file: 'lib/access/auth/queries.ts',
    tests: [signIn],
    guards: [
      [['R1'], 'a session ends after its hours', '${appSession.expiresAt} > ${at}::timestamptz', 'true'],
      [['R1'], 'an idle session ends', 'and ${appSession.activeAt} > ${idleSince}::timestamptz', ''],
      [['R1'], 'what a page asks by itself keeps no session alive', 'and ${isActive} and', 'and'],
    ],
  },
  {
    file: 'lib/access/auth/queries.ts',
    tests: [sessions],
    guards: [
      [['R1'], 'a disabled account has no session', 'not u.banned and', ''],
      [['R1'], 'who must choose a password has no session', 'and not u.must_change_password', ''],
      [
        ['R9'],
        'a device is known for its own account only',
        'eq(appUser.username, username.toLowerCase())',
        'undefined',
      ],
      [
        ['R2'],
        'who reads some units only is held to them',
        "row.unit_code && !policy.publicReading ? row.units : 'all'",
        "'all'",
      ],
      [
        ['R2'],
        'a visitor reads nothing where reading is not public',
        'anonymousPrincipal(policy)',
        'anonymousPrincipal()',
      ],
    ],
  },
  {
    file: 'lib/access/auth/end-sessions.ts',
    tests: [sessions],
    guards: [
      [
        ['R1', 'session.closeOthers'],
        'this browser stays',
        'except ? ne(appSession.id, except) : undefined',
        'undefined',
      ],
      [['R1'], 'nobody else’s session ends', 'and(eq(appSession.userId, userId), except', 'and(undefined, except'],
    ],
  },
  {
    file: 'lib/access/auth/queries.ts',
    tests: [secondFactor],
    guards: [
      [
        ['R1'],
        'a privileged role without a second factor must enrol',
        "needsFactor && !row.enrolled ? 'mustEnrol' : 'full'",
        "'full'",
      ],
    ],
  },
  {
    file: 'lib/access/auth/tokens.ts',
    tests: [tokens],
    guards: [
      [['R17'], 'a cookie signed by another is none', 'timingSafeEqual(given, expected)', 'true'],
      [['R1'], 'a token signed for one purpose is none for another', '`token ${purpose}`', "'token'"],
    ],
  },
  {
    file: 'lib/access/sign-in/queries.ts',
    tests: [steps],
    guards: [
      [
        ['R6', 'R18', 'session.confirm'],
        'whoever comes with no step cannot fill the trail',
        'repeated: true,',
        "changes: [{ subject: 'user/unknown', before: null, after: { refused: 'stepExpired' } }],",
      ],
      [
        ['R1', 'session.choosePassword'],
        'a password is chosen after the factor was shown',
        '(factorShown || !user.twoFactorEnabled)',
        'true',
      ],
      [
        ['R1', 'session.choosePassword'],
        'a step is what it was begun as',
        '!identifier?.startsWith(rowsOf[step])',
        '!identifier',
      ],
    ],
  },
  {
    file: 'lib/access/auth/end-sessions.ts',
    tests: [steps],
    guards: [
      [
        ['session.choosePassword'],
        'a step is good once',
        'await tx.delete(verification).where(eq(verification.value, userId));',
        '',
      ],
    ],
  },
  {
    file: 'lib/access/command.ts',
    tests: [refusals],
    guards: [
      [['R6'], 'a refused attempt is told in the trail', 'if (reason && principal.role', 'if (false && principal.role'],
    ],
  },
  {
    file: 'lib/cookies.ts',
    tests: [sessions],
    guards: [[['R17'], 'over https a cookie belongs to this host', "isSecure ? '__Host-' : ''", "''"]],
  },
  {
    file: 'lib/access/auth/engine.ts',
    tests: [secondFactor, signIn],
    guards: [
      [
        ['R9', 'session.confirm'],
        'wrong codes lock a second factor',
        'maxFailedAttempts: 10',
        'maxFailedAttempts: 1000',
      ],
      [['R1'], 'a session lives as long as the settings say', 'sessionHours * 3600', 'sessionHours * 36000'],
    ],
  },
  {
    file: 'lib/access/sign-in/admit-user.ts',
    tests: [signIn],
    guards: [
      [['R1', 'session.open'], 'the session that a browser came with dies', 'if (presented)', 'if (false)'],
      [['R15'], 'a secret handed over is worth nothing after its hours', 'user.handedOverUntil <= now', 'false'],
      [['R1'], 'no session before a password was chosen', 'user.mustChangePassword ||', ''],
      [
        ['R1'],
        'an old password is changed first',
        'isExpired(user.passwordSetAt, now, policy.passwordProfile)',
        'false',
      ],
    ],
  },
  {
    file: 'lib/access/sign-in/queries.ts',
    tests: [signIn],
    guards: [
      [['session.choosePassword'], 'a step ends after its minutes', 'gt(verification.expiresAt, now)', 'undefined'],
    ],
  },
  {
    file: 'lib/access/sign-in/admit-user.ts',
    tests: [sessions],
    guards: [
      [
        ['R14', 'session.open'],
        'a demonstration account works in its place only',
        'user.isDemonstration && !policy.isEmbedded',
        'false',
      ],
    ],
  },
  {
    file: 'lib/access/sign-in/queries.ts',
    tests: [sessions],
    guards: [[['session.choosePassword'], 'a disabled account chooses none', '!user || user.banned ||', '!user ||']],
  },
  {
    file: 'lib/access/sign-in/queries.ts',
    tests: [throttle],
    guards: [
      [['R9'], 'a known device has a bucket of its own', 'if (device && (', 'if (false && ('],
      [['R9'], 'failures are counted by account', '{ name: `account:${username}`, rule: perAccount },', ''],
      [['R9'], 'failures are counted by address', '{ name: `address:${work.caller.address}`, rule: perAddress },', ''],
    ],
  },
  {
    file: 'lib/access/sign-in/queries.ts',
    tests: [attempts],
    guards: [[['R9'], 'failures are counted over all', "{ name: 'everybody', rule: perProduct },", '']],
  },
  {
    file: 'lib/access/sign-in/open-session.ts',
    tests: [signIn],
    guards: [
      [
        ['R12', 'session.open'],
        'sign-ins of one account follow one another',
        ".where(eq(appUser.username, username)).for('update')",
        '.where(eq(appUser.username, username))',
      ],
    ],
  },
  {
    file: 'lib/access/sign-in/open-session.ts',
    tests: [attempts],
    guards: [
      [['R9', 'session.open'], 'an attempt is counted before it is looked at', 'await reserveAttempt(', 'void ('],
    ],
  },
  {
    file: 'lib/access/sign-in/choose-password.ts',
    tests: [sessions],
    guards: [
      [['session.choosePassword'], 'sessions end when a password is chosen', 'await endSessions(tx, user.id);', ''],
    ],
  },
  {
    file: 'lib/access/second-factor/check-code.ts',
    tests: [secondFactor],
    guards: [
      [['session.confirm'], 'a code is good once', 'step <= factor.lastStep', 'false'],
      [['session.confirm'], 'the code that signed in is remembered', '.set({ lastStep })', '.set({ lastStep: 0 })'],
    ],
  },
  {
    file: 'lib/access/sign-in/close-session.ts',
    tests: [signIn],
    guards: [[['session.close'], 'signed out is signed out', "principal.sessionId ?? ''", "''"]],
  },
];
