import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { orgUnit, wordList } from '@/db/schema/catalogue';
import { accountRoles, digests } from '@/lib/access/words';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/**
 * User accounts. The columns' names in code are those of the accounts library, here and in the four tables after it.
 * `email` is a placeholder that the library demands; nothing is ever sent to it. `unitCode` is the unit of a reporter
 * or of a unit's reviewer, `department` the responsible department of a department's reviewer, as the indicators name
 * it.
 */
export const appUser = pgTable(
  'app_user',
  {
    id: text().primaryKey(),
    username: text().notNull().unique(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    role: text({ enum: accountRoles }).notNull(),
    unitCode: text('unit_code').references(() => orgUnit.code),
    department: text(),
    banned: boolean().notNull().default(false),
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    mustChangePassword: boolean('must_change_password').notNull().default(true),
    passwordSetAt: moment('password_set_at').notNull().defaultNow(),
    /** When the initial secret from an administrator stops working; null once the user has chosen a password. */
    handedOverUntil: moment('handed_over_until'),
    isDemonstration: boolean('is_demonstration').notNull().default(false),
    lastSignInAt: moment('last_sign_in_at'),
    version: integer().notNull().default(1),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    check('app_user_role_known', sql`${t.role} in (${wordList(accountRoles)})`),
    index('app_user_by_role').on(t.role, t.username),
    index('app_user_by_unit').on(t.unitCode),
  ],
);

const userId = () =>
  text('user_id')
    .notNull()
    .references(() => appUser.id, { onDelete: 'cascade' });

export const appSession = pgTable(
  'app_session',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: userId(),
    expiresAt: moment('expires_at').notNull(),
    activeAt: moment('active_at').notNull().defaultNow(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    impersonatedBy: text('impersonated_by'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [index('app_session_by_user').on(t.userId)],
);

/** The password of a user: one row each. */
export const credential = pgTable(
  'credential',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: userId(),
    password: text(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [index('credential_by_user').on(t.userId)],
);

/** Short-lived tokens for one step: a sign-in that waits for its second factor or for a new password. */
export const verification = pgTable(
  'verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [index('verification_by_identifier').on(t.identifier)],
);

export const secondFactor = pgTable('second_factor', {
  id: text().primaryKey(),
  secret: text().notNull(),
  backupCodes: text('backup_codes').notNull(),
  userId: userId().unique(),
  verified: boolean().notNull().default(true),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: moment('locked_until'),
  /** The time step (half minute) of the last accepted code; a code is accepted once. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
});

/** Earlier passwords of a user, so that the most recent ones are refused. */
export const passwordHistory = pgTable(
  'password_history',
  { userId: userId(), setAt: moment('set_at').notNull(), hash: text().notNull() },
  (t) => [primaryKey({ columns: [t.userId, t.setAt] })],
);

/** A browser on which a user has signed in before; its failures are counted separately. */
export const knownDevice = pgTable(
  'known_device',
  { userId: userId(), deviceHash: text('device_hash').notNull(), seenAt: moment('seen_at').notNull() },
  (t) => [primaryKey({ columns: [t.userId, t.deviceHash] })],
);

/** Failures of one kind from one origin: their number, since when, and until when further attempts are refused. */
export const throttle = pgTable('throttle', {
  bucket: text().primaryKey(),
  failures: integer().notNull(),
  since: moment('since').notNull(),
  blockedUntil: moment('blocked_until'),
});

/**
 * The subjects of an event, as an array: the index of subjects holds this expression, and a search must use the same
 * one.
 */
const subjectsIn = (changes: AnyPgColumn) => sql`jsonb_path_query_array(${changes}::jsonb, '$[*].subject')`;

/**
 * The audit trail: action, user, address and time, each event chained to the one before by a hash. An event is written
 * in the transaction that it describes; the database refuses every other change. `changes` is text and not jsonb, so
 * that its bytes stay those that were hashed.
 */
export const auditEvent = pgTable(
  'audit_event',
  {
    seq: bigint({ mode: 'number' }).primaryKey(),
    at: moment('at').notNull(),
    actor: text().notNull(),
    role: text().notNull(),
    /** The network address the command came from; empty for the command line. */
    address: text().notNull().default(''),
    command: text().notNull(),
    changes: text().notNull(),
    digest: text({ enum: digests }).notNull(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    index('audit_event_by_actor').on(t.actor, t.seq),
    index('audit_event_by_command').on(t.command, t.seq),
    index('audit_event_by_moment').on(t.at, t.seq),
    index('audit_event_by_subject').using('gin', subjectsIn(t.changes)),
    check('audit_event_digest_known', sql`${t.digest} in (${wordList(digests)})`),
  ],
);

export const auditSubjects = subjectsIn(auditEvent.changes);
