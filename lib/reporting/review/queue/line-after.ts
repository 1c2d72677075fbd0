import { keyOf } from '@/lib/reporting/figure-key';
import type { IndicatorLine } from '@/lib/reporting/review/words';
import type { FigureKey } from '@/lib/reporting/words';

/**
 * The line of the queue by indicator after this one, of the same collection before the others, from the end on again from
 * the start; the first where this one does not wait any more. Undefined where no other waits.
 */
export function lineAfter<Line extends FigureKey & Pick<IndicatorLine, 'collectionId'>>(
  lines: readonly Line[],
  collectionId: string,
  figure: FigureKey,
): Line | undefined {
  const isIt = (line: Line) => line.collectionId === collectionId && keyOf(line) === keyOf(figure);
  const at = lines.findIndex(isIt);
  const onward = [...lines.slice(at + 1), ...lines.slice(0, Math.max(0, at))];
  return onward.find((line) => line.collectionId === collectionId) ?? onward[0];
}
