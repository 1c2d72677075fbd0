import { and, desc, eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { sourceFile } from '@/db/schema/documents';
import { type Principal, readsNothing } from '@/lib/access/principal';

/** A kept file of a document. */
export type SourceFileLine = {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly uploadedAt: Date;
};

/** The files of a document, the newest first, for who may read published figures. */
export async function filesOfSource(principal: Principal, code: string): Promise<SourceFileLine[]> {
  if (readsNothing(principal)) return [];
  const { sha256, fileName, mediaType, size, uploadedAt } = sourceFile;
  return db()
    .select({ sha256, fileName, mediaType, size, uploadedAt })
    .from(sourceFile)
    .where(eq(sourceFile.sourceCode, code))
    .orderBy(desc(uploadedAt), sha256);
}

/** A file of a document with its content; null where there is none, or for who may read nothing. */
export async function sourceFileContent(principal: Principal, code: string, sha256: string) {
  if (readsNothing(principal)) return null;
  const [found] = await db()
    .select()
    .from(sourceFile)
    .where(and(eq(sourceFile.sourceCode, code), eq(sourceFile.sha256, sha256)));
  return found ?? null;
}
