import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { orgUnit, orgUnitAlias } from '@/db/schema/catalogue';
import { initialsOf } from '@/lib/catalogue/pinyin-initials';
import { codeFor } from '@/lib/catalogue/proposed-code';
import type { NewUnit } from '@/lib/catalogue/units/desk/unit-input';
import { Refusal } from '@/lib/errors';

/** What a new unit is made with besides its names. */
export type Making = NewUnit & {
  readonly validFrom: string | null;
  readonly isDemonstration: boolean;
  readonly aliases?: readonly string[];
  /** The unit after which it comes in the official order; empty for the end of its parent's units. */
  readonly after?: string;
};

/**
 * Adds a unit and returns its row. Refuses a code that is taken, an unknown parent or neighbour, and a name that another
 * unit under the same parent has.
 */
export async function makeUnit(tx: Tx, { after = '', aliases = [], ...asked }: Making) {
  const parentCode = asked.parentCode || null;
  const taken = await tx.select({ code: orgUnit.code }).from(orgUnit);
  const isTaken = (code: string) => taken.some((one) => one.code.toLowerCase() === code.toLowerCase());
  if (asked.code !== '' && isTaken(asked.code))
    throw new Refusal('invalid', 'unitDesk.refused.codeTaken', { field: 'code', code: asked.code });
  if (parentCode !== null && !taken.some(({ code }) => code === parentCode))
    throw new Refusal('invalid', 'unknownUnit', { field: 'parentCode' });
  await refuseNamesake(tx, { nameZh: asked.nameZh, parentCode, code: '' });
  const code =
    asked.code ||
    codeFor(
      asked.nameZh,
      taken.map((one) => one.code),
      'UNIT',
    );
  const row = {
    code,
    parentCode,
    kind: asked.kind,
    nameZh: asked.nameZh,
    nameEn: asked.nameEn || asked.nameZh,
    initials: initialsOf(asked.nameZh),
    validFrom: asked.validFrom,
    isDemonstration: asked.isDemonstration,
  };
  const sortOrder = await makePlace(tx, { after, parentCode });
  await tx.insert(orgUnit).values({ ...row, sortOrder });
  await addAliases(tx, code, aliases);
  return row;
}

/** Refuses a name that another unit under the same parent has that exists still. */
export async function refuseNamesake(
  tx: Tx,
  { nameZh, parentCode, code }: { nameZh: string; parentCode: string | null; code: string },
): Promise<void> {
  const [namesake] = await tx
    .select({ code: orgUnit.code })
    .from(orgUnit)
    .where(
      sql`${orgUnit.nameZh} = ${nameZh} and ${orgUnit.parentCode} is not distinct from ${parentCode}
        and ${orgUnit.code} <> ${code} and ${orgUnit.validTo} is null`,
    );
  if (namesake)
    throw new Refusal('invalid', 'unitDesk.refused.nameTaken', { field: 'nameZh', code: namesake.code, name: nameZh });
}

/** Adds other names of a unit; those that it has already stay. */
export async function addAliases(tx: Tx, code: string, aliases: readonly string[]): Promise<void> {
  if (aliases.length === 0) return;
  await tx
    .insert(orgUnitAlias)
    .values([...new Set(aliases)].map((alias) => ({ orgUnitCode: code, alias })))
    .onConflictDoNothing();
}

/**
 * Makes room in the official order behind a unit with all that belongs to it, or behind the last of a parent's, and returns
 * the place. Refuses an unknown unit.
 */
export async function makePlace(
  tx: Tx,
  { after, parentCode }: { after: string; parentCode: string | null },
): Promise<number> {
  const top = after || parentCode;
  if (after !== '') {
    const [found] = await tx.select({ code: orgUnit.code }).from(orgUnit).where(eq(orgUnit.code, after));
    if (!found) throw new Refusal('invalid', 'unknownUnit', { field: 'after' });
  }
  const [last] = await tx.execute<{ at: number }>(sql`
    with recursive family as (
      select code, sort_order from org_unit where code = ${top} or ${top}::text is null
      union
      select u.code, u.sort_order from org_unit u join family f on u.parent_code = f.code where ${top}::text is not null
    )
    select coalesce(max(sort_order), 0)::int as at from family`);
  const place = (last?.at ?? 0) + 1;
  await tx.execute(sql`update org_unit set sort_order = sort_order + 1 where sort_order >= ${place}`);
  return place;
}
