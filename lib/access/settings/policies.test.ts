import { expect, test } from 'vitest';
import { type Policy, policyGroups } from '@/lib/access/settings/policies';
import { locales } from '@/lib/i18n/words';
import { policyChoices, policyNumbers, settingsOf } from '@/lib/settings';

const secret = 'a secret that must never be seen anywhere';

function policiesOf(environment: Record<string, string>): Policy[] {
  return policyGroups(settingsOf(environment), 'zh-CN').flatMap(({ policies }) => [...policies]);
}

const setBy = (variable: string, environment: Record<string, string>) =>
  policiesOf(environment).find(({ setting }) => setting?.variable === variable);

test('every policy that an operator may choose is shown', () => {
  const shown = policiesOf({}).flatMap(({ setting }) => (setting ? [setting.variable] : []));
  const choices = [
    'BATON_EMBEDDED',
    'BATON_SECRET',
    'APP_ORIGIN',
    'OUTBOX_URLS',
    'OUTBOX_SECRET',
    'BACKUP_HOUR',
    ...Object.keys(policyChoices),
    ...Object.keys(policyNumbers),
  ];
  expect(shown.sort()).toEqual(choices.sort());
});

test.each(locales)('the secret is never shown in %s', (locale) => {
  const shown = JSON.stringify(policyGroups(settingsOf({ BATON_SECRET: secret }), locale));
  expect(shown).not.toContain(secret);
  expect(shown).not.toContain(secret.slice(0, 8));
});

test('the value in force, and whether it is the default, follows the environment', () => {
  expect(setBy('SESSION_IDLE_MINUTES', {})).toMatchObject({
    inForce: '30 分钟',
    setting: { byDefault: '30 分钟', differs: false },
  });
  expect(setBy('SESSION_IDLE_MINUTES', { SESSION_IDLE_MINUTES: '10' })).toMatchObject({
    inForce: '10 分钟',
    setting: { byDefault: '30 分钟', differs: true },
  });
  expect(setBy('PUBLIC_READING', { BATON_EMBEDDED: '1' })).toMatchObject({
    inForce: '开放',
    setting: { byDefault: '开放（本机试用） · 不开放（正式部署）', differs: false },
  });
  expect(setBy('PUBLIC_READING', { PUBLIC_READING: 'on' })).toMatchObject({
    inForce: '开放',
    setting: { differs: true },
  });
});

test('every choice of every policy has words', () => {
  const environments = Object.entries({ ...policyChoices }).flatMap(([name, choices]) =>
    choices.map((choice) => ({ [name]: choice })),
  );
  const words = environments.flatMap((environment) => policiesOf(environment).map(({ inForce }) => inForce));
  expect(words.filter((text) => text === '' || text.includes('values.'))).toEqual([]);
});

test('a served product is closed to visitors and demands second factors by default; the built-in one is open', () => {
  expect(settingsOf({})).toMatchObject({ publicReading: false, secondFactor: 'required' });
  expect(settingsOf({ BATON_EMBEDDED: '1' })).toMatchObject({ publicReading: true, secondFactor: 'optional' });
});
