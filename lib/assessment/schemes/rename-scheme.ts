import { eq } from 'drizzle-orm';
import { scheme } from '@/db/schema/assessment';
import type { Work } from '@/lib/access/command';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { isDemonstrationGroup } from '@/lib/assessment/schemes/queries';

/** The scheme's own row says what its published version says, or its draft while nothing is published. */
export async function renameScheme(work: Work, code: string, document: Scheme): Promise<void> {
  const isDemonstration = await isDemonstrationGroup(work, document.peerGroup);
  await work.tx
    .update(scheme)
    .set({ ...headOf(document), isDemonstration })
    .where(eq(scheme.code, code));
}

/** What the scheme’s own row says of its document. */
export function headOf({ nameZh, nameEn, kind, peerGroup: peerGroupCode }: Scheme) {
  return { nameZh, nameEn, kind, peerGroupCode };
}
