import { keyOf } from '@/lib/reporting/figure-key';
import type { IndicatorLine } from '@/lib/reporting/review/words';
import type { FigureKey } from '@/lib/reporting/words';

/**
 * The line of the queue by indicator after this one, from the end on again from the start; the first where this one does
 * not wait any more. Undefined where no other waits.
 */
export function lineAfter<Line extends FigureKey & Pick<IndicatorLine, 'collectionId'>>(
  lines: readonly Line[],
  collectionId: string,
  figure: FigureKey,
): Line | undefined {
  const isIt = (line: Line) => line.collectionId === collectionId && keyOf(line) === keyOf(figure);
  const at = lines.findIndex(isIt);
  return [...lines.slice(at + 1), ...lines.slice(0, Math.max(0, at))].find((line) => !isIt(line));
}
