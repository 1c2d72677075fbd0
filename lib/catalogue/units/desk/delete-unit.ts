import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { orgUnit, orgUnitAlias, orgUnitFormer } from '@/db/schema/catalogue';
import { command } from '@/lib/access/command';
import { heldUnits } from '@/lib/catalogue/units/desk/held-unit';
import { usesOfUnit } from '@/lib/catalogue/units/desk/queries';
import { Refusal } from '@/lib/errors';
import { Code } from '@/lib/reporting/collections/terms';

/** Deletes a unit that nothing uses; one that is used is ended instead. */
export const deleteUnit = command({
  name: 'unit.delete',
  input: z.strictObject({ code: Code, version: z.int() }),
  async run(work, asked) {
    const { tx } = work;
    const [held] = await heldUnits(work, [asked]);
    const [use] = await usesOfUnit(tx, asked.code);
    if (use) throw new Refusal('invalid', `unitDesk.refused.used.${use.what}`, { count: use.count });
    await tx.delete(orgUnitAlias).where(eq(orgUnitAlias.orgUnitCode, asked.code));
    await tx.delete(orgUnitFormer).where(eq(orgUnitFormer.orgUnitCode, asked.code));
    await tx.delete(orgUnit).where(eq(orgUnit.code, asked.code));
    const before = { nameZh: held?.nameZh, kind: held?.kind };
    return { result: asked.code, changes: [{ subject: `unit/${asked.code}`, before, after: null }] };
  },
});
