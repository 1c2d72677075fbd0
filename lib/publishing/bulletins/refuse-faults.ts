import type { Work } from '@/lib/access/command';
import { type FieldFault, Refusal } from '@/lib/errors';
import type { BulletinSource } from './kit/room';
import { faultsOfMarks, type MarkFault, paragraphsOf } from './marks';
import { readSource } from './register/queries';
import { sourceOf } from './sources';
import type { BulletinTerms, SourceRow } from './words';

const keys = {
  unknown: 'bulletins.refused.unknownMark',
  brace: 'bulletins.refused.halfMark',
  typed: 'bulletins.refused.typedNumber',
  joined: 'bulletins.refused.joinedNumber',
} as const satisfies Record<MarkFault['kind'], FieldFault['key']>;

type Frame = Pick<BulletinTerms, 'organ' | 'addressee'>;

/**
 * What a document is written from. Refuses, all at once, what in its words is not bound to its source: numbers typed by hand, and
 * marks that stand for nothing in it; and a source that is not out any more.
 */
export async function refuseFaults(
  work: Work,
  row: SourceRow,
  { title, body, organ, addressee }: Pick<BulletinTerms, 'title' | 'body'> & Frame,
): Promise<BulletinSource> {
  const source = await readSource(work.principal, sourceOf(row), work.tx);
  if (!source) throw new Refusal('conflict', 'bulletins.refused.noSource');
  const fields = { title: [title], body: paragraphsOf(body) };
  refuse([
    ...Object.entries(fields).flatMap(([field, lines]) =>
      told(field, faultsOfMarks(lines, source.facts, source.names)),
    ),
    ...faultsOfFrame({ organ, addressee }, source),
  ]);
  return source;
}

/** Refuses numbers typed around the text, where no mark is filled. */
export function refuseFrame(frame: Frame, source: BulletinSource): void {
  refuse(faultsOfFrame(frame, source));
}

const faultsOfFrame = ({ organ, addressee }: Frame, { names }: BulletinSource): FieldFault[] =>
  Object.entries({ organ, addressee }).flatMap(([field, text]) =>
    told(field, faultsOfMarks([text.replace(/[{}｛｝]/g, ' ')], new Map(), names)),
  );

const told = (field: string, faults: readonly MarkFault[]): FieldFault[] =>
  faults.map(({ kind, line, text }) => ({ field, key: keys[kind], details: { field, line, text } }));

function refuse(faults: readonly FieldFault[]): void {
  const [first] = faults;
  if (first) throw new Refusal('invalid', first.key, first.details, faults);
}
