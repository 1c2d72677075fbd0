import { schemeVersion } from '@/db/schema/assessment';
import type { Work } from '@/lib/access/command';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';

export type NewDraft = { readonly code: string; readonly document: Scheme; readonly note: string };

export async function insertDraft(
  work: Work,
  draft: NewDraft & { number: number; basedOn: number | null },
): Promise<void> {
  const { code, ...version } = draft;
  await work.tx
    .insert(schemeVersion)
    .values({ schemeCode: code, ...version, editedBy: work.principal.userId, editedAt: work.now });
}
