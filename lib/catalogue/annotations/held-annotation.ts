import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { annotation } from '@/db/schema/annotations';
import { proposal } from '@/db/schema/proposals';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';

type Row = typeof annotation.$inferSelect;

/** The subject of a note in proposals and in the trail. */
export const annotationSubject = (id: string) => `annotation/${id}`;

/** A note in the version that a page showed, locked. Refuses an unknown one, a moved one and a withdrawn one. */
export async function heldAnnotation(work: Work, { id, version }: { id: string; version: number }): Promise<Row> {
  const [held] = await work.tx.select().from(annotation).where(eq(annotation.id, id)).for('update');
  if (!held) throw new Refusal('notFound', 'annotations.refused.unknown');
  if (held.version !== version) throw await movedRefusal(work, annotationSubject(id), 'annotations.refused.moved');
  if (held.withdrawnReason !== null) throw new Refusal('conflict', 'annotations.refused.withdrawn');
  return held;
}

/** Refuses another change of a note while one waits for its second person. */
export async function refuseWaiting({ tx }: Work, id: string): Promise<void> {
  const [waiting] = await tx
    .select({ id: proposal.id })
    .from(proposal)
    .where(and(eq(proposal.subject, annotationSubject(id)), eq(proposal.state, 'waiting')));
  if (waiting) throw new Refusal('conflict', 'annotations.refused.waiting');
}

/**
 * Refuses a note that says the same of the same as another one that is shown. Notes are confirmed one at a time from here on,
 * so that two that say the same never both pass.
 */
export async function refuseSame(
  { tx }: Work,
  note: Omit<typeof annotation.$inferInsert, 'withdrawnReason'>,
): Promise<void> {
  await tx.execute(sql`lock table annotation in share row exclusive mode`);
  const [same] = await tx
    .select({ id: annotation.id })
    .from(annotation)
    .where(
      and(
        ...[ne(annotation.id, note.id), eq(annotation.kind, note.kind), eq(annotation.titleZh, note.titleZh)],
        ...[
          isNull(annotation.withdrawnReason),
          eq(annotation.startsOn, note.startsOn),
          eq(annotation.endsOn, note.endsOn),
        ],
        sql`${annotation.indicatorCode} is not distinct from ${note.indicatorCode ?? null}`,
        sql`${annotation.orgUnitCode} is not distinct from ${note.orgUnitCode ?? null}`,
      ),
    );
  if (same) throw new Refusal('conflict', 'annotations.refused.same', { field: 'titleZh' });
}
