import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { source } from '@/db/schema/catalogue';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { derivedSource } from '@/lib/observations/derived/words';
import { Code } from '@/lib/reporting/collections/terms';

/** A document in the version that the page showed. */
export const SourceVersion = z.strictObject({ code: Code, version: z.int().min(1) });

/** A document, locked until the transaction ends. Refuses that of computed figures, an unknown one, and one changed meanwhile. */
export async function lockedSource(
  work: Work,
  { code, version }: z.infer<typeof SourceVersion>,
): Promise<typeof source.$inferSelect> {
  refuseComputed(code);
  const [found] = await work.tx.select().from(source).where(eq(source.code, code)).for('update');
  if (!found) throw new Refusal('notFound', 'documents.refused.unknown', { code });
  if (found.version !== version) throw await movedRefusal(work, `source/${code}`, 'documents.refused.moved');
  return found;
}

/** Refuses the document of computed figures, which the product keeps itself. */
export function refuseComputed(code: string): void {
  if (code === derivedSource) throw new Refusal('forbidden', 'documents.refused.computed');
}
