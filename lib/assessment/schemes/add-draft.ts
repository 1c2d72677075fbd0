import type { Work } from '@/lib/access/command';
import { insertDraft, type NewDraft } from '@/lib/assessment/schemes/insert-draft';
import { isDemonstrationGroup, type lockedScheme } from '@/lib/assessment/schemes/queries';
import { Refusal } from '@/lib/errors';

/** Adds a draft to a scheme, numbered after its last version, and returns the number. Refuses a second draft. */
export async function addDraft(
  work: Work,
  draft: NewDraft & { basedOn: number | null },
  { versions }: Pick<Awaited<ReturnType<typeof lockedScheme>>, 'versions'>,
): Promise<number> {
  if (versions.some(({ state }) => state === 'draft'))
    throw new Refusal('conflict', 'schemes.refused.draftThere', { field: 'code' });
  const number = (versions[0]?.number ?? 0) + 1;
  await isDemonstrationGroup(work, draft.document.peerGroup);
  await insertDraft(work, { ...draft, number });
  return number;
}
