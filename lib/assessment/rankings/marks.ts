import { type Note, touchingKinds } from '@/lib/assessment/words';

/** The marks that concern the unit as a whole, as badges; the others say what touched its scores. */
export type UnitMark =
  | 'excluded'
  | 'lowCoverage'
  | 'waitsForRank'
  | 'provisional'
  | 'veto'
  | 'ineligible'
  | 'promoted'
  | (typeof touchingKinds)[number];

type Marked = {
  readonly isProvisional: boolean;
  readonly isEligible: boolean;
  readonly notes: readonly Note[];
};

/** The marks beside a unit's rank and grade, in words. */
export function marksOf({ isProvisional, isEligible, notes }: Marked): UnitMark[] {
  const has = (kind: Note['kind']) => notes.some((note) => note.kind === kind);
  const marks: [UnitMark, boolean][] = [
    ['excluded', has('unitExcluded')],
    ['lowCoverage', has('lowCoverage')],
    ['waitsForRank', has('waitsForRank')],
    ['provisional', isProvisional],
    ['veto', has('veto')],
    ['ineligible', !isEligible],
    ['promoted', has('promoted')],
    ...touchingKinds.map((kind): [UnitMark, boolean] => [kind, has(kind)]),
  ];
  return marks.flatMap(([mark, holds]) => (holds ? [mark] : []));
}
