import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { indicator, indicatorAlias, indicatorDefinition } from '@/db/schema/catalogue';
import { command } from '@/lib/access/command';
import { aliasesOf, usesOf } from '@/lib/catalogue/indicators/editing/queries';
import { isUnused } from '@/lib/catalogue/indicators/editing/unused';
import { lockedIndicator } from '@/lib/catalogue/indicators/locked-indicator';
import { Refusal } from '@/lib/errors';
import { Code } from '@/lib/reporting/collections/terms';

/** Deletes an indicator that nothing uses. Otherwise the refusal says what does. */
export const deleteIndicator = command({
  name: 'indicator.delete',
  input: z.strictObject({ code: Code, version: z.int() }),
  async run(work, { code, version }) {
    const held = await lockedIndicator(work, code, version);
    const uses = await usesOf(work, code);
    if (!isUnused(uses)) throw new Refusal('conflict', 'catalogue.refused.used', { ...uses });
    const before = { ...held, aliases: await aliasesOf(work, code) };
    await work.tx.delete(indicatorAlias).where(eq(indicatorAlias.indicatorCode, code));
    await work.tx.delete(indicatorDefinition).where(eq(indicatorDefinition.indicatorCode, code));
    await work.tx.delete(indicator).where(eq(indicator.code, code));
    return { result: code, changes: [{ subject: `indicator/${code}`, before, after: null }] };
  },
});
