import { asc, eq } from 'drizzle-orm';
import * as z from 'zod';
import { orgUnit, orgUnitAlias } from '@/db/schema/catalogue';
import { command } from '@/lib/access/command';
import { changedColumns } from '@/lib/catalogue/changed-columns';
import { initialsOf } from '@/lib/catalogue/pinyin-initials';
import { heldUnits } from '@/lib/catalogue/units/desk/held-unit';
import { addAliases, makePlace, refuseNamesake } from '@/lib/catalogue/units/desk/make-unit';
import { usesOfUnit } from '@/lib/catalogue/units/desk/queries';
import { Aliases, EnglishName, GbCode, UnitName } from '@/lib/catalogue/units/desk/unit-input';
import { unitKinds } from '@/lib/catalogue/words';
import { Refusal } from '@/lib/errors';
import { Code, Day } from '@/lib/reporting/collections/terms';

/**
 * Changes what is no history of a unit: kind, English name, aliases, national code, place in the official order, first day.
 * The Chinese name only while nothing uses the unit; afterwards it is changed from a day on.
 */
export const editUnit = command({
  name: 'unit.edit',
  input: z.strictObject({
    code: Code,
    version: z.int(),
    nameZh: UnitName,
    nameEn: EnglishName,
    kind: z.enum(unitKinds),
    gbCode: GbCode,
    aliases: Aliases,
    /** The unit behind which it moves; empty to leave it where it is. */
    after: Code.or(z.literal('')),
    validFrom: Day.or(z.literal('')),
  }),
  async run(work, { code, version, aliases, after, ...asked }) {
    const { tx } = work;
    const [held] = await heldUnits(work, [{ code, version }]);
    if (!held) throw new Refusal('notFound', 'unitDesk.refused.unknown');
    if (asked.nameZh !== held.nameZh) {
      if ((await usesOfUnit(tx, code)).length > 0)
        throw new Refusal('invalid', 'unitDesk.refused.renameInstead', { field: 'nameZh' });
      await refuseNamesake(tx, { nameZh: asked.nameZh, parentCode: held.parentCode, code });
    }
    const validFrom = asked.validFrom || null;
    if (validFrom !== null && held.validTo !== null && validFrom > held.validTo)
      throw new Refusal('invalid', 'unitDesk.refused.beginsAfterEnd', { field: 'validFrom' });
    const old = await tx
      .select({ alias: orgUnitAlias.alias })
      .from(orgUnitAlias)
      .where(eq(orgUnitAlias.orgUnitCode, code))
      .orderBy(asc(orgUnitAlias.alias));
    const row = { ...asked, nameEn: asked.nameEn || asked.nameZh, gbCode: asked.gbCode || null, validFrom };
    const names = [...new Set(aliases)].sort();
    const [before, changed] = changedColumns(
      { ...held, aliases: old.map(({ alias }) => alias).sort() },
      { ...row, aliases: names },
    );
    if (after === '' && Object.keys(changed).length === 0) return { result: code, repeated: true };
    if (after === code) throw new Refusal('invalid', 'unitDesk.refused.afterItself', { field: 'after' });
    const place = after === '' ? {} : { sortOrder: await makePlace(tx, { after, parentCode: null }) };
    await tx
      .update(orgUnit)
      .set({ ...row, ...place, initials: initialsOf(row.nameZh), version: version + 1 })
      .where(eq(orgUnit.code, code));
    if ('aliases' in changed) {
      await tx.delete(orgUnitAlias).where(eq(orgUnitAlias.orgUnitCode, code));
      await addAliases(tx, code, names);
    }
    return {
      result: code,
      changes: [{ subject: `unit/${code}`, before, after: { ...changed, ...(after !== '' && { after }) } }],
    };
  },
});
