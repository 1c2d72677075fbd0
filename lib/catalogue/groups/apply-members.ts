import { eq, inArray, sql } from 'drizzle-orm';
import { orgUnit, peerGroup } from '@/db/schema/catalogue';
import type { Work } from '@/lib/access/command';
import type { MemberChange } from '@/lib/catalogue/groups/group-input';
import { joinGroup, joinUntil, leaveGroups, placeMembers } from '@/lib/catalogue/groups/membership';
import type { Changes } from '@/lib/catalogue/proposals/propose';
import { Refusal } from '@/lib/errors';
import { settleGroups } from '@/lib/observations/derived/settle-figures';

/**
 * Changes the members of a sequence from a day on, and recounts what the change touches. Refuses unknown units, units that
 * do not exist on that day, a sequence that is retired by then, and a change that changes nothing.
 */
export async function applyMembers(work: Work, asked: MemberChange): Promise<Changes> {
  const { code, from, add, remove, until, places } = asked;
  const { tx } = work;
  const [held] = await tx.select().from(peerGroup).where(eq(peerGroup.code, code)).for('update');
  if (!held) throw new Refusal('notFound', 'groups.refused.unknown');
  if (held.retiredOn !== null && held.retiredOn < from)
    throw new Refusal('invalid', 'groups.refused.retired', { field: 'from', day: held.retiredOn });
  await refuseStrangers(work, { units: add, from });
  const left = remove.length > 0 ? await leaveGroups(tx, { units: remove, from, group: code }) : [];
  const joining = { units: add, from, group: code };
  const joined = add.length === 0 ? [] : await (until ? joinUntil(tx, joining, until) : joinGroup(tx, joining));
  if (places) await placeMembers(tx, joining, places);
  if (left.length + joined.length === 0) throw new Refusal('invalid', 'groups.refused.nothing', { field: 'add' });
  await tx
    .update(peerGroup)
    .set({ version: sql`${peerGroup.version} + 1` })
    .where(eq(peerGroup.code, code));
  await settleGroups(work, [code], from);
  const after = {
    from,
    ...(until && { until }),
    ...(joined.length > 0 && { joined }),
    ...(left.length > 0 && { left: left.map(({ unit }) => unit) }),
  };
  return [{ subject: `group/${code}`, before: null, after }];
}

async function refuseStrangers({ tx }: Work, { units, from }: { units: readonly string[]; from: string }) {
  if (units.length === 0) return;
  const found = await tx
    .select()
    .from(orgUnit)
    .where(inArray(orgUnit.code, [...units]));
  if (found.length < new Set(units).size) throw new Refusal('invalid', 'unknownUnit', { field: 'add' });
  const absent = found.find(
    ({ validFrom, validTo }) => (validFrom !== null && validFrom > from) || (validTo !== null && validTo < from),
  );
  if (absent)
    throw new Refusal('invalid', 'groups.refused.absentUnit', { field: 'add', name: absent.nameZh, day: from });
}
