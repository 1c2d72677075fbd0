import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { indicator, indicatorDefinition } from '@/db/schema/catalogue';
import { command } from '@/lib/access/command';
import { proposedCode } from '@/lib/assessment/schemes/propose-code';
import {
  definitionFields,
  englishOr,
  indicatorFields,
  NewCode,
} from '@/lib/catalogue/indicators/editing/indicator-input';
import { indicatorRow, setAliases } from '@/lib/catalogue/indicators/editing/indicator-row';
import { takenCodes } from '@/lib/catalogue/indicators/editing/queries';
import { Refusal } from '@/lib/errors';

/**
 * Adds an indicator with its first definition, after the others of the catalogue. Without a code it gets one by the
 * initials of its name. Returns its code; refuses a code and a name that another has.
 */
export const createIndicator = command({
  name: 'indicator.create',
  input: z.strictObject({ newCode: NewCode.or(z.literal('')), ...indicatorFields, ...definitionFields }),
  async run(work, { newCode, validFrom, definitionZh, definitionEn, formulaZh, formulaEn, ...fields }) {
    const { row, aliases } = await indicatorRow(work, null, fields);
    const taken = await takenCodes(work);
    const code = newCode || codeFor(fields.nameZh, taken);
    const isTaken = taken.some((other) => other.toUpperCase() === code);
    if (isTaken) throw new Refusal('conflict', 'catalogue.refused.codeTaken', { field: 'newCode', code });
    const definition = {
      validFrom,
      definitionZh,
      definitionEn: englishOr(definitionEn, definitionZh),
      formulaZh,
      formulaEn: englishOr(formulaEn, formulaZh),
    };
    const [made] = await work.tx
      .insert(indicator)
      .values({ ...row, code, sortOrder: sql`(select coalesce(max(${indicator.sortOrder}), 0) + 1 from ${indicator})` })
      .onConflictDoNothing()
      .returning();
    if (!made) throw new Refusal('conflict', 'catalogue.refused.codeTaken', { field: 'newCode', code });
    await work.tx.insert(indicatorDefinition).values({ ...definition, indicatorCode: code, isBreak: false });
    await setAliases(work, code, aliases);
    const { initials: _, ...told } = row;
    return {
      result: code,
      changes: [{ subject: `indicator/${code}`, before: null, after: { ...told, aliases, ...definition } }],
    };
  },
});

/** A code by the initials of a name; formulas could not name one that begins with a digit. */
function codeFor(nameZh: string, taken: readonly string[]): string {
  const code = proposedCode(nameZh, taken);
  return /^[A-Z]/.test(code) ? code : proposedCode(`I${nameZh}`, taken);
}
