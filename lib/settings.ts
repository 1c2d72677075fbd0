import * as z from 'zod';
import { digests, passwordProfiles } from '@/lib/access/words';
import { opening } from '@/lib/own-machine';

/** Settings that are one of a few words; the first is the default where there is but one. */
export const policyChoices = {
  PUBLIC_READING: ['on', 'off'],
  PASSWORD_PROFILE: passwordProfiles,
  SECOND_FACTOR: ['required', 'optional'],
  AUDIT_DIGEST: digests,
} as const;

/** Settings that are a whole number: the least, the greatest, the default. */
export const policyNumbers = {
  SESSION_IDLE_MINUTES: [1, 1440, 30],
  SESSION_HOURS: [1, 24, 8],
} as const;

const number = ([least, most, fallback]: readonly [number, number, number]) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most))
    .optional()
    .transform((value) => value ?? fallback);

/** The environment the product is run in, each name with what it may say. What is not set takes its default. */
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
  SECOND_FACTOR: z.enum(policyChoices.SECOND_FACTOR).optional(),
  AUDIT_DIGEST: z.enum(policyChoices.AUDIT_DIGEST).optional(),
});

/** The policies in force. Everything the product lets an operator choose is here, and shown on the settings page. */
export type Settings = {
  /** The built-in database on this machine: demonstration accounts, public reading, http. */
  readonly isEmbedded: boolean;
  readonly secret: string;
  /** The one address people use; a write from a page of any other is refused. */
  readonly origin: string;
  /** Whether a visitor who has not signed in sees what is published. */
  readonly publicReading: boolean;
  readonly passwordProfile: (typeof passwordProfiles)[number];
  readonly idleMinutes: number;
  readonly sessionHours: number;
  /** Whether privileged roles must have a second factor. */
  readonly secondFactor: 'required' | 'optional';
  readonly auditDigest: (typeof digests)[number];
};

/** The policies that an environment asks for; throws what is wrong with it. */
export function settingsOf(environment: Readonly<Record<string, string | undefined>>): Settings {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const asked = Environment.parse(filled);
  // The launcher refuses any other; where it was passed by, nothing opens by itself.
  const isEmbedded = asked.BATON_EMBEDDED === '1' && opening(asked) === null;
  return {
    isEmbedded,
    secret: asked.BATON_SECRET ?? '',
    origin: new URL(asked.APP_ORIGIN ?? 'http://localhost:3000').origin,
    publicReading: (asked.PUBLIC_READING ?? (isEmbedded ? 'on' : 'off')) === 'on',
    passwordProfile: asked.PASSWORD_PROFILE ?? 'djbh3',
    idleMinutes: asked.SESSION_IDLE_MINUTES,
    sessionHours: asked.SESSION_HOURS,
    secondFactor: asked.SECOND_FACTOR ?? (isEmbedded ? 'optional' : 'required'),
    auditDigest: asked.AUDIT_DIGEST ?? 'sha256',
  };
}

const names = Object.keys(Environment.shape);
let kept: { readonly key: string; readonly settings: Settings } | undefined;

/** The policies of this process; read anew only when its environment says something else. */
export function settings(): Settings {
  const key = names.map((name) => process.env[name]).join('\0');
  if (kept?.key !== key) kept = { key, settings: settingsOf(process.env) };
  return kept.settings;
}
