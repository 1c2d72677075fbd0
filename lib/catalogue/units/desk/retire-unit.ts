import { eq, inArray, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Tx } from '@/db/client';
import { orgUnit } from '@/db/schema/catalogue';
import { command, type Work } from '@/lib/access/command';
import { leaveGroups } from '@/lib/catalogue/groups/membership';
import { type Changes, orPropose } from '@/lib/catalogue/proposals/propose';
import { dayBefore, todayOf } from '@/lib/catalogue/today';
import { heldUnits, lockedUnit, refuseAbsent } from '@/lib/catalogue/units/desk/held-unit';
import { PossibleReason, Retiring } from '@/lib/catalogue/units/desk/unit-input';
import { Refusal } from '@/lib/errors';
import { settleGroups } from '@/lib/observations/derived/settle-figures';

/** Ends a unit: from a day on it does not exist and is in no sequence. Its figures stay. */
export const retireUnit = command({
  name: 'unit.retire',
  input: Retiring.extend({ version: z.int(), reason: PossibleReason }),
  async run(work, { version, reason, ...change }) {
    await heldUnits(work, [{ code: change.code, version }]);
    const reach = { reachesPast: change.from < todayOf(work), subject: `unit/${change.code}`, reason };
    return orPropose(work, 'unit.retire', change, reach, (inside) => applyRetirement(inside, change));
  },
});

/** Ends a unit. Refuses one that has ended and one with units of its own, which must move first. */
export async function applyRetirement(work: Work, { code, from }: Retiring): Promise<Changes> {
  const { tx } = work;
  const held = await lockedUnit(tx, code);
  refuseAbsent(held, from);
  await refuseChildren(tx, code, from);
  const left = await leaveGroups(tx, { units: [code], from });
  await endUnits(tx, [code], from);
  const groups = [...new Set(left.map(({ group }) => group))];
  await settleGroups(work, groups, from);
  const after = { validTo: dayBefore(from), ...(groups.length > 0 && { groups }) };
  return [{ subject: `unit/${code}`, before: { validTo: held.validTo }, after }];
}

/** Writes the last day of units: the one before `from`. */
export async function endUnits(tx: Tx, codes: readonly string[], from: string): Promise<void> {
  await tx
    .update(orgUnit)
    .set({ validTo: dayBefore(from), version: sql`${orgUnit.version} + 1` })
    .where(inArray(orgUnit.code, [...codes]));
}

/** Refuses to end a unit that others belong to on that day. */
export async function refuseChildren(tx: Tx, code: string, from: string): Promise<void> {
  const children = await tx
    .select({ nameZh: orgUnit.nameZh })
    .from(orgUnit)
    .where(sql`${eq(orgUnit.parentCode, code)} and (${orgUnit.validTo} is null or ${orgUnit.validTo} >= ${from})`);
  if (children.length > 0)
    throw new Refusal('invalid', 'unitDesk.refused.hasChildren', {
      field: 'from',
      count: children.length,
      names: children
        .slice(0, 3)
        .map(({ nameZh }) => nameZh)
        .join('、'),
    });
}
