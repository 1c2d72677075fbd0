import type { Work } from '@/lib/access/command';
import { type FieldFault, Refusal } from '@/lib/errors';
import { faultsOfMarks, type MarkFault, paragraphsOf } from './marks';
import { bulletinSource } from './queries';
import type { BulletinSource } from './source';
import type { BulletinTerms } from './words';

const keys = {
  unknown: 'bulletins.refused.unknownMark',
  brace: 'bulletins.refused.halfMark',
  typed: 'bulletins.refused.typedNumber',
  joined: 'bulletins.refused.joinedNumber',
} as const satisfies Record<MarkFault['kind'], FieldFault['key']>;

/**
 * What a document is written from. Refuses, all at once, what in its words is not bound to the result: numbers typed by hand, and
 * marks that stand for nothing in it; and a run that is not published any more.
 */
export async function refuseFaults(
  work: Work,
  runId: string,
  { title, body }: Pick<BulletinTerms, 'title' | 'body'>,
): Promise<BulletinSource> {
  const source = await bulletinSource(work.principal, runId, work.tx);
  if (!source) throw new Refusal('conflict', 'bulletins.refused.noRun');
  const fields = { title: [title], body: paragraphsOf(body) };
  const faults = Object.entries(fields).flatMap(([field, lines]) =>
    faultsOfMarks(lines, source.facts, source.names).map(
      ({ kind, line, text }): FieldFault => ({ field, key: keys[kind], details: { field, line, text } }),
    ),
  );
  const [first] = faults;
  if (first) throw new Refusal('invalid', first.key, first.details, faults);
  return source;
}
