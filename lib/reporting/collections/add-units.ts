import type { Tx } from '@/db/client';
import { submission } from '@/db/schema/reporting';

/** Adds an empty return for each unit that has none. Returns the codes of the added units. */
export async function addUnits(
  tx: Tx,
  { collectionId, items }: { collectionId: string; items: number },
  codes: readonly string[],
): Promise<string[]> {
  if (codes.length === 0) return [];
  const added = await tx
    .insert(submission)
    .values(codes.map((code) => ({ orgUnitCode: code, collectionId, items })))
    .onConflictDoNothing()
    .returning({ code: submission.orgUnitCode });
  return added.map(({ code }) => code);
}
