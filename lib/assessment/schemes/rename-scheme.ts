import { eq } from 'drizzle-orm';
import { scheme } from '@/db/schema/assessment';
import type { Work } from '@/lib/access/command';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { isDemonstrationGroup } from '@/lib/assessment/schemes/queries';

/** Copies the names of the published version, or of the draft while nothing is published, to the scheme's own row. */
export async function renameScheme(work: Work, code: string, document: Scheme): Promise<void> {
  const isDemonstration = await isDemonstrationGroup(work, document.peerGroup);
  await work.tx
    .update(scheme)
    .set({ ...headOf(document), isDemonstration })
    .where(eq(scheme.code, code));
}

/** The fields of a document that the scheme’s own row repeats. */
export function headOf({ nameZh, nameEn, kind, peerGroup: peerGroupCode }: Scheme) {
  return { nameZh, nameEn, kind, peerGroupCode };
}
