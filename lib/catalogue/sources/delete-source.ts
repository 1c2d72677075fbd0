import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { source } from '@/db/schema/catalogue';
import { sourceFile } from '@/db/schema/documents';
import { command } from '@/lib/access/command';
import { lockedSource, SourceVersion } from '@/lib/catalogue/sources/locked-source';
import { Refusal } from '@/lib/errors';

/** Removes a document, with its files, that nothing ever cited; otherwise refuses and says what does. */
export const deleteSource = command({
  name: 'source.delete',
  input: SourceVersion,
  async run(work, asked) {
    const { tx } = work;
    const { title, publisher } = await lockedSource(work, asked);
    const uses = await usesOf(tx, asked.code);
    if (Object.values(uses).some((count) => count > 0)) {
      throw new Refusal('conflict', 'documents.refused.used', { ...uses });
    }
    const files = await tx.delete(sourceFile).where(eq(sourceFile.sourceCode, asked.code)).returning({
      sha256: sourceFile.sha256,
    });
    await tx.delete(source).where(eq(source.code, asked.code));
    const before = { title, publisher, files: files.length };
    return { result: asked.code, changes: [{ subject: `source/${asked.code}`, before, after: null }] };
  },
});

type Uses = Record<'figures' | 'ranks' | 'recorded' | 'collections' | 'annotations', number>;

/** What cites a document: figures now or once, ranks, figures that were taken out of it, collections, and notes. */
async function usesOf(tx: Tx, code: string): Promise<Uses> {
  const [found] = await tx.execute<Uses>(sql`
    select (select count(*)::int from observation_revision where source_code = ${code})
        + (select count(*)::int from observation where source_code = ${code}) as figures,
      (select count(*)::int from published_rank where source_code = ${code}) as ranks,
      (select count(*)::int from cited_figure where source_code = ${code}) as recorded,
      (select count(*)::int from collection where source_code = ${code}) as collections,
      (select count(*)::int from annotation where source_code = ${code})
        + (select count(*)::int from proposal where state = 'waiting' and input ->> 'sourceCode' = ${code}) as annotations`);
  return found ?? { figures: 0, ranks: 0, recorded: 0, collections: 0, annotations: 0 };
}
