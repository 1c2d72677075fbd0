import { and, eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { keptMapping } from '@/db/schema/mapping';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { line } from '@/lib/reporting/collections/terms';
import { holderOf } from '@/lib/reporting/mapping/holder';

/** The name of a kept mapping. */
export const KeptName = line(2, 60);
/** A kept mapping in the version that the page showed. */
export const KeptVersion = z.strictObject({ id: z.uuid(), version: z.int().min(1) });

/**
 * A kept mapping of one's own desk, locked until the transaction ends. One of another desk, or a retired one, is not found;
 * one that a colleague changed meanwhile is refused.
 */
export async function lockedKept(
  work: Work,
  { id, version }: z.output<typeof KeptVersion>,
): Promise<typeof keptMapping.$inferSelect> {
  const { tx, principal } = work;
  const own = eq(keptMapping.holder, holderOf(principal) ?? '');
  const [found] = await tx
    .select()
    .from(keptMapping)
    .where(and(eq(keptMapping.id, id), own, eq(keptMapping.isRetired, false)))
    .for('update');
  if (!found) throw new Refusal('notFound', 'mapping.refused.noKept');
  if (found.version !== version) throw await movedRefusal(work, `keptMapping/${id}`, 'mapping.refused.keptMoved');
  return found;
}

/** The mapping of a desk that has a name, locked; two that are kept under one name at once wait for each other. */
export async function keptNamed(work: Work, holder: string, name: string): Promise<{ id: string } | undefined> {
  const { tx } = work;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`kept ${holder}`}, 0))`);
  const [found] = await tx
    .select({ id: keptMapping.id })
    .from(keptMapping)
    .where(and(eq(keptMapping.holder, holder), eq(keptMapping.name, name), eq(keptMapping.isRetired, false)));
  return found;
}
