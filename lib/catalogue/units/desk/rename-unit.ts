import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { orgUnit } from '@/db/schema/catalogue';
import { command, type Work } from '@/lib/access/command';
import { initialsOf } from '@/lib/catalogue/pinyin-initials';
import { type Changes, orPropose } from '@/lib/catalogue/proposals/propose';
import { todayOf } from '@/lib/catalogue/today';
import { heldUnits, keepFormer, lockedUnit } from '@/lib/catalogue/units/desk/held-unit';
import { addAliases, refuseNamesake } from '@/lib/catalogue/units/desk/make-unit';
import { PossibleReason, Renaming } from '@/lib/catalogue/units/desk/unit-input';
import { Refusal } from '@/lib/errors';

/** Gives a unit another name from a day on; pages of periods that ended before keep the former one. */
export const renameUnit = command({
  name: 'unit.rename',
  input: Renaming.extend({ version: z.int(), reason: PossibleReason }),
  async run(work, { version, reason, ...change }) {
    await heldUnits(work, [{ code: change.code, version }]);
    const reach = { reachesPast: change.from < todayOf(work), subject: `unit/${change.code}`, reason };
    return orPropose(work, 'unit.rename', change, reach, (inside) => applyRename(inside, change));
  },
});

/** Renames a unit. Refuses the name that it has, and one that a unit beside it has; the former name becomes an alias. */
export async function applyRename(work: Work, { code, from, nameZh, nameEn }: Renaming): Promise<Changes> {
  const { tx } = work;
  const held = await lockedUnit(tx, code);
  if (held.nameZh === nameZh) throw new Refusal('invalid', 'unitDesk.refused.sameName', { field: 'nameZh' });
  await refuseNamesake(tx, { nameZh, parentCode: held.parentCode, code });
  await keepFormer(work, held, from);
  await addAliases(tx, code, [held.nameZh]);
  const row = { nameZh, nameEn: nameEn || nameZh };
  await tx
    .update(orgUnit)
    .set({ ...row, initials: initialsOf(nameZh), version: sql`${orgUnit.version} + 1` })
    .where(eq(orgUnit.code, code));
  const before = { nameZh: held.nameZh, nameEn: held.nameEn };
  return [{ subject: `unit/${code}`, before, after: { ...row, from } }];
}
