import type { GuardedFile } from './guard';

const secondFactor = 'lib/access/sign-in/second-factor.test.ts';
const users = 'lib/access/users/users.test.ts';
const duties = 'lib/access/duties.test.ts';

/** Guards of `perform` and of the table of permissions. */
export const permissionGuards: readonly GuardedFile[] = [
  {
    file: 'lib/access/command.ts',
    tests: ['lib/access/command.test.ts'],
    guards: [
      [['R1', 'R2'], 'who may not give a command is refused', '!may(role, command)', 'false'],
      [['R1'], 'input of another shape is refused', 'if (!parsed.success)', 'if (false)'],
      [['R1', 'R6'], 'every change has its event', "if ('changes' in done)", 'if (false)'],
      [['R1'], 'a command and its event are one transaction', '{ ...work, tx }', '{ ...work, tx: database as never }'],
    ],
  },
  {
    file: 'lib/access/command.ts',
    tests: [secondFactor],
    guards: [[['R1'], 'who must enrol does nothing else', "standing === 'mustEnrol'", 'false']],
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
    tests: ['lib/assessment/schemes/schemes.test.ts', 'lib/assessment/rankings/results.test.ts'],
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
];
