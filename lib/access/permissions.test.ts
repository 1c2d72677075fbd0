import { describe, expect, test } from 'vitest';
import { commandRows, nounOf } from '@/lib/access/permission-rows';
import { type CommandName, grantOf, permissions, views } from '@/lib/access/permissions';
import { roles, scopes } from '@/lib/access/words';
import { translator } from '@/lib/i18n/translator';
import { locales } from '@/lib/i18n/words';

const names = Object.keys(permissions) as CommandName[];

describe.each(locales)('in %s', (locale) => {
  const access = translator(locale, 'access');
  const audit = translator(locale, 'audit');

  test.each(names)('%s has words, and so has its noun', (name) => {
    expect(access.has(`matrix.commands.${name}`)).toBe(true);
    expect(audit.has(`nouns.${nounOf(name)}`)).toBe(true);
  });

  test('every view, role and reach has words', () => {
    const keys = [
      ...Object.keys(views).map((view) => `matrix.views.${view}`),
      ...roles.flatMap((role) => [`roles.${role}`, `duties.${role}`]),
      ...scopes.map((scope) => `matrix.scopes.${scope}`),
    ];
    expect(keys.filter((key) => !access.has(key as 'matrix.title'))).toEqual([]);
  });
});

test('the matrix has every command of people, each once', () => {
  const shown = commandRows().flatMap(({ commands }) => commands);
  const own = names.filter((name) => grantOf(name).roles.every((role) => role === 'system'));
  expect([...shown, ...own].sort()).toEqual([...names].sort());
});
