import { createHash, randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import * as z from 'zod';
import { attachment, collection } from '@/db/schema/collections';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { demandRoom } from '@/lib/reporting/attachments/demand-room';
import { largestAttachment, mediaTypeOf } from '@/lib/reporting/attachments/media-type';
import { Code, CollectionId, line } from '@/lib/reporting/collections/terms';
import { mayWrite } from '@/lib/reporting/collections/timeliness';
import { FigureVersion } from '@/lib/reporting/entry/entry-input';
import { lockedReturn, returnFigures, subjectOf, windowOf } from '@/lib/reporting/entry/queries';
import { keyOf } from '@/lib/reporting/figure-key';

/** An attached file; `version` is that of the figure it proves, 0 for a collection's. */
export type Attached = { readonly id: string; readonly fileName: string; readonly version: number };

/**
 * Attaches a file: a reporter's evidence to a figure of the own unit, the office's instructions to a collection.
 * Refuses a file that is neither document nor picture or is too large, more instructions than there may be, and a figure that may not be written now or was
 * changed meanwhile.
 */
export const addAttachment = command({
  name: 'attachment.add',
  input: z.strictObject({
    collectionId: CollectionId,
    /** The unit of the figure; empty for instructions. */
    unitCode: Code.or(z.literal('')),
    figure: FigureVersion.nullable(),
    fileName: line(1, 200),
    content: z.instanceof(Uint8Array),
  }),
  async run(work, { collectionId, unitCode, figure, fileName, content }) {
    const { tx, principal, now } = work;
    if (content.length > largestAttachment)
      throw new Refusal('limit', 'attachmentTooLarge', { field: 'file', megabytes: 5 });
    const mediaType = mediaTypeOf(fileName, content);
    if (!mediaType) throw new Refusal('invalid', 'attachmentKind', { field: 'file' });
    const [one] = await tx.select().from(collection).where(eq(collection.id, collectionId));
    if (!one || (principal.role === 'reporter') !== (figure !== null)) throw new Refusal('notFound', 'noReturn');
    if (!figure) await demandRoomFor(work, collectionId);
    const id = randomUUID();
    await tx.insert(attachment).values({
      id,
      sha256: createHash('sha256').update(content).digest('hex'),
      fileName,
      mediaType,
      size: content.length,
      content,
      collectionId,
      orgUnitCode: figure ? unitCode : null,
      uploadedBy: principal.userId,
      uploadedAt: now,
    });
    const result: Attached = { id, fileName, version: 0 };
    const after = { attachment: id, fileName, size: content.length };
    if (!figure) return { result, changes: [{ subject: `collection/${collectionId}`, before: null, after }] };
    const { version, subject } = await proveFigure(work, { collectionId, unitCode }, figure, id);
    return {
      result: { ...result, version },
      changes: [{ subject, before: null, after: { ...after, figure: keyOf(figure) } }],
    };
  },
});

/** Refuses more instructions than a collection may have; the collection is held, so that two do not both find room for one. */
async function demandRoomFor({ tx }: Work, collectionId: string): Promise<void> {
  await tx.select({ id: collection.id }).from(collection).where(eq(collection.id, collectionId)).for('no key update');
  const held = and(eq(attachment.collectionId, collectionId), isNull(attachment.orgUnitCode));
  demandRoom(await tx.$count(attachment, held));
}

/** Makes the file the evidence of the figure. */
async function proveFigure(
  work: Work,
  which: { collectionId: string; unitCode: string },
  figure: z.output<typeof FigureVersion>,
  id: string,
): Promise<{ version: number; subject: string }> {
  const { tx, principal, now } = work;
  const one = await lockedReturn(tx, principal, which);
  const [found] = await returnFigures(tx, one, [figure]);
  if (!found) throw new Refusal('invalid', 'notAskedFor', { field: 'figures' });
  if (!mayWrite(windowOf(one), found.written?.state ?? null, now)) throw new Refusal('conflict', 'windowShut');
  if ((found.written?.version ?? 0) !== figure.version) throw await movedRefusal(work, subjectOf(one), 'returnMoved');
  await tx.execute(sql`
    insert into submission_value as v (org_unit_code, collection_id, indicator_code, period_code, typed, decimals,
      qualifier, qualifier_printed, absence, typed_yoy, note, source_text, explanation, evidence_id, state, updated_by,
      updated_at)
    values (${one.orgUnitCode}, ${one.collectionId}, ${figure.indicatorCode}, ${figure.periodCode}, '', 0, 'exact', '', 'blank',
      '', '', '', '', ${id}, 'draft', ${principal.userId}, ${now.toISOString()}::timestamptz)
    on conflict (org_unit_code, collection_id, indicator_code, period_code) do update set evidence_id = ${id},
      version = v.version + 1, updated_by = excluded.updated_by, updated_at = excluded.updated_at`);
  return { version: figure.version + 1, subject: subjectOf(one) };
}
