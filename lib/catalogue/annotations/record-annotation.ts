import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { annotation } from '@/db/schema/annotations';
import { command, type Work } from '@/lib/access/command';
import { factsOf, type Recording, TypedAnnotation } from '@/lib/catalogue/annotations/annotation-input';
import { annotationSubject, refuseSame } from '@/lib/catalogue/annotations/held-annotation';
import { refuseSource } from '@/lib/catalogue/annotations/queries';
import { annotationKinds } from '@/lib/catalogue/annotations/words';
import { type Changes, orPropose } from '@/lib/catalogue/proposals/propose';

/** Records a note on charts, an honour or an event. No page shows it before a second person confirms it. */
export const recordAnnotation = command({
  name: 'annotation.record',
  input: TypedAnnotation.extend({ kind: z.enum(annotationKinds) }),
  async run(work, { kind, ...typed }) {
    const input = { id: randomUUID(), kind, ...(await factsOf(work, kind, typed)) };
    const reach = { reachesPast: true, subject: annotationSubject(input.id), reason: null };
    return orPropose(work, 'annotation.record', input, reach, (inside) => applyRecording(inside, input));
  },
});

/** Adds a confirmed note. Refuses a document that may not be cited, and a note that is there already. */
export async function applyRecording(work: Work, input: z.output<typeof Recording>): Promise<Changes> {
  const { tx } = work;
  await refuseSource(work, input.sourceCode);
  const { id, ...facts } = input;
  await refuseSame(work, { id, ...facts });
  await tx.insert(annotation).values({ id, ...facts });
  return [{ subject: annotationSubject(id), before: null, after: facts }];
}
