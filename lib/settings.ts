import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { digests, passwordProfiles } from '@/lib/access/words';
import { openingVariable } from '@/lib/own-machine';

/** Settings that are one of several words; the first is the default unless `settingsOf` derives it. */
export const policyChoices = {
  PUBLIC_READING: ['on', 'off'],
  PASSWORD_PROFILE: passwordProfiles,
  SECOND_FACTOR: ['required', 'optional'],
  AUDIT_DIGEST: digests,
} as const;

/** Settings that are a whole number: least, greatest, default. */
export const policyNumbers = {
  SESSION_IDLE_MINUTES: [1, 1440, 30],
  SESSION_HOURS: [1, 24, 8],
  PUBLICITY_DAYS: [1, 60, 5],
  APPEAL_DAYS: [1, 180, 15],
  REVIEW_DAYS: [1, 180, 30],
  BACKUP_KEEP: [1, 366, 14],
} as const;

const number = ([least, most, fallback]: readonly [number, number, number]) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most))
    .optional()
    .transform((value) => value ?? fallback);

/** The addresses of a setting, apart by blanks; null where one is not https, or has a user or a part behind #, or for more than ten. */
export function outboxUrls(text: string): string[] | null {
  const urls = [...new Set(text.split(/[\s,]+/).filter(Boolean))];
  const isFit = (url: string) => URL.canParse(url) && new URL(url).protocol === 'https:' && !/[@#]/.test(url);
  return urls.length <= 10 && urls.every(isFit) ? urls : null;
}

/** The environment variables of the product, with their permitted values. Unset ones have their default. */
const Environment = z.object({
  BATON_EMBEDDED: z.literal('1').optional(),
  BATON_SECRET: z.string().min(32).optional(),
  APP_ORIGIN: z.url().optional(),
  HOST: z.string().optional(),
  TRUSTED_PROXY: z.string().optional(),
  PUBLIC_READING: z.enum(policyChoices.PUBLIC_READING).optional(),
  PASSWORD_PROFILE: z.enum(policyChoices.PASSWORD_PROFILE).optional(),
  SESSION_IDLE_MINUTES: number(policyNumbers.SESSION_IDLE_MINUTES),
  SESSION_HOURS: number(policyNumbers.SESSION_HOURS),
  PUBLICITY_DAYS: number(policyNumbers.PUBLICITY_DAYS),
  APPEAL_DAYS: number(policyNumbers.APPEAL_DAYS),
  REVIEW_DAYS: number(policyNumbers.REVIEW_DAYS),
  SECOND_FACTOR: z.enum(policyChoices.SECOND_FACTOR).optional(),
  AUDIT_DIGEST: z.enum(policyChoices.AUDIT_DIGEST).optional(),
  OUTBOX_URLS: z
    .string()
    .transform((text, context) => {
      const urls = outboxUrls(text);
      if (!urls) context.addIssue('no list of https addresses');
      return urls ?? [];
    })
    .optional(),
  OUTBOX_SECRET: z.string().min(32).optional(),
  METRICS_TOKEN: z.string().min(32).optional(),
  BACKUP_HOUR: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.int().max(23))
    .optional(),
  BACKUP_KEEP: number(policyNumbers.BACKUP_KEEP),
  BACKUP_FOLDER: z.string().optional(),
  BATON_DATA: z.string().optional(),
});

/** An address to which notices are sent, and its hash, by which the database calls it. */
export type OutboxTarget = { readonly url: string; readonly key: string };

/** The policies in force. All options of an operator are here, and shown on the settings page. */
export type Settings = {
  /** Whether this is the built-in database on one machine: demonstration accounts, public reading, http. */
  readonly isEmbedded: boolean;
  readonly secret: string;
  /** The public address; a write from a page of another origin is refused. */
  readonly origin: string;
  /** Whether visitors may read published figures. */
  readonly publicReading: boolean;
  readonly passwordProfile: (typeof passwordProfiles)[number];
  readonly idleMinutes: number;
  readonly sessionHours: number;
  /** The fewest working days for which a published run is announced. */
  readonly publicityDays: number;
  /** The days for an appeal, from the start of the publicity or from the publication. */
  readonly appealDays: number;
  /** The days to ask for a review, from the decision. */
  readonly reviewDays: number;
  /** Whether privileged roles must have a second factor. */
  readonly secondFactor: 'required' | 'optional';
  readonly auditDigest: (typeof digests)[number];
  /** Where notices are sent besides; none unless an operator sets it. */
  readonly outbox: readonly OutboxTarget[];
  readonly outboxSecret: string;
  /** By which a monitoring system of another machine reads the measures; empty for none. */
  readonly metricsToken: string;
  /** The hour of each day, in Shanghai, from which a backup is written; null for none. */
  readonly backupHour: number | null;
  /** How many backups stay in their folder. */
  readonly backupKeep: number;
  /** Where the data of the built-in database and the log are, and where backups are kept. */
  readonly folders: readonly (readonly ['data' | 'backups', folder: string])[];
};

/** The policies of an environment; throws for an invalid one. */
export function settingsOf(environment: Readonly<Record<string, string | undefined>>): Settings {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const asked = Environment.parse(filled);
  // The launcher refuses other cases; without the launcher, nothing is opened by default.
  const isEmbedded = asked.BATON_EMBEDDED === '1' && openingVariable(asked) === null;
  return {
    isEmbedded,
    secret: asked.BATON_SECRET ?? '',
    origin: new URL(asked.APP_ORIGIN ?? 'http://localhost:3000').origin,
    publicReading: (asked.PUBLIC_READING ?? (isEmbedded ? 'on' : 'off')) === 'on',
    passwordProfile: asked.PASSWORD_PROFILE ?? 'djbh3',
    idleMinutes: asked.SESSION_IDLE_MINUTES,
    sessionHours: asked.SESSION_HOURS,
    publicityDays: asked.PUBLICITY_DAYS,
    appealDays: asked.APPEAL_DAYS,
    reviewDays: asked.REVIEW_DAYS,
    secondFactor: asked.SECOND_FACTOR ?? (isEmbedded ? 'optional' : 'required'),
    auditDigest: asked.AUDIT_DIGEST ?? 'sha256',
    outbox: outboxOf(asked),
    outboxSecret: asked.OUTBOX_SECRET ?? '',
    metricsToken: asked.METRICS_TOKEN ?? '',
    backupHour: asked.BACKUP_HOUR ?? null,
    backupKeep: asked.BACKUP_KEEP,
    folders: foldersOf(asked),
  };
}

function foldersOf({ BATON_DATA = '.baton', BACKUP_FOLDER }: z.output<typeof Environment>): Settings['folders'] {
  const data = resolve(BATON_DATA);
  return [
    ['data', data],
    ['backups', BACKUP_FOLDER ? resolve(BACKUP_FOLDER) : join(data, 'backups')],
  ];
}

function outboxOf({ OUTBOX_URLS: urls = [], OUTBOX_SECRET: secret }: z.output<typeof Environment>): OutboxTarget[] {
  if (urls.length > 0 && !secret) throw new Error('OUTBOX_URLS needs OUTBOX_SECRET, of 32 characters or more');
  return urls.map((url) => ({ url, key: createHash('sha256').update(url).digest('hex') }));
}

/** Of which variables the policies are read. */
export const policyVariables = Object.keys(Environment.shape);
let kept: { readonly key: string; readonly settings: Settings } | undefined;

/** The policies of this process, cached until its environment changes. */
export function settings(): Settings {
  const key = policyVariables.map((name) => process.env[name]).join('\0');
  if (kept?.key !== key) kept = { key, settings: settingsOf(process.env) };
  return kept.settings;
}
