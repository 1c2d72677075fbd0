import { longest, phraseLength, remembered, shortest, validDays } from '@/lib/access/password/policy';
import { perAccount, perAddress, perProduct, type Rule } from '@/lib/access/throttle/attempts';
import { handoverHours } from '@/lib/access/users/words';
import { privilegedRoles } from '@/lib/access/words';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type Settings, settingsOf } from '@/lib/settings';

/** A policy for display: its value and its default in words, and the environment variable that sets it, if any. */
export type Policy = {
  readonly name: string;
  readonly explains: string;
  readonly inForce: string;
  /** Null for a fixed rule. */
  readonly setting: { readonly variable: string; readonly byDefault: string; readonly differs: boolean } | null;
};
export type PolicyGroup = { readonly key: string; readonly title: string; readonly policies: readonly Policy[] };

type Words = ReturnType<typeof translator<'settings'>>;

/** Policies that depend on where the product runs: the variable, the value in force, and the reason of the default. */
const ofPlace = {
  isEmbedded: [
    'BATON_EMBEDDED',
    (t: Words, from: Settings) => t(`values.${from.isEmbedded ? 'local' : 'served'}`),
    'byLauncher',
  ],
  origin: ['APP_ORIGIN', (_t: Words, from: Settings) => from.origin, 'ownAddress'],
  secret: ['BATON_SECRET', (t: Words, from: Settings) => t(`values.${from.secret ? 'isSet' : 'notSet'}`), 'generated'],
  outboxUrls: [
    'OUTBOX_URLS',
    (t: Words, from: Settings) => t('values.addresses', { count: from.outbox.length }),
    'notSet',
  ],
  outboxSecret: [
    'OUTBOX_SECRET',
    (t: Words, from: Settings) => t(`values.${from.outboxSecret ? 'isSet' : 'notSet'}`),
    'notSet',
  ],
  backupHour: [
    'BACKUP_HOUR',
    (t: Words, from: Settings) =>
      from.backupHour === null ? t('values.never') : t('values.hourOfDay', { hour: from.backupHour }),
    'never',
  ],
} as const;

/** Policies that an operator chooses: the variable, and the value in the settings. */
const chosen = {
  publicReading: ['PUBLIC_READING', (t: Words, from: Settings) => t(`values.${from.publicReading ? 'on' : 'off'}`)],
  passwordProfile: ['PASSWORD_PROFILE', (t: Words, from: Settings) => t(`values.${from.passwordProfile}`)],
  idleMinutes: ['SESSION_IDLE_MINUTES', (t: Words, from: Settings) => t('values.minutes', { count: from.idleMinutes })],
  sessionHours: ['SESSION_HOURS', (t: Words, from: Settings) => t('values.hours', { count: from.sessionHours })],
  publicityDays: [
    'PUBLICITY_DAYS',
    (t: Words, from: Settings) => t('values.workingDays', { count: from.publicityDays }),
  ],
  appealDays: ['APPEAL_DAYS', (t: Words, from: Settings) => t('values.days', { count: from.appealDays })],
  reviewDays: ['REVIEW_DAYS', (t: Words, from: Settings) => t('values.days', { count: from.reviewDays })],
  secondFactor: ['SECOND_FACTOR', (t: Words, from: Settings) => t(`values.${from.secondFactor}`)],
  backupKeep: ['BACKUP_KEEP', (t: Words, from: Settings) => t('values.files', { count: from.backupKeep })],
  auditDigest: ['AUDIT_DIGEST', (t: Words, from: Settings) => t(`values.${from.auditDigest}`)],
} as const;

const throttleText = (t: Words, { kind, free, seconds }: Rule) => t(`values.${kind}`, { free, minutes: seconds / 60 });

const fixed = {
  shortest: (t: Words) => t('values.characters', { count: shortest }),
  phraseLength: (t: Words) => t('values.characters', { count: phraseLength }),
  longest: (t: Words) => t('values.characters', { count: longest }),
  validDays: (t: Words) => t('values.days', { count: validDays }),
  remembered: (t: Words) => t('values.last', { count: remembered }),
  handoverHours: (t: Words) => t('values.hours', { count: handoverHours }),
  perAccount: (t: Words) => throttleText(t, perAccount),
  perAddress: (t: Words) => throttleText(t, perAddress),
  perProduct: (t: Words) => throttleText(t, perProduct),
} as const;

type Name = keyof typeof ofPlace | keyof typeof chosen | keyof typeof fixed;

const groups = {
  access: ['isEmbedded', 'origin', 'publicReading', 'secret'],
  password: ['passwordProfile', 'shortest', 'phraseLength', 'longest', 'validDays', 'remembered', 'handoverHours'],
  session: ['idleMinutes', 'sessionHours'],
  secondFactor: ['secondFactor'],
  throttle: ['perAccount', 'perAddress', 'perProduct'],
  audit: ['auditDigest'],
  appeals: ['publicityDays', 'appealDays', 'reviewDays'],
  outbox: ['outboxUrls', 'outboxSecret'],
  backups: ['backupHour', 'backupKeep'],
} as const satisfies Record<string, readonly Name[]>;

const local = settingsOf({ BATON_EMBEDDED: '1' });
const served = settingsOf({});

/** All policies of a process in words, chosen and fixed. Never a secret. */
export function policyGroups(policy: Settings, locale: Locale): PolicyGroup[] {
  const t = translator(locale, 'settings');
  const a = translator(locale, 'access');
  const roles = listed(
    privilegedRoles.map((role) => a(`roles.${role}`)),
    locale,
  );
  return (Object.keys(groups) as (keyof typeof groups)[]).map((key) => ({
    key,
    title: t(`groups.${key}`),
    policies: groups[key].map((name: Name) => ({
      name: t(`names.${name}`),
      explains: t(`explains.${name}`, { roles }),
      ...stateOf(name, policy, t),
    })),
  }));
}

function stateOf(name: Name, policy: Settings, t: Words): Pick<Policy, 'inForce' | 'setting'> {
  if (name in fixed) return { inForce: fixed[name as keyof typeof fixed](t), setting: null };
  if (name in ofPlace) {
    const [variable, wordsOf, otherwise] = ofPlace[name as keyof typeof ofPlace];
    const setting = { variable, byDefault: t(`values.${otherwise}`), differs: false };
    return { inForce: wordsOf(t, policy), setting };
  }
  const [variable, wordsOf] = chosen[name as keyof typeof chosen];
  const [inForce, here, elsewhere] = [wordsOf(t, policy), wordsOf(t, local), wordsOf(t, served)];
  const byDefault =
    here === elsewhere ? here : `${t('defaultLocal', { value: here })} · ${t('defaultServed', { value: elsewhere })}`;
  return { inForce, setting: { variable, byDefault, differs: inForce !== (policy.isEmbedded ? here : elsewhere) } };
}
