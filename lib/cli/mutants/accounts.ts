import type { GuardedFile } from './guard';

const signIn = 'lib/access/sign-in/sign-in.test.ts';
const sessions = 'lib/access/users/sessions.test.ts';
const ownAccount = 'lib/access/account/account.test.ts';
const users = 'lib/access/users/users.test.ts';
const throttle = 'lib/access/throttle/throttle.test.ts';
const attempts = 'lib/access/throttle/attempts.test.ts';

/** Guards of accounts, their passwords and second factors, and the limits of attempts. */
export const accountGuards: readonly GuardedFile[] = [
  {
    file: 'lib/access/account/prove-user.ts',
    tests: [ownAccount],
    guards: [
      [
        ['password.change', 'secondFactor.begin', 'secondFactor.disable', 'secondFactor.renewCodes'],
        'the present password is asked for',
        '!(await verifyPassword({ hash, password }))',
        'false',
      ],
      [['password.change'], 'nobody changes what all demonstrations share', 'if (user.isDemonstration)', 'if (false)'],
    ],
  },
  {
    file: 'lib/access/account/count-proof.ts',
    tests: [ownAccount],
    guards: [
      [['R9', 'password.change'], 'guesses of the present password are counted', 'await reserveAttempt(', 'void ('],
    ],
  },
  {
    file: 'lib/access/account/renew-session.ts',
    tests: [signIn],
    guards: [[['password.change'], 'sessions end with the password', 'await endSessions(tx, principal.userId);', '']],
  },
  {
    file: 'lib/access/account/enable-second-factor.ts',
    tests: [ownAccount],
    guards: [
      [['secondFactor.enable'], 'a second factor is proven first', "'refused' in answer || step === null", 'false'],
      [
        ['secondFactor.enable'],
        'the code that enabled it is good once',
        '.set({ lastStep: step })',
        '.set({ lastStep: 0 })',
      ],
    ],
  },
  {
    file: 'lib/access/account/disable-second-factor.ts',
    tests: [ownAccount],
    guards: [
      [
        ['secondFactor.disable'],
        'who must have a second factor keeps it',
        "policy.secondFactor === 'required' &&",
        'false &&',
      ],
      [
        ['secondFactor.disable', 'R9'],
        'codes are counted by themselves',
        "countProof(asked, 'again', 'code')",
        "countProof(asked, 'again')",
      ],
      [
        ['secondFactor.disable'],
        'sessions end with the second factor',
        'await renewSession(work)',
        '{ name: "", value: "" }',
      ],
    ],
  },
  {
    file: 'lib/access/password/hashing.ts',
    tests: [signIn],
    guards: [[['R12'], 'a hash costs what it should', 'memoryCost: 65_536', 'memoryCost: 8192']],
  },
  {
    file: 'lib/access/password/policy.ts',
    tests: ['lib/access/password/policy.test.ts'],
    guards: [
      [['password.change'], 'a password is long enough', 'length < shortest', 'false'],
      [['password.change'], 'a short password has kinds of letters', 'kindsIn(password) < 3', 'false'],
      [
        ['password.change'],
        'passwords tried first everywhere are refused',
        'common.has(password.toLowerCase())',
        'false',
      ],
      [['password.change'], 'a password is more than names and years', '.length < leastOwn', '.length < 0'],
      [['password.change'], 'a password ends after its days', 'validDays * 86_400_000', 'validDays * 186_400_000'],
    ],
  },
  {
    file: 'lib/access/password/choose-password.ts',
    tests: [signIn],
    guards: [
      [['session.choosePassword'], 'a password follows the profile', 'if (fault) throw', 'if (false) throw'],
      [
        ['session.choosePassword'],
        'the last passwords are not used again',
        "'djbh3' ? remembered : 0",
        "'djbh3' ? 0 : 0",
      ],
    ],
  },
  {
    file: 'lib/access/users/queries.ts',
    tests: [users],
    guards: [
      [['user.edit', 'user.disable'], 'nobody administers themselves', 'user.id === work.principal.userId', 'false'],
      [
        ['R3', 'user.edit'],
        'an account that moved is not changed',
        'version !== undefined && user.version !== version',
        'false',
      ],
      [['user.resetPassword'], 'a command is for some states', 'states && !states.includes(stateOf(user))', 'false'],
      [['user.create'], 'a unit that is none is refused', 'if (!unit) throw', 'if (false) throw'],
      [['user.create'], 'a department that is none is refused', 'if (!one) throw', 'if (false) throw'],
      [['R2'], 'accounts are listed to few', "'users')) return { users", "'users') && false) return { users"],
      [['R2'], 'an account is shown to few', "'users')) return null", "'users') && false) return null"],
    ],
  },
  {
    file: 'lib/access/users/queries.ts',
    tests: [sessions],
    guards: [
      [
        ['user.edit', 'user.resetPassword'],
        'demonstration accounts stay',
        'if (user.isDemonstration) throw',
        'if (false) throw',
      ],
    ],
  },
  {
    file: 'lib/access/users/make-user.ts',
    tests: [signIn],
    guards: [
      [
        ['user.create'],
        'a secret handed over is replaced first',
        'mustChangePassword: true, handed',
        'mustChangePassword: false, handed',
      ],
    ],
  },
  {
    file: 'lib/access/users/words.ts',
    tests: [signIn],
    guards: [[['R15'], 'a secret handed over is good for a day', 'handoverHours = 24', 'handoverHours = 48']],
  },
  {
    file: 'lib/access/users/secret.ts',
    tests: [users],
    guards: [[['R15'], 'a secret handed over is long', 'length: 4 }', 'length: 2 }']],
  },
  {
    file: 'lib/access/users/import-users.ts',
    tests: [users],
    guards: [
      [
        ['user.import'],
        'a list with a fault makes nobody',
        'if (faults.length > 0) return',
        'if (faults.length > 99) return',
      ],
    ],
  },
  {
    file: 'lib/access/users/disable-user.ts',
    tests: [sessions],
    guards: [[['user.disable'], 'sessions end when an account is disabled', 'await endSessions(work.tx, id)', '0']],
  },
  {
    file: 'lib/access/users/edit-user.ts',
    tests: [signIn],
    guards: [[['user.edit'], 'sessions end with the role or the unit', 'if (isMoved)', 'if (false)']],
  },
  {
    file: 'lib/access/users/reset-password.ts',
    tests: [sessions],
    guards: [
      [['R1', 'user.resetPassword'], 'sessions end when a password is reset', 'await endSessions(tx, id)', '0'],
      [
        ['user.resetPassword'],
        'what counted against the account is forgotten',
        'await unblockAccount(tx, user.username);',
        '',
      ],
      [
        ['user.resetPassword'],
        'the new secret is replaced first',
        'mustChangePassword: true, handedOverUntil: handoverEnd(now)',
        '',
      ],
    ],
  },
  {
    file: 'lib/access/users/reset-second-factor.ts',
    tests: [sessions],
    guards: [
      [['user.resetSecondFactor'], 'sessions end when a second factor is taken away', 'await endSessions(tx, id);', ''],
    ],
  },
  {
    file: 'lib/access/second-factor/remove-second-factor.ts',
    tests: [ownAccount],
    guards: [
      [
        ['secondFactor.disable'],
        'a second factor is gone from the account',
        '.set({ twoFactorEnabled: false })',
        '.set({ twoFactorEnabled: true })',
      ],
    ],
  },
  {
    file: 'lib/access/users/revoke-sessions.ts',
    tests: [signIn],
    guards: [[['user.revokeSessions'], 'sessions are revoked', 'await endSessions(work.tx, id)', '0']],
  },
  {
    file: 'lib/access/users/unblock-account.ts',
    tests: [sessions],
    guards: [[['R9', 'user.unlock'], 'an account is unlocked by itself', '`account:${username}`', "''"]],
  },
  {
    file: 'lib/access/throttle/attempts.ts',
    tests: [attempts],
    guards: [
      [['R9'], 'waits grow with the failures', 'failures < rule.free ? 0', 'true ? 0'],
      [
        ['R9'],
        'no account waits for ever',
        'Math.min(2 ** (failures - rule.free), rule.seconds)',
        '2 ** (failures - rule.free)',
      ],
      [['R9'], 'an address has so many in a window', 'failures >= rule.free ?', 'false ?'],
      [['R9'], 'who waits is turned away', 'before?.blockedUntil && before.blockedUntil > now', 'false'],
    ],
  },
  {
    file: 'lib/access/throttle/attempts.ts',
    tests: [throttle],
    guards: [
      [
        ['R18'],
        'files are taken so often',
        "download: { kind: 'window', free: 120",
        "download: { kind: 'window', free: 12_000",
      ],
    ],
  },
  {
    file: 'lib/access/throttle/reserve-attempt.ts',
    tests: [attempts],
    guards: [[['R9', 'R18'], 'who has to wait is refused', "if ('wait' in count)", 'if (false)']],
  },
  {
    file: 'lib/access/throttle/reserve-attempt.ts',
    tests: [throttle],
    guards: [[['R9'], 'attempts at once are counted one by one', ".for('update')", '']],
  },
];
