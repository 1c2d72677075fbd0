import type { Note } from '@/lib/assessment/words';

export type UnitMark = 'excluded' | 'provisional' | 'veto' | 'ineligible' | 'promoted';

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
    ['provisional', isProvisional],
    ['veto', has('veto')],
    ['ineligible', !isEligible],
    ['promoted', has('promoted')],
  ];
  return marks.flatMap(([mark, holds]) => (holds ? [mark] : []));
}
