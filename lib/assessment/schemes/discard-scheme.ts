import { and, eq } from 'drizzle-orm';
import { adjustment, run, scheme, schemeVersion } from '@/db/schema/assessment';
import { command, type Work } from '@/lib/access/command';
import { draftAt } from '@/lib/assessment/schemes/queries';
import { Draft } from '@/lib/assessment/schemes/scheme-input';
import { Refusal } from '@/lib/errors';

/**
 * Deletes a draft; a scheme without another version goes with it. Refuses a draft that runs were computed with, and one
 * changed meanwhile. Returns whether the scheme still exists.
 */
export const discardScheme = command({
  name: 'scheme.discard',
  input: Draft,
  async run(work, { code, version }) {
    const { draft, versions } = await draftAt(work, { code, version });
    const isLast = versions.length === 1;
    if (await isInUse(work, code, draft.number, isLast)) throw new Refusal('conflict', 'schemes.refused.inUse');
    await work.tx
      .delete(schemeVersion)
      .where(and(eq(schemeVersion.schemeCode, code), eq(schemeVersion.number, draft.number)));
    if (isLast) await work.tx.delete(scheme).where(eq(scheme.code, code));
    const before = { number: draft.number, note: draft.note, document: draft.document };
    return {
      result: { code, isThere: !isLast },
      changes: [{ subject: `scheme/${code}`, before, after: null }],
    };
  },
});

async function isInUse({ tx }: Work, code: string, number: number, isLast: boolean): Promise<boolean> {
  const runs = await tx
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.schemeCode, code), eq(run.schemeVersion, number)))
    .limit(1);
  if (runs.length > 0 || !isLast) return runs.length > 0;
  const entries = await tx
    .select({ id: adjustment.id })
    .from(adjustment)
    .where(eq(adjustment.schemeCode, code))
    .limit(1);
  return entries.length > 0;
}
