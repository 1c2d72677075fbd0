import { describe, expect, test } from 'vitest';
import { type CommandName, commandNames, grantOf, maySee, viewAt, views } from '@/lib/access/permissions';
import { accountRoles, type Role } from '@/lib/access/words';

/** What one person must not do together. Reporting, review and assessment join as their commands do. */
const duties: readonly { readonly name: string; readonly has: (role: Role) => boolean }[] = [
  { name: 'reports', has: (role) => role === 'reporter' },
  { name: 'reviews', has: (role) => role === 'unitReviewer' || role === 'departmentReviewer' },
  { name: 'assesses', has: (role) => role === 'assessmentOffice' },
  { name: 'keeps accounts', has: (role) => commandNames.some((name) => name.startsWith('user.') && gives(role, name)) },
  { name: 'audits', has: (role) => maySee(role, 'audit') },
];

function gives(role: Role, name: CommandName): boolean {
  return grantOf(name).roles.includes(role);
}

describe('duties that must stay apart', () => {
  test.each(accountRoles)('%s has one of them at most', (role) => {
    expect(duties.filter(({ has }) => has(role)).map(({ name }) => name).length).toBeLessThanOrEqual(1);
  });

  test('each of them is somebody’s', () => {
    for (const { name, has } of duties) expect(accountRoles.some(has), name).toBe(true);
  });

  test('the auditor gives no command but over the own account', () => {
    const given = commandNames.filter((name) => gives('auditor', name));
    expect(given.filter((name) => grantOf(name).scope !== 'self')).toEqual([]);
  });
});

test('a visitor gives no command but to sign in', () => {
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
  for (const [view, roles] of Object.entries(views)) expect(roles.length, view).toBeGreaterThan(0);
});
