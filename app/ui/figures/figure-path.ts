import type { FigureView } from '@/lib/observations/words';

/** The page of one figure: what it is, what it was, and who made it so. */
export function figurePath(figure: Pick<FigureView, 'indicatorCode' | 'orgUnitCode' | 'periodCode'>): string {
  const parts = [figure.indicatorCode, figure.orgUnitCode, figure.periodCode];
  return `/reporting/revisions/${parts.map(encodeURIComponent).join('/')}`;
}
