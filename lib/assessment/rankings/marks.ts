import type { Note, NoteKind } from '@/lib/assessment/words';

export type UnitMark =
  | 'excluded'
  | 'lowCoverage'
  | 'provisional'
  | 'veto'
  | 'ineligible'
  | 'promoted'
  | 'dataGaps'
  | 'noTargets'
  | 'boundsUsed'
  | 'valuesCarried'
  | 'valuesClamped'
  | 'notConcerned'
  | 'belowLine';

type Marked = {
  readonly isProvisional: boolean;
  readonly isEligible: boolean;
  readonly notes: readonly Note[];
};

/** What touched a place besides the unit's own exact figures. */
export const touching = [
  'dataGaps',
  'noTargets',
  'boundsUsed',
  'valuesCarried',
  'valuesClamped',
  'notConcerned',
  'belowLine',
] as const satisfies readonly (UnitMark & NoteKind)[];

/** The marks beside a unit's rank and grade, in words. */
export function marksOf({ isProvisional, isEligible, notes }: Marked): UnitMark[] {
  const has = (kind: Note['kind']) => notes.some((note) => note.kind === kind);
  const marks: [UnitMark, boolean][] = [
    ['excluded', has('unitExcluded')],
    ['lowCoverage', has('lowCoverage')],
    ['provisional', isProvisional],
    ['veto', has('veto')],
    ['ineligible', !isEligible],
    ['promoted', has('promoted')],
    ...touching.map((kind): [UnitMark, boolean] => [kind, has(kind)]),
  ];
  return marks.flatMap(([mark, holds]) => (holds ? [mark] : []));
}
