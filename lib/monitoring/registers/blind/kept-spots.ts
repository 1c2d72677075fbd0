import { type BlindSpot, blindSpots, type Register } from '@/lib/monitoring/registers/words';

/** The blind spots that a register can have: none of a list that is empty, nor of visits that are not kept. */
export const keptSpots = ({ lists, visitDays }: Pick<Register, 'lists' | 'visitDays'>): readonly BlindSpot[] =>
  blindSpots.filter(
    (spot) =>
      !(spot === 'noField' && lists.fields.length === 0) &&
      !(spot === 'noGrade' && lists.grades.length === 0) &&
      !(spot === 'notVisited' && visitDays === 0),
  );
