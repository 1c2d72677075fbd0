import type { ReviewFigure } from '@/lib/reporting/review/words';

/**
 * The position of the figure that an address chooses, 0 where it names none. One that waited for this reviewer when the
 * address was made and is decided now, as after Back, gives way to the first that waits.
 */
export function chosenAt<Figure extends Pick<ReviewFigure, 'isMine'>>(
  figures: readonly Figure[],
  isAsked: (figure: Figure) => boolean,
  wasWaiting: boolean,
): number {
  const at = Math.max(0, figures.findIndex(isAsked));
  if (!wasWaiting || figures[at]?.isMine) return at;
  const waiting = figures.findIndex(({ isMine }) => isMine);
  return waiting >= 0 ? waiting : at;
}
