import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { source } from '@/db/schema/catalogue';
import { sourceFile } from '@/db/schema/documents';
import { command, type Done } from '@/lib/access/command';
import { refuseComputed } from '@/lib/catalogue/sources/locked-source';
import { Refusal } from '@/lib/errors';
import { mediaTypeOf } from '@/lib/reporting/attachments/media-type';
import { Code, line } from '@/lib/reporting/collections/terms';
import { inMegabytes } from '@/lib/reporting/upload/limits';

/** The most bytes of the file of a document. */
export const largestSourceFile = 20 * 1024 * 1024;

/**
 * Keeps the file of a document with its sha256. The same file again changes nothing. Refuses what is neither document
 * nor picture by its first bytes, and what is too large.
 */
export const attachFile = command({
  name: 'source.attach',
  input: z.strictObject({ code: Code, fileName: line(1, 200), content: z.instanceof(Uint8Array) }),
  async run({ tx, principal, now }, { code, fileName, content }): Promise<Done<string>> {
    if (content.length === 0) throw new Refusal('invalid', 'documents.refused.emptyFile', { field: 'file' });
    if (content.length > largestSourceFile) {
      const megabytes = inMegabytes(largestSourceFile);
      throw new Refusal('limit', 'documents.refused.fileTooLarge', { field: 'file', megabytes });
    }
    const mediaType = mediaTypeOf(fileName, content);
    if (!mediaType) throw new Refusal('invalid', 'attachmentKind', { field: 'file' });
    refuseComputed(code);
    const [found] = await tx.select({ code: source.code }).from(source).where(eq(source.code, code)).for('share');
    if (!found) throw new Refusal('notFound', 'documents.refused.unknown', { code });
    const sha256 = createHash('sha256').update(content).digest('hex');
    const size = content.length;
    const stored = await tx
      .insert(sourceFile)
      .values({
        ...{ sourceCode: code, sha256, fileName, mediaType, size, content },
        ...{ uploadedBy: principal.userId, uploadedAt: now },
      })
      .onConflictDoNothing()
      .returning({ sha256: sourceFile.sha256 });
    if (stored.length === 0) return { result: code, repeated: true };
    return {
      result: code,
      changes: [{ subject: `source/${code}`, before: null, after: { fileName, size, sha256 } }],
    };
  },
});
