import { type FigureView, vintages } from '@/lib/observations/words';

type Recorded = Pick<FigureView, 'vintage'> & {
  readonly revision: number;
  readonly recordedAt: Date;
  readonly isWithdrawal: boolean;
};

/**
 * The revision of one figure that pages showed at a moment: the last of the highest vintage recorded until then and
 * after the last withdrawal, so that an estimate never replaces a final figure. Null before the first, and while the
 * figure is withdrawn.
 */
export function shownAt<Revision extends Recorded>(revisions: readonly Revision[], at: Date): Revision | null {
  const known = revisions.filter(({ recordedAt }) => recordedAt.getTime() <= at.getTime());
  const ended = Math.max(0, ...known.filter(({ isWithdrawal }) => isWithdrawal).map(({ revision }) => revision));
  return known
    .filter(({ revision }) => revision > ended)
    .reduce<Revision | null>((shown, next) => (shown && !replaces(next, shown) ? shown : next), null);
}

function replaces(next: Recorded, shown: Recorded): boolean {
  const order = vintages.indexOf(next.vintage) - vintages.indexOf(shown.vintage);
  return order > 0 || (order === 0 && next.revision > shown.revision);
}
