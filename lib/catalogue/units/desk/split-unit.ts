import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { orgUnit } from '@/db/schema/catalogue';
import { command, type Work } from '@/lib/access/command';
import { groupsOn, joinGroup, leaveGroups } from '@/lib/catalogue/groups/membership';
import { type Changes, orPropose } from '@/lib/catalogue/proposals/propose';
import { dayBefore, todayOf } from '@/lib/catalogue/today';
import { heldUnits, lockedUnit, refuseAbsent } from '@/lib/catalogue/units/desk/held-unit';
import { makeUnit } from '@/lib/catalogue/units/desk/make-unit';
import { addSuccessions } from '@/lib/catalogue/units/desk/merge-units';
import { endUnits, refuseChildren } from '@/lib/catalogue/units/desk/retire-unit';
import { PossibleReason, Splitting } from '@/lib/catalogue/units/desk/unit-input';
import { Refusal } from '@/lib/errors';
import { settleGroups } from '@/lib/observations/derived/settle-figures';

/** 分设: new units are set up out of one, which ends or goes on beside them. */
export const splitUnit = command({
  name: 'unit.split',
  input: Splitting.extend({ version: z.int(), reason: PossibleReason }),
  async run(work, { version, reason, ...change }) {
    await heldUnits(work, [{ code: change.code, version }]);
    const reach = { reachesPast: change.from < todayOf(work), subject: `unit/${change.code}`, reason };
    return orPropose(work, 'unit.split', change, reach, (inside) => applySplit(inside, change));
  },
});

/**
 * Splits a unit: its parts begin on the day, beside it under its parent, and join its sequences where asked. Refuses to end
 * a unit for a single part, which is a new name, and one with units of its own, which must move first.
 */
export async function applySplit(work: Work, { code, from, parts, retires, joins, note }: Splitting): Promise<Changes> {
  const { tx } = work;
  const held = await lockedUnit(tx, code);
  refuseAbsent(held, from);
  if (retires && parts.length < 2) throw new Refusal('invalid', 'unitDesk.refused.onePart', { field: 'parts' });
  if (retires) await refuseChildren(tx, code, from);
  const places = await groupsOn(tx, { units: [code], from });
  const made: string[] = [];
  for (const part of parts) {
    const parentCode = part.parentCode || (held.parentCode ?? '');
    const { isDemonstration } = held;
    const row = await makeUnit(tx, {
      ...part,
      parentCode,
      validFrom: from,
      isDemonstration,
      after: made.at(-1) ?? code,
    });
    made.push(row.code);
  }
  if (joins) for (const { group } of places) await joinGroup(tx, { units: made, from, group });
  if (retires) {
    await leaveGroups(tx, { units: [code], from });
    await endUnits(tx, [code], from);
  } else
    await tx
      .update(orgUnit)
      .set({ version: sql`${orgUnit.version} + 1` })
      .where(eq(orgUnit.code, code));
  await addSuccessions(
    work,
    made.map((successorCode) => ({ predecessorCode: code, successorCode, kind: 'split', addsUp: false })),
    { from, note },
  );
  await settleGroups(
    work,
    places.map(({ group }) => group),
    from,
  );
  const ends = retires ? { validTo: dayBefore(from) } : {};
  return [
    { subject: `unit/${code}`, before: { validTo: held.validTo }, after: { ...ends, from, successors: made, note } },
    ...made.map((one, at) => ({
      subject: `unit/${one}`,
      before: null,
      after: { nameZh: parts[at]?.nameZh, from, predecessors: [code] },
    })),
  ];
}
