import { and, asc, count, eq, gt, ilike, inArray, or, type SQL, sql } from 'drizzle-orm';
import { db, type Reads, type Tx } from '@/db/client';
import { appSession, appUser, throttle } from '@/db/schema/access';
import { indicator, orgUnit } from '@/db/schema/catalogue';
import { movedRefusal } from '@/lib/access/audit/queries';
import { lockedUser, type UserRow } from '@/lib/access/auth/queries';
import type { Work } from '@/lib/access/command';
import { type CommandName, grantOf, maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { playerUsernames } from '@/lib/access/users/demonstration/words';
import { type Posting, postedTo } from '@/lib/access/users/posting';
import { handoverHours, type UserDetail, type UserLine, type UserState } from '@/lib/access/users/words';
import type { AccountRole } from '@/lib/access/words';
import { Refusal } from '@/lib/errors';
import type { Named } from '@/lib/i18n/words';
import { settings } from '@/lib/settings';

export const stateOf = (user: Pick<UserRow, 'banned' | 'mustChangePassword'>): UserState =>
  user.banned ? 'disabled' : user.mustChangePassword ? 'waiting' : 'active';

const line = {
  id: appUser.id,
  username: appUser.username,
  name: appUser.name,
  role: appUser.role,
  unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
  department: appUser.department,
  state: sql<UserState>`case when ${appUser.banned} then 'disabled' when ${appUser.mustChangePassword} then 'waiting'
    else 'active' end`,
  hasSecondFactor: appUser.twoFactorEnabled,
  isDemonstration: appUser.isDemonstration,
  lastSignInAt: appUser.lastSignInAt,
};

export const pageLength = 50;

export type UserChoice = {
  readonly q: string;
  readonly role?: AccountRole | undefined;
  readonly state?: UserState | undefined;
  readonly page: number;
};

/** A page of the chosen accounts, by username, and the number of all. */
export async function userList(
  principal: Principal,
  choice: UserChoice,
): Promise<{ users: UserLine[]; total: number }> {
  if (!maySee(principal.role, 'users')) return { users: [], total: 0 };
  const like = `%${choice.q.replace(/[\\%_]/g, '\\$&')}%`;
  const wanted = and(
    choice.q ? or(ilike(appUser.username, like), ilike(appUser.name, like), ilike(orgUnit.nameZh, like)) : undefined,
    choice.role && eq(appUser.role, choice.role),
    choice.state && isIn(choice.state),
  );
  const from = () => db().select(line).from(appUser).leftJoin(orgUnit, eq(orgUnit.code, appUser.unitCode));
  const [users, [all]] = await Promise.all([
    from()
      .where(wanted)
      .orderBy(asc(appUser.username))
      .limit(pageLength)
      .offset((choice.page - 1) * pageLength),
    db().select({ total: count() }).from(appUser).leftJoin(orgUnit, eq(orgUnit.code, appUser.unitCode)).where(wanted),
  ]);
  return { users, total: all?.total ?? 0 };
}

/** Whether the assessment office has the two active accounts that its work takes. */
export async function isOfficeStaffed(principal: Principal): Promise<boolean> {
  if (!maySee(principal.role, 'users')) return true;
  const office = and(eq(appUser.role, 'assessmentOffice'), eq(appUser.banned, false));
  return (await db().select({ id: appUser.id }).from(appUser).where(office).limit(2)).length === 2;
}

function isIn(state: UserState): SQL | undefined {
  if (state === 'disabled') return eq(appUser.banned, true);
  return and(eq(appUser.banned, false), eq(appUser.mustChangePassword, state === 'waiting'));
}

/** One account with all that its administrator needs; null for none, or for a principal who may not see it. */
export async function userDetail(principal: Principal, id: string, now: Date): Promise<UserDetail | null> {
  if (!maySee(principal.role, 'users')) return null;
  const idleSince = new Date(now.getTime() - settings().idleMinutes * 60_000);
  const live = and(
    eq(appSession.userId, appUser.id),
    gt(appSession.expiresAt, now),
    gt(appSession.activeAt, idleSince),
  );
  const [found] = await db()
    .select({
      ...line,
      version: appUser.version,
      createdAt: appUser.createdAt,
      passwordSetAt: appUser.passwordSetAt,
      handedOverUntil: appUser.handedOverUntil,
      sessions: sql<number>`(select count(*) from ${appSession} where ${live})::int`,
      blockedUntil: throttle.blockedUntil,
    })
    .from(appUser)
    .leftJoin(orgUnit, eq(orgUnit.code, appUser.unitCode))
    .leftJoin(
      throttle,
      and(eq(throttle.bucket, sql`'account:' || ${appUser.username}`), gt(throttle.blockedUntil, now)),
    )
    .where(eq(appUser.id, id));
  return found ?? null;
}

/** The responsible departments that indicators name. */
export async function departments(connection: Reads = db()): Promise<string[]> {
  const rows = await connection
    .selectDistinct({
      name: indicator.responsibleZh,
      at: sql`min(${indicator.sortOrder}) over (partition by ${indicator.responsibleZh})`,
    })
    .from(indicator)
    .orderBy(sql`2`);
  return rows.map(({ name }) => name);
}

/**
 * The account that a command changes, locked. Refuses an unknown account, one's own (nobody administers themselves),
 * one in a state that the command does not allow, and one changed since it was read.
 */
export async function userInScope(
  work: Work,
  { command, id, version }: { command: CommandName; id: string; version?: number },
): Promise<UserRow> {
  const user = await lockedUser(work.tx, id);
  if (!user) throw new Refusal('notFound', 'user');
  if (user.id === work.principal.userId) throw new Refusal('forbidden', 'ownAccount');
  if (user.isDemonstration) throw new Refusal('forbidden', 'demonstrationAccount');
  if (version !== undefined && user.version !== version) throw await movedRefusal(work, `user/${id}`, 'userMoved');
  const { states } = grantOf(command);
  if (states && !states.includes(stateOf(user))) throw new Refusal('conflict', 'userState');
  return user;
}

/** The unit or department of a posting, as its role needs. Refuses one that does not exist. */
export async function placeOf(
  work: Work,
  posting: Posting,
): Promise<{ unitCode: string | null; department: string | null }> {
  const place = postedTo(posting);
  if ('missing' in place) throw new Refusal('invalid', 'postingMissing', { field: place.missing });
  if (place.unitCode) {
    const [unit] = await work.tx.select({ code: orgUnit.code }).from(orgUnit).where(eq(orgUnit.code, place.unitCode));
    if (!unit) throw new Refusal('invalid', 'unknownUnit', { field: 'unitCode' });
  }
  if (place.department) {
    const [one] = await work.tx
      .select({ code: indicator.code })
      .from(indicator)
      .where(eq(indicator.responsibleZh, place.department))
      .limit(1);
    if (!one) throw new Refusal('invalid', 'unknownDepartment', { field: 'department' });
  }
  return place;
}

/** When a secret issued now expires. */
export function handoverEnd(now: Date): Date {
  return new Date(now.getTime() + handoverHours * 3_600_000);
}

const wordsOf = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`${word}::text`),
    sql`, `,
  );

/** The accounts shown on the sign-in page of a demonstration, in its order. */
export async function demonstrationUsers(tx?: Tx): Promise<UserLine[]> {
  return (tx ?? db())
    .select(line)
    .from(appUser)
    .leftJoin(orgUnit, eq(orgUnit.code, appUser.unitCode))
    .where(
      and(
        eq(appUser.isDemonstration, true),
        eq(appUser.banned, false),
        inArray(appUser.username, [...playerUsernames]),
      ),
    )
    .orderBy(asc(sql`array_position(array[${wordsOf(playerUsernames)}], ${appUser.username})`));
}

/** The codes of all units with their names, in the official order, to choose from. */
export async function unitChoices(connection: Reads = db()): Promise<Named[]> {
  return connection
    .select({ code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn })
    .from(orgUnit)
    .orderBy(asc(orgUnit.sortOrder));
}
