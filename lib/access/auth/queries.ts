import { createHash } from 'node:crypto';
import { and, desc, eq, gt, lte, sql } from 'drizzle-orm';
import { db, type Reads, sharedPool, type Tx } from '@/db/client';
import { appSession, appUser, knownDevice } from '@/db/schema/access';
import { orgUnit } from '@/db/schema/catalogue';
import { tokenIn } from '@/lib/access/auth/tokens';
import type { Caller } from '@/lib/access/caller';
import { accountPrincipal, anonymousPrincipal, type Principal } from '@/lib/access/principal';
import { type AccountRole, privilegedRoles } from '@/lib/access/words';
import { Refusal } from '@/lib/errors';
import { log } from '@/lib/log';
import { type Settings, settings } from '@/lib/settings';

type Row = {
  /** The digest of the token in question, as the database read it. */
  asked: string;
  session_id: string | null;
  user_id: string;
  name: string;
  role: AccountRole;
  unit_code: string | null;
  department: string | null;
  enrolled: boolean;
  units: string[];
};

/**
 * The principal of a caller: the account whose live session the cookies name, else a visitor. One statement. `isActive`
 * marks a request by a person, which keeps an idle session alive; automatic requests of a page do not.
 */
export async function principalOf(
  caller: Caller,
  { now, isActive }: { now: Date; isActive: boolean },
): Promise<Principal> {
  const policy = settings();
  const token = tokenIn('session', caller, policy);
  const row = token && (await liveSession(token, policy, now, isActive));
  if (!row || row.session_id === null) return anonymousPrincipal(policy);
  const needsFactor = policy.secondFactor === 'required' && privilegedRoles.includes(row.role);
  return accountPrincipal({
    userId: row.user_id,
    name: row.name,
    role: row.role,
    units: row.unit_code && !policy.publicReading ? row.units : 'all',
    unitCode: row.unit_code,
    department: row.department,
    sessionId: row.session_id,
    standing: needsFactor && !row.enrolled ? 'mustEnrol' : 'full',
  });
}

/** Whether the caller's session ended because nothing was done in it; one that was ended otherwise has no row. */
export async function endedByIdleness(caller: Caller, now: Date): Promise<boolean> {
  const policy = settings();
  const token = tokenIn('session', caller, policy);
  if (!token) return false;
  const idleSince = new Date(now.getTime() - policy.idleMinutes * 60_000);
  const [row] = await db()
    .select({ id: appSession.id })
    .from(appSession)
    .where(and(eq(appSession.token, token), gt(appSession.expiresAt, now), lte(appSession.activeAt, idleSince)));
  return row !== undefined;
}

/**
 * The session of a token, returned with the token's digest by the same statement. An answer to another statement must
 * never identify the wrong person: then every connection is closed, and the request refused with `unavailable`.
 */
async function liveSession(token: string, policy: Settings, now: Date, isActive: boolean): Promise<Row> {
  const at = now.toISOString();
  const idleSince = new Date(now.getTime() - policy.idleMinutes * 60_000).toISOString();
  const rows = await db().execute<Row>(sql`
    with recursive asked as (
      select encode(sha256(convert_to(${token}, 'UTF8')), 'hex') as digest
    ), live as (
      select ${appSession.id}, ${appSession.userId}, ${appSession.activeAt} from ${appSession}
      where ${appSession.token} = ${token} and ${appSession.expiresAt} > ${at}::timestamptz
        and ${appSession.activeAt} > ${idleSince}::timestamptz
    ), touched as (
      update ${appSession} set active_at = ${at}::timestamptz from live
      where ${appSession.id} = live.id and ${isActive} and live.active_at < ${at}::timestamptz - interval '1 second'
    ), below as (
      select u.unit_code as code from live join ${appUser} u on u.id = live.user_id where u.unit_code is not null
      union select o.code from ${orgUnit} o join below on o.parent_code = below.code
    )
    select asked.digest as asked, live.id as session_id, u.id as user_id, u.name, u.role, u.unit_code, u.department,
      u.two_factor_enabled as enrolled, array(select code from below) as units
    from asked left join (
      live join ${appUser} u on u.id = live.user_id and not u.banned and not u.must_change_password
        and (${policy.isEmbedded} or not u.is_demonstration)
    ) on true`);
  const [row] = rows;
  if (rows.length === 1 && row?.asked === sha256(token)) return row;
  sharedPool().drop();
  log().fatal({ rows: rows.length }, 'the database answered another question than who asks: all connections closed');
  throw new Refusal('unavailable', 'answerAstray', { seconds: 1 });
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export const deviceHash = sha256;

/** A year in seconds: how long a browser stays known. */
export const deviceAge = 365 * 86_400;

/** Whether the user of that name has signed in on this device before. */
export async function isKnownDevice(username: string, device: string, connection: Reads): Promise<boolean> {
  const [row] = await connection
    .select({ userId: knownDevice.userId })
    .from(knownDevice)
    .innerJoin(appUser, eq(appUser.id, knownDevice.userId))
    .where(and(eq(appUser.username, username.toLowerCase()), eq(knownDevice.deviceHash, deviceHash(device))));
  return row !== undefined;
}

/** The account with this id, locked until the transaction ends; undefined when there is none. */
export async function lockedUser(tx: Tx, userId: string) {
  const [user] = await tx.select().from(appUser).where(eq(appUser.id, userId)).for('update');
  return user;
}
export type UserRow = NonNullable<Awaited<ReturnType<typeof lockedUser>>>;

export type OwnSession = {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly address: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly activeAt: Date;
};

/** The principal's own live sessions, most recently used first. */
export async function ownSessions(principal: Principal, now: Date): Promise<OwnSession[]> {
  const idleSince = new Date(now.getTime() - settings().idleMinutes * 60_000);
  const rows = await db()
    .select()
    .from(appSession)
    .where(
      and(eq(appSession.userId, principal.userId), gt(appSession.expiresAt, now), gt(appSession.activeAt, idleSince)),
    )
    .orderBy(desc(appSession.activeAt));
  return rows.map((row) => ({
    id: row.id,
    isCurrent: row.id === principal.sessionId,
    address: row.ipAddress ?? '',
    userAgent: row.userAgent ?? '',
    createdAt: row.createdAt,
    activeAt: row.activeAt,
  }));
}
