import { eq } from 'drizzle-orm';
import type * as z from 'zod';
import { annotation } from '@/db/schema/annotations';
import { command, type Work } from '@/lib/access/command';
import {
  AnnotationVersion,
  type Correcting,
  factsOf,
  TypedAnnotation,
} from '@/lib/catalogue/annotations/annotation-input';
import {
  annotationSubject,
  heldAnnotation,
  refuseSame,
  refuseWaiting,
} from '@/lib/catalogue/annotations/held-annotation';
import { refuseSource } from '@/lib/catalogue/annotations/queries';
import { changedColumns } from '@/lib/catalogue/changed-columns';
import { type Changes, orPropose } from '@/lib/catalogue/proposals/propose';
import { Refusal } from '@/lib/errors';
import { Reason } from '@/lib/reporting/collections/terms';

/** Corrects a note with a reason; what it said is shown until a second person confirms, and stays in its history. */
export const correctAnnotation = command({
  name: 'annotation.correct',
  input: TypedAnnotation.extend({ ...AnnotationVersion, reason: Reason }),
  async run(work, { id, version, reason, ...typed }) {
    const held = await heldAnnotation(work, { id, version });
    await refuseWaiting(work, id);
    const input = { id, version, ...(await factsOf(work, held.kind, typed, held.sourceCode)) };
    const was = (tried: Changes) => tried[0].before as Readonly<Record<string, unknown>>;
    const reach = { reachesPast: true, subject: annotationSubject(id), reason, was };
    return orPropose(work, 'annotation.correct', input, reach, (inside) => applyCorrection(inside, input));
  },
});

/** Makes a confirmed correction. Refuses one that changes nothing or makes it another note, and a document that may not be cited anew. */
export async function applyCorrection(work: Work, input: z.output<typeof Correcting>): Promise<Changes> {
  const held = await heldAnnotation(work, input);
  const { id, version, ...facts } = input;
  if (facts.sourceCode !== held.sourceCode) await refuseSource(work, facts.sourceCode);
  const [before, after] = changedColumns(held, facts);
  if (Object.keys(after).length === 0) throw new Refusal('invalid', 'annotations.refused.unchanged');
  await refuseSame(work, { id, kind: held.kind, ...facts });
  await work.tx
    .update(annotation)
    .set({ ...facts, version: version + 1 })
    .where(eq(annotation.id, id));
  return [{ subject: annotationSubject(id), before, after }];
}
