import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import type { Cells } from './cells';

/**
 * The position of the first figure to fill in: one without a text that is asked for, else a returned one, else any
 * without a text; -1 where nothing is left.
 */
export function firstToFill(figures: readonly FormFigure[], cells: Cells): number {
  const isBlank = (figure: FormFigure) =>
    figure.canWrite && (cells.get(keyOf(figure))?.entry.typed ?? figure.entry.typed).trim() === '';
  const first = (isIt: (figure: FormFigure) => boolean) => figures.findIndex(isIt);
  const asked = first((figure) => figure.isRequired && isBlank(figure));
  if (asked >= 0) return asked;
  const returned = first(({ state, canWrite }) => canWrite && state === 'returned');
  return returned >= 0 ? returned : first(isBlank);
}
