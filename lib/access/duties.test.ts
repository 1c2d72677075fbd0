import { describe, expect, test } from 'vitest';
import { type CommandName, commandNames, grantOf, maySee, views } from '@/lib/access/permissions';
import { viewAt } from '@/lib/access/viewed';
import { accountRoles, type Role } from '@/lib/access/words';

/**
 * Duties that one person must not combine, each with its commands. Some commands belong to no duty: a display shows what is published, evidence and
 * instructions are attached alike, a unit's contact is no figure, a unit answers to its targets and its follow-ups and appeals as a whole, what is cited
 * from a document is confirmed by somebody else than who recorded it, and anybody who finds an approved figure wrong may
 * request that it be reopened.
 */
const commandsOf = {
  reports: /^(submission\.(save|submit|withdraw)|upload\.)/,
  reviews: /^review\./,
  assesses:
    /^(bulletin|catalogue|register|publicity|consequence|consequenceRules|taskTemplate|annotation|place|indicator|topic|unit|group|proposal|source|collection|calendar|rule|report|yearPlan|lamp|lampRules|scheme|run|adjustment)\.|^board\.(publish|withdraw)$|^registerEntry\.save$|^target\.(?!answer$)|^task\.(add|withdraw)$|^appeal\.(accept|reject|decide|decideReview|settle|close)$|^followUp\.(raise|edit|assign|check|sendBack|close|decideExtension|merge|transfer|drop|answerRemark)$|^submission\.(decideReopening|extend|refuseExtension)$/,
  keepsAccounts: /^(user|outbox|apiClient)\.|^backup\.ask$/,
} as const;
const anybodys =
  /^(attachment\.add|board\.(?!publish$|withdraw$)|display\.|registerEntry\.visit$|cited\.|mapping\.|contact\.set|target\.answer|appeal\.(file|attach|askReview|withdraw)$|task\.(plan|move|note)$|followUp\.(sign|plan|note|attach|report|askExtension|remark|remarkUpon)$|submission\.ask(Reopening|Extension)|notice\.read$|session\.|password\.|secondFactor\.)/;
const machines = /^(dataset|demonstration|figures)\.|^notice\.forget$|^backup\.(record|restore)$|^audit\.check$/;

const duties: readonly { readonly name: string; readonly has: (role: Role) => boolean }[] = [
  ...Object.entries(commandsOf).map(([name, which]) => ({
    name,
    has: (role: Role) => commandNames.some((command) => which.test(command) && gives(role, command)),
  })),
  { name: 'audits', has: (role) => maySee(role, 'audit') },
];

function gives(role: Role, name: CommandName): boolean {
  return grantOf(name).roles.includes(role);
}

describe('duties that must stay apart', () => {
  test.each(accountRoles)('%s has one of them at most', (role) => {
    expect(duties.filter(({ has }) => has(role)).map(({ name }) => name).length).toBeLessThanOrEqual(1);
  });

  test('every command belongs to a duty, to everybody or to the product itself', () => {
    const kinds = [...Object.values(commandsOf), anybodys, machines];
    for (const command of commandNames) expect(kinds.filter((kind) => kind.test(command)).length, command).toBe(1);
  });

  test('the requester of a reopening cannot grant it', () => {
    const asking = accountRoles.filter((role) => gives(role, 'submission.askReopening'));
    expect(asking.filter((role) => gives(role, 'submission.decideReopening'))).toEqual([]);
  });

  test('each duty is held by a role', () => {
    for (const { name, has } of duties) expect(accountRoles.some(has), name).toBe(true);
  });

  test('the auditor gives no command except on the own account', () => {
    const given = commandNames.filter((name) => gives('auditor', name));
    expect(given.filter((name) => grantOf(name).scope !== 'self')).toEqual([]);
  });
});

test('a leader writes remarks, and gives no other command except on the own account', () => {
  const given = commandNames.filter((name) => gives('leader', name));
  expect(given.filter((name) => grantOf(name).scope !== 'self')).toEqual(['followUp.remark', 'followUp.remarkUpon']);
});

test('no account gives the commands that the product gives itself', () => {
  for (const name of commandNames.filter((command) => machines.test(command)))
    expect(grantOf(name).roles, name).toEqual(['system']);
});

test('a visitor gives no command except to sign in', () => {
  expect(commandNames.filter((name) => gives('visitor', name))).toEqual([
    'session.open',
    'session.confirm',
    'session.choosePassword',
  ]);
});

test('every room of accounts has its view, and no other address has', () => {
  expect(viewAt('/access/users/abc')).toBe('users');
  expect(viewAt('/access/users/new')).toBe('manageUsers');
  expect(viewAt('/catalogue/units/320671')).toBe('published');
  expect(viewAt('/reporting/collections/abc')).toBe('collections');
  expect(viewAt('/reporting/collections/abc/edit')).toBe('manageCollections');
  expect(viewAt('/reporting/review')).toBe('review');
  expect(viewAt('/reporting/review/abc/JIA')).toBe('readReturns');
  expect(viewAt('/reporting/revisions')).toBe('published');
  for (const [view, roles] of Object.entries(views)) expect(roles.length, view).toBeGreaterThan(0);
});
