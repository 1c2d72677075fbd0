import { asc, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { orgUnit, orgUnitFormer } from '@/db/schema/catalogue';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { dayBefore, todayOf } from '@/lib/catalogue/today';
import { Refusal } from '@/lib/errors';

export type UnitRow = typeof orgUnit.$inferSelect;

/** Units, locked in the order of their codes until the transaction ends, in the order asked. Refuses an unknown one. */
export async function lockedUnits(tx: Tx, codes: readonly string[]): Promise<UnitRow[]> {
  const rows = await tx
    .select()
    .from(orgUnit)
    .where(inArray(orgUnit.code, [...codes]))
    .orderBy(asc(orgUnit.code))
    .for('update');
  return codes.map((code) => {
    const found = rows.find((row) => row.code === code);
    if (!found) throw new Refusal('notFound', 'unitDesk.refused.unknown');
    return found;
  });
}

/** One unit, locked. */
export async function lockedUnit(tx: Tx, code: string): Promise<UnitRow> {
  const [unit] = await lockedUnits(tx, [code]);
  if (!unit) throw new Refusal('notFound', 'unitDesk.refused.unknown');
  return unit;
}

/** Units at the versions that a page showed, locked. Refuses unknown and moved ones. */
export async function heldUnits(
  work: Work,
  asked: readonly { readonly code: string; readonly version: number }[],
): Promise<UnitRow[]> {
  const rows = await lockedUnits(
    work.tx,
    asked.map(({ code }) => code),
  );
  const moved = rows.find((row, at) => row.version !== asked[at]?.version);
  if (moved) throw await movedRefusal(work, `unit/${moved.code}`, 'unitDesk.refused.moved');
  return rows;
}

/** Refuses a day on which the unit does not exist, or from which it would never have existed. */
export function refuseAbsent({ nameZh, validFrom, validTo }: UnitRow, from: string): void {
  if (validTo !== null && validTo < from)
    throw new Refusal('invalid', 'unitDesk.refused.ended', { field: 'from', name: nameZh, day: validTo });
  if (validFrom !== null && validFrom >= from)
    throw new Refusal('invalid', 'unitDesk.refused.notThereYet', { field: 'from', name: nameZh, day: validFrom });
}

/**
 * Keeps the name and the parent that a unit has until the day before `from`. Refuses a day to come, since pages show what
 * holds today, and one before a later change. A change from the unit's first day on keeps nothing: it corrects.
 */
export async function keepFormer(work: Work, unit: UnitRow, from: string): Promise<void> {
  const { tx } = work;
  if (from > todayOf(work)) throw new Refusal('invalid', 'unitDesk.refused.tooEarly', { field: 'from' });
  const last = dayBefore(from);
  const [later] = await tx
    .select({ validTo: orgUnitFormer.validTo })
    .from(orgUnitFormer)
    .where(sql`${orgUnitFormer.orgUnitCode} = ${unit.code} and ${orgUnitFormer.validTo} > ${last}`);
  if (later) throw new Refusal('invalid', 'unitDesk.refused.laterChange', { field: 'from', day: later.validTo });
  if (unit.validFrom !== null && from <= unit.validFrom) return;
  const { code: orgUnitCode, nameZh, nameEn, parentCode } = unit;
  await tx
    .insert(orgUnitFormer)
    .values({ orgUnitCode, validTo: last, nameZh, nameEn, parentCode })
    .onConflictDoNothing();
}
