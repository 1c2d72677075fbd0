import { longest, phraseLength, remembered, shortest, validDays } from '@/lib/access/password/policy';
import { perAccount, perAddress, perProduct, type Rule } from '@/lib/access/throttle/attempts';
import { handoverHours } from '@/lib/access/users/words';
import { privilegedRoles } from '@/lib/access/words';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type Settings, settingsOf } from '@/lib/settings';

/** A policy as it is shown: what is in force and its default in words, and the variable that sets it, if one does. */
export type Policy = {
  readonly name: string;
  readonly explains: string;
  readonly inForce: string;
  /** Null for a rule that nothing changes. */
  readonly setting: { readonly variable: string; readonly byDefault: string; readonly differs: boolean } | null;
};
export type PolicyGroup = { readonly key: string; readonly title: string; readonly policies: readonly Policy[] };

/** All the policies of a process in words, those an operator sets and those that are fixed. Never a secret. */
export function policyGroups(policy: Settings, locale: Locale): PolicyGroup[] {
  const t = translator(locale, 'settings');
  const a = translator(locale, 'access');
  type Key = Parameters<typeof named>[0];

  function named(key: 'isEmbedded' | 'origin' | 'secret' | keyof typeof settable | keyof typeof fixed, more = {}) {
    return { name: t(`names.${key}`), explains: t(`explains.${key}`, { roles: '', ...more }) };
  }

  const settable = {
    publicReading: ['PUBLIC_READING', (from: Settings) => t(`values.${from.publicReading ? 'on' : 'off'}`)],
    passwordProfile: ['PASSWORD_PROFILE', (from: Settings) => t(`values.${from.passwordProfile}`)],
    idleMinutes: ['SESSION_IDLE_MINUTES', (from: Settings) => t('values.minutes', { count: from.idleMinutes })],
    sessionHours: ['SESSION_HOURS', (from: Settings) => t('values.hours', { count: from.sessionHours })],
    secondFactor: ['SECOND_FACTOR', (from: Settings) => t(`values.${from.secondFactor}`)],
    auditDigest: ['AUDIT_DIGEST', (from: Settings) => t(`values.${from.auditDigest}`)],
  } as const;

  const fixed = {
    shortest: t('values.characters', { count: shortest }),
    phraseLength: t('values.characters', { count: phraseLength }),
    longest: t('values.characters', { count: longest }),
    validDays: t('values.days', { count: validDays }),
    remembered: t('values.last', { count: remembered }),
    handoverHours: t('values.hours', { count: handoverHours }),
    perAccount: writtenRule(perAccount, locale),
    perAddress: writtenRule(perAddress, locale),
    perProduct: writtenRule(perProduct, locale),
  };

  const local = settingsOf({ BATON_EMBEDDED: '1' });
  const served = settingsOf({});
  const set = (key: keyof typeof settable): Policy => {
    const [variable, wordsOf] = settable[key];
    const [here, elsewhere] = [wordsOf(local), wordsOf(served)];
    const byDefault =
      here === elsewhere ? here : `${t('defaultLocal', { value: here })} · ${t('defaultServed', { value: elsewhere })}`;
    const inForce = wordsOf(policy);
    const differs = inForce !== wordsOf(policy.isEmbedded ? local : served);
    const roles = listed(
      privilegedRoles.map((role) => a(`roles.${role}`)),
      locale,
    );
    return { ...named(key, { roles }), inForce, setting: { variable, byDefault, differs } };
  };
  const rule = (key: keyof typeof fixed): Policy => ({ ...named(key), inForce: fixed[key], setting: null });
  const given = (key: Key, variable: string, inForce: string, byDefault: string): Policy => ({
    ...named(key),
    inForce,
    setting: { variable, byDefault, differs: false },
  });

  return (
    [
      [
        'access',
        [
          given(
            'isEmbedded',
            'BATON_EMBEDDED',
            t(`values.${policy.isEmbedded ? 'local' : 'served'}`),
            t('values.byLauncher'),
          ),
          given('origin', 'APP_ORIGIN', policy.origin, t('values.ownAddress')),
          set('publicReading'),
          given('secret', 'BATON_SECRET', t(`values.${policy.secret ? 'isSet' : 'notSet'}`), t('values.generated')),
        ],
      ],
      [
        'password',
        [
          set('passwordProfile'),
          rule('shortest'),
          rule('phraseLength'),
          rule('longest'),
          rule('validDays'),
          rule('remembered'),
          rule('handoverHours'),
        ],
      ],
      ['session', [set('idleMinutes'), set('sessionHours')]],
      ['secondFactor', [set('secondFactor')]],
      ['throttle', [rule('perAccount'), rule('perAddress'), rule('perProduct')]],
      ['audit', [set('auditDigest')]],
    ] as const
  ).map(([key, policies]) => ({ key, title: t(`groups.${key}`), policies }));
}

function writtenRule({ kind, free, seconds }: Rule, locale: Locale): string {
  return translator(locale, 'settings')(`values.${kind}`, { free, minutes: seconds / 60 });
}
