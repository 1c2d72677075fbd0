import { eq } from 'drizzle-orm';
import { appUser } from '@/db/schema/access';
import type { Change } from '@/lib/access/audit/record-event';
import { placeholderHost } from '@/lib/access/auth/placeholder';
import type { Work } from '@/lib/access/command';
import { changeUser } from '@/lib/access/users/change-user';
import {
  demonstrationPassword,
  demonstrationPostings,
  extras,
  usernameOf,
} from '@/lib/access/users/demonstration/accounts';
import { players } from '@/lib/access/users/demonstration/words';
import { makeUser } from '@/lib/access/users/make-user';
import { type Posting, postedTo } from '@/lib/access/users/posting';

const listed = players.map((player) => ({ username: usernameOf(player), ...demonstrationPostings[player] }));

/** Creates the demonstration accounts, and updates existing ones. Returns the changes. */
export async function ensureDemonstrationAccounts(work: Work): Promise<Change[]> {
  const { tx } = work;
  const existing = await tx.select().from(appUser).where(eq(appUser.isDemonstration, true));
  const changes: Change[] = [];
  for (const { username, ...posting } of listed) {
    const user = existing.find((one) => one.username === username);
    const after = { name: posting.name, role: posting.role, ...placeFor(posting) };
    if (!user) {
      const id = await newDemonstrationUser(work, username, posting);
      changes.push({ subject: `user/${id}`, before: null, after: { username, ...after } });
    } else if (
      user.name !== after.name ||
      user.role !== after.role ||
      user.unitCode !== after.unitCode ||
      user.department !== after.department
    ) {
      const { name, role, unitCode, department } = user;
      await changeUser(work, user, after);
      changes.push({ subject: `user/${user.id}`, before: { name, role, unitCode, department }, after });
    }
  }
  return [...changes, ...(await ensureExtras(work, new Set(existing.map(({ username }) => username))))];
}

function placeFor(posting: Posting): { unitCode: string | null; department: string | null } {
  const place = postedTo(posting);
  if ('missing' in place) throw new Error(`a demonstration account without ${place.missing}`);
  return place;
}

async function newDemonstrationUser(work: Work, username: string, posting: Posting): Promise<string> {
  const secret = demonstrationPassword(username, work.policy.secret);
  const id = await makeUser(work, { username, secret, posting });
  await work.tx
    .update(appUser)
    .set({ isDemonstration: true, mustChangePassword: false, handedOverUntil: null })
    .where(eq(appUser.id, id));
  return id;
}

/**
 * Creates the extras. They have no password, so that nobody signs in as them; they are the named actors of past events.
 */
async function ensureExtras({ tx, now }: Work, existing: ReadonlySet<string>): Promise<Change[]> {
  const missing = extras.filter(({ username }) => !existing.has(username));
  if (missing.length === 0) return [];
  const made = await tx
    .insert(appUser)
    .values(
      missing.map(({ username, ...posting }) => ({
        id: username,
        username,
        name: posting.name,
        email: `${username}@${placeholderHost}`,
        role: posting.role,
        ...placeFor(posting),
        mustChangePassword: false,
        isDemonstration: true,
        createdAt: now,
        updatedAt: now,
        passwordSetAt: now,
      })),
    )
    .returning({ id: appUser.id, username: appUser.username, role: appUser.role });
  return made.map(({ id, ...after }) => ({ subject: `user/${id}`, before: null, after }));
}
