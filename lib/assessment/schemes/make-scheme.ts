import { scheme } from '@/db/schema/assessment';
import type { Work } from '@/lib/access/command';
import { insertDraft, type NewDraft } from '@/lib/assessment/schemes/insert-draft';
import { isDemonstrationGroup } from '@/lib/assessment/schemes/queries';
import { headOf } from '@/lib/assessment/schemes/rename-scheme';
import { Refusal } from '@/lib/errors';

/** Creates a scheme with its first draft. Refuses a code that is taken and a group that does not exist. */
export async function makeScheme(work: Work, draft: NewDraft): Promise<void> {
  const { tx, principal, now } = work;
  const { code, document } = draft;
  const isDemonstration = await isDemonstrationGroup(work, document.peerGroup);
  const made = await tx
    .insert(scheme)
    .values({ code, ...headOf(document), isDemonstration, createdBy: principal.userId, createdAt: now })
    .onConflictDoNothing()
    .returning({ code: scheme.code });
  if (made.length === 0) throw new Refusal('conflict', 'schemes.refused.codeTaken', { field: 'code', code });
  await insertDraft(work, { ...draft, number: 1, basedOn: null });
}
