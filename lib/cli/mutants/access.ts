import type { GuardedFile } from './guard';

const signIn = 'lib/access/sign-in/sign-in.test.ts';
const sessions = 'lib/access/users/sessions.test.ts';
const secondFactor = 'lib/access/sign-in/second-factor.test.ts';
const ownAccount = 'lib/access/account/account.test.ts';
const users = 'lib/access/users/users.test.ts';
const throttle = 'lib/access/throttle/throttle.test.ts';
const duties = 'lib/access/duties.test.ts';

/** The one door, the table of permissions, and how somebody becomes a principal. */
export const accessGuards: readonly GuardedFile[] = [
  {
    file: 'lib/access/command.ts',
    tests: ['lib/access/command.test.ts'],
    guards: [
      [['R1', 'R2'], 'who may not give a command is refused', '!may(principal.role, asked.name)', 'false'],
      [['R1'], 'input of another shape is refused', 'if (!parsed.success)', 'if (false)'],
      [['R1', 'R6'], 'every change has its event', "if ('changes' in done)", 'if (false)'],
      [['R1'], 'a command and its event are one transaction', '{ ...work, tx }', '{ ...work, tx: database as never }'],
    ],
  },
  {
    file: 'lib/access/command.ts',
    tests: [secondFactor],
    guards: [[['R1'], 'who must enrol does nothing else', "principal.standing === 'mustEnrol'", 'false']],
  },
  {
    file: 'lib/access/permissions.ts',
    tests: [duties],
    guards: [
      [
        ['R2', 'dataset.load'],
        'the product alone loads its data',
        "'dataset.load': { roles: ['system']",
        "'dataset.load': { roles: ['system', 'administrator']",
      ],
      [
        ['R2', 'demonstration.load'],
        'the product alone loads the demonstration',
        "'demonstration.load': { roles: ['system']",
        "'demonstration.load': { roles: ['system', 'administrator']",
      ],
      [
        ['R2', 'figures.import'],
        'the product alone imports figures without a review',
        "'figures.import': { roles: ['system']",
        "'figures.import': { roles: ['system', 'assessmentOffice']",
      ],
      [
        ['R2', 'R15', 'user.create'],
        'no visitor makes an account',
        "'user.create': { roles: ['administrator',",
        "'user.create': { roles: ['visitor', 'administrator',",
      ],
      [['R2'], 'a leader gives no command', "office = ['assessmentOffice']", "office = ['assessmentOffice', 'leader']"],
      [['R2'], 'who reports does not review', 'const reviewers = [', "const reviewers = ['reporter', "],
      [['R2'], 'who administers does not audit', "audit: ['auditor'],", "audit: ['auditor', 'administrator'],"],
      [
        ['R2', 'submission.decideReopening'],
        'who asks to open a figure again does not grant it',
        "'submission.decideReopening': { roles: office",
        "'submission.decideReopening': { roles: reviewers",
      ],
    ],
  },
  {
    file: 'lib/access/permissions.ts',
    tests: [users],
    guards: [
      [['user.enable'], 'only what is disabled is enabled', "states: ['disabled'] }", "states: ['active'] }"],
      [['R2'], 'accounts are seen by few', "users: ['administrator', 'auditor']", 'users: everybody'],
    ],
  },
  {
    file: 'lib/access/permissions.ts',
    tests: [secondFactor],
    guards: [
      [
        ['password.change'],
        'who must enrol changes no password',
        "'password.change': { roles: everybody, scope: 'self'",
        "'password.change': { roles: everybody, scope: 'self', evenUnenrolled: true",
      ],
    ],
  },
  {
    file: 'lib/access/permissions.ts',
    tests: ['lib/assessment/schemes/schemes.test.ts', 'lib/assessment/results/results.test.ts'],
    guards: [
      [
        ['R2'],
        'drafts of schemes are seen by few',
        "schemeDrafts: ['assessmentOffice', 'leader', 'auditor']",
        'schemeDrafts: anybody',
      ],
      [['R2'], 'trials are seen by few', "runs: ['assessmentOffice', 'leader', 'auditor']", 'runs: anybody'],
    ],
  },
  {
    file: 'lib/access/permissions.ts',
    tests: ['lib/assessment/ledger/ledger.test.ts'],
    guards: [
      [['R2'], 'the ledger is seen by few', "ledger: ['assessmentOffice', 'leader', 'auditor']", 'ledger: anybody'],
    ],
  },
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
        ['R1', 'session.closeOthers'],
        'this browser stays',
        'except ? ne(appSession.id, except) : undefined',
        'undefined',
      ],
      [['R1'], 'nobody else’s session ends', 'and(eq(appSession.userId, userId), except', 'and(undefined, except'],
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
    file: 'lib/access/auth/cookies.ts',
    tests: [sessions],
    guards: [
      [['R17'], 'a cookie signed by another is none', 'timingSafeEqual(given, expected)', 'true'],
      [['R17'], 'over https a cookie belongs to this host', "isSecure ? '__Host-' : ''", "''"],
    ],
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
    file: 'lib/access/sign-in/queries.ts',
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
      [['session.choosePassword'], 'a step ends after its minutes', 'gt(verification.expiresAt, now)', 'undefined'],
    ],
  },
  {
    file: 'lib/access/sign-in/queries.ts',
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
    tests: [throttle],
    guards: [
      [['R9'], 'a known device has a bucket of its own', 'if (device && (', 'if (false && ('],
      [['R9'], 'failures are counted by account', '{ name: `account:${username}`, rule: perAccount },', ''],
      [['R9'], 'failures are counted by address', '{ name: `address:${work.caller.address}`, rule: perAddress },', ''],
      [['R9'], 'failures are counted over all', "{ name: 'everybody', rule: perProduct },", ''],
    ],
  },
  {
    file: 'lib/access/sign-in/open-session.ts',
    tests: [throttle],
    guards: [
      [['R9', 'session.open'], 'an attempt is counted before it is looked at', 'await reserveAttempt(', 'void ('],
    ],
  },
  {
    file: 'lib/access/sign-in/choose-password.ts',
    tests: [signIn],
    guards: [[['session.choosePassword'], 'a step is good once', 'await closeStep(work, identifier);', '']],
  },
  {
    file: 'lib/access/sign-in/choose-password.ts',
    tests: [sessions],
    guards: [
      [
        ['session.choosePassword'],
        'sessions end when a password is chosen',
        'await endSessions(tx, principal, user.id);',
        '',
      ],
      [['session.choosePassword'], 'a disabled account chooses none', '|| waiting.user.banned', ''],
    ],
  },
  {
    file: 'lib/access/sign-in/confirm-session.ts',
    tests: [secondFactor],
    guards: [
      [['session.confirm'], 'a code is good once', 'step <= factor.lastStep', 'false'],
      [
        ['session.confirm'],
        'the code that signed in is remembered',
        '.set({ lastStep: step })',
        '.set({ lastStep: 0 })',
      ],
    ],
  },
  {
    file: 'lib/access/sign-in/close-session.ts',
    tests: [signIn],
    guards: [[['session.close'], 'signed out is signed out', "principal.sessionId ?? ''", "''"]],
  },
  {
    file: 'lib/access/account/queries.ts',
    tests: [ownAccount],
    guards: [
      [
        ['password.change', 'secondFactor.begin', 'secondFactor.disable'],
        'the present password is asked for',
        '!(await verifyPassword({ hash, password }))',
        'false',
      ],
      [['password.change'], 'nobody changes what all demonstrations share', 'if (user.isDemonstration)', 'if (false)'],
      [['R9', 'password.change'], 'guesses of the present password are counted', 'await reserveAttempt(', 'void ('],
    ],
  },
  {
    file: 'lib/access/account/queries.ts',
    tests: [signIn],
    guards: [
      [
        ['password.change'],
        'sessions end with the password',
        'await endSessions(tx, principal, principal.userId);',
        '',
      ],
    ],
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
        ['secondFactor.disable'],
        'sessions end with the second factor',
        'await freshSession(work)',
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
    file: 'lib/access/password/queries.ts',
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
    file: 'lib/access/users/queries.ts',
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
    guards: [
      [
        ['user.disable'],
        'sessions end when an account is disabled',
        'await endSessions(work.tx, work.principal, id)',
        '0',
      ],
    ],
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
      [
        ['R1', 'user.resetPassword'],
        'sessions end when a password is reset',
        'await endSessions(tx, principal, id)',
        '0',
      ],
      [
        ['user.resetPassword'],
        'what counted against the account is forgotten',
        'await unblock(tx, principal, user.username);',
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
      [
        ['user.resetSecondFactor'],
        'sessions end when a second factor is taken away',
        'await endSessions(tx, principal, id);',
        '',
      ],
    ],
  },
  {
    file: 'lib/access/second-factor/queries.ts',
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
    guards: [[['user.revokeSessions'], 'sessions are revoked', 'await endSessions(work.tx, work.principal, id)', '0']],
  },
  {
    file: 'lib/access/users/queries.ts',
    tests: [sessions],
    guards: [[['R9', 'user.unlock'], 'an account is unlocked by itself', '`account:${username}`', "''"]],
  },
  {
    file: 'lib/access/throttle/attempts.ts',
    tests: [throttle],
    guards: [
      [['R9'], 'waits grow with the failures', 'failures < rule.free ? 0', 'true ? 0'],
      [
        ['R9'],
        'no account waits for ever',
        'Math.min(2 ** (failures - rule.free), rule.seconds)',
        '2 ** (failures - rule.free)',
      ],
      [['R9'], 'an address has so many in a window', 'failures >= rule.free ?', 'false ?'],
      [
        ['R18'],
        'files are taken so often',
        "download: { kind: 'window', free: 120",
        "download: { kind: 'window', free: 12_000",
      ],
      [['R9'], 'who waits is turned away', 'before?.blockedUntil && before.blockedUntil > now', 'false'],
    ],
  },
  {
    file: 'lib/access/throttle/queries.ts',
    tests: [throttle],
    guards: [
      [['R9', 'R18'], 'who has to wait is refused', "if ('wait' in count)", 'if (false)'],
      [['R9'], 'attempts at once are counted one by one', ".for('update')", ''],
    ],
  },
];
