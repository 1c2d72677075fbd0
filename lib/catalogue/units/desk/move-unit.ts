import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { orgUnit } from '@/db/schema/catalogue';
import { command, type Work } from '@/lib/access/command';
import { type Changes, orPropose } from '@/lib/catalogue/proposals/propose';
import { todayOf } from '@/lib/catalogue/today';
import { heldUnits, keepFormer, lockedUnit } from '@/lib/catalogue/units/desk/held-unit';
import { refuseNamesake } from '@/lib/catalogue/units/desk/make-unit';
import { Moving, PossibleReason } from '@/lib/catalogue/units/desk/unit-input';
import { Refusal } from '@/lib/errors';

/** Moves a unit to another parent from a day on. */
export const moveUnit = command({
  name: 'unit.move',
  input: Moving.extend({ version: z.int(), reason: PossibleReason }),
  async run(work, { version, reason, ...change }) {
    await heldUnits(work, [{ code: change.code, version }]);
    const reach = { reachesPast: change.from < todayOf(work), subject: `unit/${change.code}`, reason };
    return orPropose(work, 'unit.move', change, reach, (inside) => applyMove(inside, change));
  },
});

/** Moves a unit. Refuses the parent that it has, itself, a unit that belongs to it, and one with a unit of that name. */
export async function applyMove(work: Work, { code, from, parentCode }: Moving): Promise<Changes> {
  const { tx } = work;
  const held = await lockedUnit(tx, code);
  const parent = parentCode || null;
  if (held.parentCode === parent) throw new Refusal('invalid', 'unitDesk.refused.sameParent', { field: 'parentCode' });
  const [known] = await tx.execute<{ inside: boolean }>(sql`
    with recursive family as (
      select code from org_unit where code = ${code}
      union select u.code from org_unit u join family f on u.parent_code = f.code
    )
    select exists (select from family where family.code = u.code) as inside from org_unit u where u.code = ${parent}`);
  if (parent !== null && !known) throw new Refusal('invalid', 'unknownUnit', { field: 'parentCode' });
  if (known?.inside) throw new Refusal('invalid', 'unitDesk.refused.ownFamily', { field: 'parentCode' });
  await refuseNamesake(tx, { nameZh: held.nameZh, parentCode: parent, code });
  await keepFormer(work, held, from);
  await tx
    .update(orgUnit)
    .set({ parentCode: parent, version: sql`${orgUnit.version} + 1` })
    .where(eq(orgUnit.code, code));
  return [{ subject: `unit/${code}`, before: { parentCode: held.parentCode }, after: { parentCode: parent, from } }];
}
