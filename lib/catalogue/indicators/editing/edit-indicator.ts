import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { indicator, indicatorAlias, indicatorDefinition } from '@/db/schema/catalogue';
import { command, type Work } from '@/lib/access/command';
import { indicatorFields, NewCode } from '@/lib/catalogue/indicators/editing/indicator-input';
import { indicatorRow, setAliases } from '@/lib/catalogue/indicators/editing/indicator-row';
import { aliasesOf, takenCodes, usesOf } from '@/lib/catalogue/indicators/editing/queries';
import { isMeasured, isUnused } from '@/lib/catalogue/indicators/editing/unused';
import { fixedFields, type Uses } from '@/lib/catalogue/indicators/editing/words';
import { lockedIndicator } from '@/lib/catalogue/indicators/locked-indicator';
import { catalogueNames } from '@/lib/catalogue/names/queries';
import type { NameEntry } from '@/lib/catalogue/names/read-name';
import { plainName } from '@/lib/catalogue/plain-name';
import { Refusal } from '@/lib/errors';
import { Code } from '@/lib/reporting/collections/terms';

/**
 * Changes an indicator at a version. What its figures mean stays once there are any: unit of measure, decimals, measure,
 * basis, direction; then the way is to retire it and let another take its place. Its code may change until something
 * uses it. A former name becomes an alias, since sheets are remembered by it. Returns the code.
 */
export const editIndicator = command({
  name: 'indicator.edit',
  input: z.strictObject({
    code: Code,
    version: z.int(),
    /** The code from now on; empty to keep it. */
    newCode: NewCode.or(z.literal('')),
    ...indicatorFields,
  }),
  async run(work, { code, version, newCode, ...fields }) {
    const held = await lockedIndicator(work, code, version);
    const { row, aliases: typed } = await indicatorRow(work, code, fields);
    const aliases = await withFormerName(work, held, row.nameZh, typed);
    const isRenamed = newCode !== '' && newCode !== code;
    const touched = fixedFields.find((field) => row[field] !== held[field]);
    // Counted only where it matters, since an import edits thousands.
    const uses = touched || isRenamed ? await usesOf(work, code) : null;
    const fixed = uses && isMeasured(uses) ? touched : undefined;
    if (fixed) throw new Refusal('conflict', 'catalogue.refused.fixed', { field: fixed });
    const before = { ...held, aliases: await aliasesOf(work, code) };
    await setAliases(work, code, aliases);
    await work.tx
      .update(indicator)
      .set({ ...row, version: version + 1 })
      .where(and(eq(indicator.code, code), eq(indicator.version, version)));
    if (isRenamed && uses) await changeCode(work, code, newCode, uses);
    const after = { ...before, ...row, aliases };
    const names = (Object.keys(after) as (keyof typeof after)[]).filter(
      (name) => name !== 'initials' && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    );
    const told = (of: typeof after) => Object.fromEntries(names.map((name) => [name, of[name]]));
    if (names.length === 0 && !isRenamed) return { result: code, repeated: true };
    return {
      result: isRenamed ? newCode : code,
      changes: [
        {
          subject: `indicator/${isRenamed ? newCode : code}`,
          before: { ...told(before), ...(isRenamed && { code }) },
          after: { ...told(after), ...(isRenamed && { code: newCode }) },
        },
      ],
    };
  },
});

/** The typed aliases, and after a renaming the former name, unless another indicator is known by it or it is there. */
async function withFormerName(
  work: Work,
  held: { readonly code: string; readonly nameZh: string },
  nameZh: string,
  typed: readonly string[],
): Promise<readonly string[]> {
  const former = plainName(held.nameZh);
  if (former === plainName(nameZh)) return typed;
  const namesOf = (one: NameEntry) => [one.code, one.nameZh, one.nameEn, ...one.aliases];
  const others = (await catalogueNames(work.tx)).indicators.filter(({ code }) => code !== held.code).flatMap(namesOf);
  const isKnown = [...others, held.code, ...typed].some((name) => plainName(name) === former);
  return isKnown ? typed : [...typed, held.nameZh];
}

/** Gives an unused indicator another code. Refuses one that is taken, and to change that of a used one. */
async function changeCode(work: Work, code: string, newCode: string, uses: Uses): Promise<void> {
  const { tx } = work;
  if (!isUnused(uses)) throw new Refusal('conflict', 'catalogue.refused.codeUsed', { field: 'newCode' });
  if ((await takenCodes(work)).some((other) => other.toUpperCase() === newCode && other !== code))
    throw new Refusal('conflict', 'catalogue.refused.codeTaken', { field: 'newCode', code: newCode });
  const [row] = await tx.select().from(indicator).where(eq(indicator.code, code));
  if (!row) throw new Refusal('notFound', 'catalogue.refused.noIndicator');
  await tx.insert(indicator).values({ ...row, code: newCode });
  await tx
    .update(indicatorDefinition)
    .set({ indicatorCode: newCode })
    .where(eq(indicatorDefinition.indicatorCode, code));
  await tx.update(indicatorAlias).set({ indicatorCode: newCode }).where(eq(indicatorAlias.indicatorCode, code));
  await tx.delete(indicator).where(eq(indicator.code, code));
}
